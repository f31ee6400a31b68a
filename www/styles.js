/**
 * How everything looks that floats over the page, the find bar, and the card. In one file, because
 * much of it is alike, which is then loaded once.
 */

/**
 * Colours follow the host's `color-scheme` and the custom properties `--sorani-reader-*`; fonts are
 * the host's. The private names are set on the surfaces, not on `:host`, from where they would reach
 * into the article.
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
  scrollbar-color: var(--quiet) transparent;
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
:where(.surface) p { margin: 0; }
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
.round {
  position: fixed;
  inset-block: auto calc(max(1rem, env(safe-area-inset-bottom)) + var(--above, 0rem));
  inset-inline: auto max(1rem, env(safe-area-inset-left));
  z-index: 10;
  display: grid;
  place-items: center;
  inline-size: 3rem;
  block-size: 3rem;
  padding: 0;
  border-radius: 50%;
  box-shadow: 0 0.25rem 0.875rem #0000001f;
  cursor: pointer;
}
.round[hidden], .round[aria-expanded="true"] { display: none; }
[part~="entities-button"] { --above: 3.5rem; }
[part~="aids-button"] { --above: 7rem; }
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
  .surface { display: none !important; }
}
`;

export const findBarCss = `
[part~="find-bar"] {
  position: fixed;
  inset-block: max(0.75rem, env(safe-area-inset-top)) auto;
  inset-inline: auto max(0.75rem, env(safe-area-inset-left));
  inline-size: min(26rem, 100% - 1.5rem);
  padding: 0.375rem;
  border-radius: var(--sorani-reader-radius, 0.75rem);
  overflow: visible;
}
.head { position: relative; }
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
[part~="find-count"]:empty, [part~="find-note"]:empty { display: none; }
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

export const entityCardCss = `
[part~="card"] {
  position: fixed;
  inset: auto;
  inline-size: min(24rem, 100% - 1rem);
  overflow: auto;
  overscroll-behavior: contain;
  padding: 1rem 1.125rem 0.75rem;
  border-radius: var(--sorani-reader-radius, 0.75rem);
  line-height: 1.75;
  cursor: auto;
}
[part~="card"] .grip { display: none; }
/* WebKit puts it outside the card otherwise, which then scrolls sideways. */
[part~="card"] .voice { inset-inline-start: 0; }
[part~="card"] .card-head {
  display: flex;
  flex-wrap: wrap;
  align-items: start;
  gap: 0 0.75rem;
}
[part~="card"] .card-lines {
  flex: 1;
  min-inline-size: 0;
}
[part~="card"] h2, [part~="card"] h3 {
  margin: 0;
  overflow-wrap: anywhere;
}
[part~="card-kind"] {
  padding-inline-end: 6.5rem;
  font-size: 0.8125rem;
  color: var(--quiet);
}
[part~="card-name"] {
  display: inline;
  font-size: 1.25rem;
  font-weight: 700;
  line-height: 1.6;
}
[part~="card-name"]:first-child::after {
  content: "";
  float: inline-end;
  inline-size: 6.5rem;
  block-size: 1.5rem;
}
[part~="card-form"] {
  position: relative;
  display: inline;
  margin-inline-start: 0.5rem;
  font-size: 0.875rem;
  color: var(--quiet);
}
[part~="card-picture"] {
  flex: none;
  inline-size: 5rem;
  block-size: 5rem;
  margin-block-start: 2rem;
  border-radius: 0.5rem;
  background: color-mix(in srgb, var(--ink) 8%, transparent);
  object-fit: cover;
}
[part~="card-picture"].missing { opacity: 0; }
[part~="card-description"], [part~="card-provided"], [part~="card-facts"],
[part~="card-candidates"] { margin-block: 0.5rem 0; }
[part~="card-summary"] {
  margin-block-start: 0.125rem;
  color: var(--quiet);
}
.card-origin {
  font-size: 0.8125rem;
  color: var(--quiet);
}
[part~="card-facts"] { font-size: 0.9375rem; }
[part~="card-facts"] div {
  display: flex;
  gap: 0.5rem;
}
[part~="card-facts"] dt {
  flex: none;
  color: var(--quiet);
}
[part~="card-facts"] dt::after { content: ":"; }
[part~="card-facts"] dd { margin: 0; }
[part~="card-candidates"] h3 {
  font-size: 0.875rem;
  font-weight: 400;
  color: var(--quiet);
}
[part~="card-candidates"] ul {
  margin: 0.25rem 0 0;
  padding: 0;
  list-style: none;
}
[part~="card"] [part~="card-candidate"] {
  display: block;
  place-items: initial;
  inline-size: 100%;
  padding: 0.375rem 0.625rem;
  border: 1px solid var(--line);
  border-radius: 0.5rem;
  text-align: start;
}
[part~="card-candidates"] li + li { margin-block-start: 0.375rem; }
[part~="card-candidate"] span {
  display: block;
  font-size: 0.875rem;
  color: var(--quiet);
}
[part~="card-footer"] {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  justify-content: space-between;
  gap: 0 1rem;
  margin-block-start: 0.75rem;
  padding-block-start: 0.5rem;
  border-block-start: 1px solid var(--line);
  font-size: 0.875rem;
  color: var(--quiet);
}
@media (min-height: 26rem) {
  [part~="card-footer"] {
    position: sticky;
    inset-block-end: -0.75rem;
    margin-block-end: -0.75rem;
    padding-block-end: 0.75rem;
    background: var(--surface);
  }
  [data-sheet] [part~="card-footer"] {
    inset-block-end: calc(-1 * max(1rem, env(safe-area-inset-bottom)));
    margin-block-end: 0;
  }
}
[part~="card-source"], [part~="card-provider"] {
  color: var(--accent);
  text-underline-offset: 0.3em;
}
[part~="card-source"] {
  position: relative;
  padding-block: 0.25rem;
}
.card-way {
  display: flex;
  flex: 1 0 100%;
  align-items: center;
  gap: 0.5rem;
}
[part~="card-map"] {
  position: relative;
  flex: 1;
  block-size: 1rem;
  border-block-end: 1px solid var(--quiet);
}
[part~="card-map"] i {
  position: absolute;
  inset-block-end: 0;
  inset-inline-start: calc(var(--at) * (100% - 3px));
  block-size: 0.5rem;
  border-inline-start: 2px solid var(--quiet);
}
[part~="card-map"] .here {
  block-size: 1rem;
  border-inline-start: 3px solid var(--accent);
}
[part~="card-position"] {
  font-variant-numeric: tabular-nums;
  white-space: nowrap;
}
[part~="card"] :is([part~="card-previous"], [part~="card-next"], [part~="card-close"]) {
  inline-size: 2rem;
  block-size: 2rem;
  border-radius: 50%;
  color: var(--ink);
}
[part~="card"] :is([part~="card-close"], [part~="card-language"]) {
  position: absolute;
  inset-block-start: 0.5rem;
  inset-inline-end: 0.5rem;
  color: var(--quiet);
}
[part~="card"] [part~="card-language"] {
  inset-inline-end: 2.75rem;
  block-size: 2rem;
  padding-inline: 0.625rem;
  border-radius: 1rem;
  font-size: 0.8125rem;
  color: var(--accent);
}
[part~="card-close"] svg, .card-way svg {
  inline-size: 1.125rem;
  block-size: 1.125rem;
}
[part~="card-failure"], [part~="card-unknown"] { margin-block-start: 0.25rem; }
[part~="card"] [part~="card-retry"] {
  margin-block: 0.5rem 0.25rem;
  padding: 0.25rem 1rem;
  border: 1px solid var(--quiet);
  border-radius: 1.25rem;
  color: var(--accent);
}
.bars {
  display: grid;
  gap: 0.625rem;
  padding-block: 0.625rem 0.75rem;
}
.bar {
  block-size: 0.75rem;
  border-radius: 0.375rem;
  background: color-mix(in srgb, var(--ink) 10%, transparent);
}
.bar:last-child { inline-size: 60%; }
[part~="card"][data-sheet] {
  inset: auto 0 0;
  inline-size: auto;
  max-block-size: 70vh;
  max-block-size: 70dvh;
  padding: 0 1.125rem max(1rem, env(safe-area-inset-bottom));
  border-width: 1px 0 0;
  border-radius: var(--sorani-reader-radius, 1rem) var(--sorani-reader-radius, 1rem) 0 0;
  touch-action: none;
}
[data-sheet][data-scrolls] { touch-action: pan-y; }
[data-sheet] .draggable { touch-action: none; }
[data-sheet] .grip {
  display: block;
  inline-size: 100%;
  padding-block: 0.625rem;
}
[data-sheet] .grip::before {
  content: "";
  display: block;
  inline-size: 2.5rem;
  margin-inline: auto;
  border-block-start: 4px solid var(--line);
  border-radius: 2px;
}
[data-sheet] .card-way button, [part~="card"][data-sheet] [part~="card-close"],
[part~="card"][data-sheet] [part~="card-language"] {
  min-inline-size: 2.75rem;
  block-size: 2.75rem;
}
@media (prefers-reduced-motion: no-preference) {
  [part~="card"]:popover-open { animation: sorani-reader-appear 0.12s ease-out; }
  [part~="card"][data-sheet]:popover-open { animation: sorani-reader-rise 0.18s ease-out; }
  [part~="card"][data-sheet]:not(.dragged) { transition: transform 0.15s ease-out; }
  @keyframes sorani-reader-appear {
    from { opacity: 0; }
  }
  @keyframes sorani-reader-rise {
    from { translate: 0 2rem; opacity: 0; }
  }
}
`;
