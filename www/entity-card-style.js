/**
 * How the card looks. Colours follow the host's `color-scheme`; fonts are the host's.
 */

export const entityCardCss = `
[part~="card"] {
  --surface: var(--sorani-reader-surface, #fff);
  --ink: var(--sorani-reader-ink, #1d1d1f);
  --quiet: var(--sorani-reader-quiet, #5f6368);
  --accent: var(--sorani-reader-accent, #0b57a4);
  --line: var(--sorani-reader-line, #0002);
  position: fixed;
  inset: auto;
  margin: 0;
  box-sizing: border-box;
  inline-size: min(23rem, calc(100vw - 1rem));
  overflow: auto;
  overscroll-behavior: contain;
  padding: 1rem 1.125rem 0.875rem;
  border: 1px solid var(--line);
  border-radius: var(--sorani-reader-radius, 0.75rem);
  background: var(--surface);
  color: var(--ink);
  box-shadow: 0 0.5rem 1.75rem #0000001f, 0 0.125rem 0.375rem #00000014;
  font-family: inherit;
  font-size: 1rem;
  font-style: normal;
  font-weight: 400;
  line-height: 1.75;
  letter-spacing: normal;
  text-align: start;
  text-indent: 0;
  text-transform: none;
  white-space: normal;
  cursor: auto;
}
@supports (color: light-dark(#000, #fff)) {
  [part~="card"] {
    --surface: var(--sorani-reader-surface, light-dark(#fff, #26282c));
    --ink: var(--sorani-reader-ink, light-dark(#1d1d1f, #ececee));
    --quiet: var(--sorani-reader-quiet, light-dark(#5f6368, #a9adb5));
    --accent: var(--sorani-reader-accent, light-dark(#0b57a4, #8ab8f0));
    --line: var(--sorani-reader-line, light-dark(#0000001f, #ffffff24));
  }
}
[part~="card"] p {
  margin: 0;
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
[part~="card-close"] {
  position: absolute;
  inset-block-start: 0.5rem;
  inset-inline-end: 0.5rem;
  display: grid;
  place-items: center;
  inline-size: 2rem;
  block-size: 2rem;
  padding: 0;
  border: 0;
  border-radius: 50%;
  background: none;
  color: var(--quiet);
  cursor: pointer;
}
[part~="card-close"]:hover {
  background: color-mix(in srgb, currentColor 12%, transparent);
}
[part~="card"] :focus-visible {
  outline: 2px solid var(--accent);
  outline-offset: 2px;
}
[part~="card"] svg {
  inline-size: 1.125rem;
  block-size: 1.125rem;
  fill: none;
  stroke: currentColor;
  stroke-width: 1.75;
  stroke-linecap: round;
}
.voice {
  position: absolute;
  inline-size: 1px;
  block-size: 1px;
  margin: -1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
@media (prefers-reduced-motion: no-preference) {
  [part~="card"]:popover-open {
    animation: appear 0.12s ease-out;
  }
  @keyframes appear {
    from { opacity: 0; }
  }
}
@media print {
  [part~="card"] { display: none; }
}
`;
