/**
 * What the find bar and the card have in common. Colours follow the host's `color-scheme` and the
 * custom properties `--sorani-reader-*`; fonts are the host's. The private names are set on the
 * surfaces, not on `:host`, from where they would reach into the article.
 */

export const surfaceCss = `
.surface {
  --surface: var(--sorani-reader-surface, #fff);
  --ink: var(--sorani-reader-ink, #1d1d1f);
  --quiet: var(--sorani-reader-quiet, #5c6066);
  --accent: var(--sorani-reader-accent, #0b57a4);
  --line: var(--sorani-reader-line, #0000001f);
  box-sizing: border-box;
  margin: 0;
  border: 1px solid var(--line);
  background: var(--surface);
  color: var(--ink);
  box-shadow: 0 0.5rem 1.75rem #0000001f, 0 0.125rem 0.375rem #00000014;
  font-family: inherit;
  font-size: 1rem;
  font-style: normal;
  font-weight: 400;
  line-height: 1.5;
  letter-spacing: normal;
  word-spacing: normal;
  text-align: start;
  text-indent: 0;
  text-transform: none;
  text-shadow: none;
  white-space: normal;
  hyphens: none;
}
@supports (color: light-dark(#000, #fff)) {
  .surface {
    --surface: var(--sorani-reader-surface, light-dark(#fff, #26282c));
    --ink: var(--sorani-reader-ink, light-dark(#1d1d1f, #ececee));
    --quiet: var(--sorani-reader-quiet, light-dark(#5c6066, #a9adb5));
    --accent: var(--sorani-reader-accent, light-dark(#0b57a4, #8ab8f0));
    --line: var(--sorani-reader-line, light-dark(#0000001f, #ffffff24));
  }
}
.surface p {
  margin: 0;
}
.surface button {
  display: grid;
  place-items: center;
  padding: 0;
  border: 0;
  background: none;
  color: inherit;
  font: inherit;
  cursor: pointer;
}
.surface button:hover:enabled, button.surface:hover {
  background-image: linear-gradient(rgb(127 127 127 / 0.14), rgb(127 127 127 / 0.14));
}
.surface:focus-visible, .surface :focus-visible {
  outline: 2px solid var(--accent);
  outline-offset: 1px;
}
.surface svg {
  inline-size: 1.375rem;
  block-size: 1.375rem;
  fill: none;
  stroke: currentColor;
  stroke-width: 1.75;
  stroke-linecap: round;
  stroke-linejoin: round;
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
@media print {
  .surface {
    display: none !important;
  }
}
`;
