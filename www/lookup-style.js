/**
 * How the button looks that asks about a selection.
 */

export const lookupCss = `
[part~="lookup"] {
  position: fixed;
  inset: auto;
  padding: 0.375rem 0.875rem;
  border-radius: 1.25rem;
  font-size: 0.9375rem;
  color: var(--accent);
  white-space: nowrap;
  cursor: pointer;
}
@media (pointer: coarse) {
  [part~="lookup"] {
    padding-block: 0.625rem;
  }
}
`;
