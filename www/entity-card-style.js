/**
 * How the card looks.
 */

export const entityCardCss = `
[part~="card"] {
  position: fixed;
  inset: auto;
  inline-size: min(23rem, calc(100vw - 1rem));
  overflow: auto;
  overscroll-behavior: contain;
  padding: 1rem 1.125rem 0.75rem;
  border-radius: var(--sorani-reader-radius, 0.75rem);
  line-height: 1.75;
  cursor: auto;
}
[part~="card-kind"] {
  font-size: 0.8125rem;
  color: var(--quiet);
  padding-inline-end: 2rem;
}
[part~="card-name"] {
  font-size: 1.1875rem;
  font-weight: 700;
  line-height: 1.6;
  padding-inline-end: 2rem;
}
[part~="card-kind"] + [part~="card-name"] {
  padding-inline-end: 0;
}
[part~="card-summary"] {
  color: var(--quiet);
}
[part~="card"] [part~="card-description"] {
  margin-block-start: 0.5rem;
}
[part~="card"] [part~="card-footer"] {
  display: flex;
  flex-wrap: wrap;
  justify-content: space-between;
  gap: 0 1rem;
  margin-block-start: 0.625rem;
  padding-block-start: 0.5rem;
  border-block-start: 1px solid var(--line);
  font-size: 0.875rem;
  color: var(--quiet);
}
[part~="card-source"] {
  color: var(--accent);
  text-underline-offset: 0.3em;
}
[part~="card"] [part~="card-close"] {
  position: absolute;
  inset-block-start: 0.5rem;
  inset-inline-end: 0.5rem;
  inline-size: 2rem;
  block-size: 2rem;
  border-radius: 50%;
  color: var(--quiet);
}
[part~="card-close"] svg {
  inline-size: 1.125rem;
  block-size: 1.125rem;
}
@media (prefers-reduced-motion: no-preference) {
  [part~="card"]:popover-open {
    animation: appear 0.12s ease-out;
  }
  @keyframes appear {
    from { opacity: 0; }
  }
}
`;
