/**
 * How the list of hits, the suggestions and the ticks look.
 */

export const findExtrasCss = `
[part~="suggestions"] {
  position: absolute;
  inset-block-start: calc(100% + 0.25rem);
  inset-inline: 0;
  z-index: 1;
  padding: 0.25rem;
  border: 1px solid var(--line);
  border-radius: 0.625rem;
  background: var(--surface);
  box-shadow: 0 0.5rem 1.25rem #00000024;
}
[part~="suggestions"][hidden] {
  display: none;
}
[part~="suggestion"] {
  display: flex;
  justify-content: space-between;
  align-items: center;
  min-block-size: 2.25rem;
  padding-inline: 0.625rem;
  border-radius: 0.4375rem;
  cursor: pointer;
}
[part~="suggestion"]:hover, [part~="suggestion"][aria-selected="true"] {
  background: color-mix(in srgb, var(--ink) 8%, transparent);
}
[part~="suggestion"][aria-selected="true"] {
  outline: 2px solid var(--accent);
  outline-offset: -2px;
}
[part~="suggestion"] .entity {
  text-decoration: underline dotted 1px;
  text-decoration-color: color-mix(in srgb, currentColor 55%, transparent);
  text-underline-offset: 0.4em;
}
[part~="suggestion"] small {
  color: var(--quiet);
  font-size: 0.875rem;
}
@media (max-width: 30rem) {
  [part~="suggestions"] {
    position: static;
    display: flex;
    gap: 0.25rem;
    margin-block-start: 0.25rem;
    padding: 0.375rem 0 0.125rem;
    border: 0;
    border-block-start: 1px solid var(--line);
    border-radius: 0;
    box-shadow: none;
    overflow-x: auto;
    scrollbar-width: none;
  }
  [part~="suggestion"] {
    flex: none;
    gap: 0.5rem;
    border: 1px solid var(--line);
    white-space: nowrap;
  }
}
[part~="hits"] {
  position: relative;
  max-block-size: min(45vh, 26rem);
  margin-block-start: 0.375rem;
  border-block-start: 1px solid var(--line);
  overflow-y: auto;
  overscroll-behavior: contain;
}
[part~="hits"] ul {
  margin: 0;
  padding: 0;
  list-style: none;
}
[part~="hits"] p {
  padding: 0.5rem 0.75rem 0.125rem;
  color: var(--quiet);
  font-size: 0.8125rem;
}
[part~="hits"] [part~="hit"] {
  padding: 0.375rem 0.75rem;
  border-radius: 0.5rem;
  font-size: 0.9375rem;
  line-height: 1.7;
  cursor: pointer;
}
[part~="hits"] [part~="hit"]:hover {
  background: color-mix(in srgb, var(--ink) 4%, transparent);
}
[part~="hits"] [part~="hit"]:focus-visible {
  outline-offset: -2px;
}
[part~="hit"][aria-current="true"] {
  box-shadow: inset 0.1875rem 0 0 var(--accent);
  background: color-mix(in srgb, var(--ink) 6%, transparent);
}
[part~="hit"][aria-current="true"]:dir(rtl) {
  box-shadow: inset -0.1875rem 0 0 var(--accent);
}
[part~="ticks"] {
  position: fixed;
  inset: 0 0 0 auto;
  inline-size: 0.625rem;
  block-size: 100%;
  margin: 0;
  padding: 0;
  border: 0;
  overflow: hidden;
  background: none;
  color: inherit;
  cursor: pointer;
}
[part~="ticks"].left {
  inset: 0 auto 0 1rem;
}
[part~="find-bar"].beside {
  inset-inline-end: 2rem;
}
[part~="tick"], [part~="tick-current"] {
  position: absolute;
  inset-inline: 0.125rem;
  block-size: 2px;
  border-radius: 1px;
  background: var(--sorani-reader-tick, light-dark(#c08a00, #e0b64a));
}
[part~="tick-current"] {
  inset-inline: 0;
  block-size: 4px;
  margin-block-start: -1px;
  background: var(--sorani-reader-match-current, #f7a93b);
  box-shadow: 0 0 0 1px #1d1200;
}
@media (pointer: coarse) {
  [part~="ticks"] {
    pointer-events: none;
    inline-size: 0.375rem;
  }
}
@media (forced-colors: active) {
  [part~="tick"], [part~="tick-current"] {
    forced-color-adjust: none;
    background: Highlight;
  }
  [part~="hit"][aria-current="true"] {
    outline: 2px solid Highlight;
    outline-offset: -2px;
  }
}
@media print {
  [part~="ticks"] {
    display: none !important;
  }
}
`;
