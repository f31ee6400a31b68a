/**
 * How the panel of the article's names looks: a column beside the article, on a small screen all of
 * the lower part.
 */

export const entityPanelCss = `
[part~="entities"] {
  position: fixed;
  inset-block: 0.75rem;
  inset-inline: auto 0.75rem;
  inline-size: min(20rem, calc(100vw - 1.5rem));
  block-size: auto;
  max-block-size: none;
  padding: 0;
  border-radius: var(--sorani-reader-radius, 0.75rem);
  overflow: hidden;
}
[part~="entities"]:popover-open {
  display: flex;
  flex-direction: column;
}
[part~="entities"] .top {
  display: flex;
  align-items: center;
  justify-content: space-between;
  padding: 0.625rem 1rem 0.25rem 0.625rem;
}
[part~="entities"] h2, [part~="entities"] h3 {
  margin: 0;
  line-height: 1.6;
}
[part~="entities"] h2 {
  font-size: 1.0625rem;
}
[part~="entities"] h3 {
  position: sticky;
  inset-block-start: 0;
  padding: 0.5rem 1rem 0.25rem;
  background: var(--surface);
  color: var(--quiet);
  font-size: 0.8125rem;
  font-weight: 400;
}
[part~="entities"] [part~="entities-close"] {
  inline-size: 2.25rem;
  block-size: 2.25rem;
  border-radius: 50%;
  color: var(--quiet);
}
[part~="entities-close"] svg {
  inline-size: 1.25rem;
  block-size: 1.25rem;
}
[part~="entities-filter"] {
  flex: none;
  block-size: 2.5rem;
  margin: 0.25rem 1rem 0.5rem;
  padding: 0 0.75rem;
  border: 1px solid var(--quiet);
  border-radius: 0.5rem;
  background: transparent;
  color: inherit;
  font: inherit;
  unicode-bidi: plaintext;
  text-align: right;
  appearance: none;
}
[part~="entities-filter"]::-webkit-search-cancel-button {
  display: none;
}
[part~="entities-filter"]::placeholder {
  color: var(--quiet);
  opacity: 1;
}
[part~="entities-list"] {
  flex: 1;
  min-block-size: 0;
  overflow: auto;
  overscroll-behavior: contain;
  padding-block-end: 0.5rem;
}
[part~="entities-list"] ul {
  margin: 0;
  padding: 0;
  list-style: none;
}
[part~="entities"] [part~="entities-item"] {
  display: grid;
  grid-template-columns: 1fr auto;
  align-items: baseline;
  gap: 0 0.75rem;
  inline-size: 100%;
  padding: 0.375rem 1rem;
  line-height: 1.6;
  text-align: start;
  place-items: initial;
}
[part~="entities-item"]:focus-visible {
  outline-offset: -2px;
}
[part~="entities-item"] b {
  font-weight: 600;
  overflow-wrap: anywhere;
}
[part~="entities-item"][aria-current] {
  box-shadow: inset -3px 0 0 var(--accent);
}
[part~="entities-item"] .times, [part~="entities-item"] .short {
  color: var(--quiet);
  font-size: 0.8125rem;
}
[part~="entities-item"] .short {
  grid-column: 1 / -1;
}
[part~="entities-nothing"] {
  padding: 1rem;
  color: var(--quiet);
}
[part~="entities-marks"] {
  display: flex;
  align-items: center;
  gap: 0.625rem;
  padding: 0.625rem 1rem;
  border-block-start: 1px solid var(--line);
  font-size: 0.9375rem;
  cursor: pointer;
}
[part~="entities-marks"] input {
  inline-size: 1.125rem;
  block-size: 1.125rem;
  margin: 0;
  accent-color: var(--accent);
}
@media (max-width: 640px) {
  [part~="entities"] {
    inset: auto 0 0;
    inline-size: auto;
    block-size: 80vh;
    block-size: 80dvh;
    border-width: 1px 0 0;
    border-radius: var(--sorani-reader-radius, 1rem) var(--sorani-reader-radius, 1rem) 0 0;
    padding-block-end: env(safe-area-inset-bottom);
  }
}
@media (forced-colors: active) {
  [part~="entities-item"][aria-current] {
    outline: 2px solid Highlight;
    outline-offset: -2px;
  }
}
@media print {
  [part~="entities"]:popover-open {
    display: none;
  }
}
`;
