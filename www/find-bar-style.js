/**
 * How the find bar looks.
 */

export const findBarCss = `
[part~="find-bar"] {
  position: fixed;
  inset-block: max(0.75rem, env(safe-area-inset-top)) auto;
  inset-inline: auto max(0.75rem, env(safe-area-inset-left));
  inline-size: min(26rem, 100% - 1.5rem);
  padding: 0.375rem;
  border-radius: var(--sorani-reader-radius, 0.75rem);
  overflow: visible;
  box-shadow: 0 0.5rem 1.75rem #0000001f, 0 0.125rem 0.375rem #00000014;
}
.head {
  position: relative;
}
.row {
  display: flex;
  align-items: center;
  gap: 0.125rem;
}
[part~="find-input"] {
  flex: 1;
  min-inline-size: 0;
  block-size: 2.5rem;
  padding: 0 0.75rem;
  margin: 0;
  margin-inline-end: 0.25rem;
  border: 0;
  border-radius: 0.5rem;
  background: color-mix(in srgb, var(--ink) 6%, transparent);
  color: inherit;
  font: inherit;
  text-align: right;
  unicode-bidi: plaintext;
  appearance: none;
}
[part~="find-input"]::placeholder {
  color: var(--quiet);
  opacity: 1;
}
[part~="find-count"] {
  flex: none;
  padding-inline: 0.375rem;
  color: var(--quiet);
  font-size: 0.9375rem;
  font-variant-numeric: tabular-nums;
  white-space: nowrap;
}
[part~="find-count"]:empty, [part~="find-note"]:empty {
  display: none;
}
[part~="find-note"] {
  padding: 0.375rem 0.75rem 0.125rem;
  color: var(--quiet);
  font-size: 0.875rem;
}
.row button, .tools button {
  flex: none;
  inline-size: 2.5rem;
  block-size: 2.5rem;
  border-radius: 0.5rem;
}
.row button:disabled, .tools button:disabled {
  color: var(--quiet);
  opacity: 0.5;
  cursor: default;
}
@media (max-width: 30rem) {
  [part~="find-bar"] {
    inset-inline: 0.5rem;
    inline-size: auto;
  }
}
`;
