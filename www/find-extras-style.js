/**
 * How the choices, the suggestions, the list of hits and the ticks look.
 */

export const findExtrasCss = `
.tools button {
  inline-size: 2.25rem;
  block-size: 2.25rem;
}
.tools button[aria-expanded="true"] {
  background: color-mix(in srgb, var(--accent) 14%, transparent);
  color: var(--accent);
}
.tools {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 0.125rem;
  padding-block-start: 0.25rem;
}
.tools[hidden], [part~="find-chips"][hidden], [part~="find-chip"][hidden] {
  display: none;
}
[part~="find-modes"] {
  display: flex;
  flex: 1 0 auto;
}
[part~="find-modes"] label {
  position: relative;
  cursor: pointer;
}
[part~="find-modes"] input {
  position: absolute;
  inset: 0;
  margin: 0;
  opacity: 0;
  cursor: inherit;
}
[part~="find-modes"] span {
  display: block;
  padding: 0.25rem 0.625rem;
  border-radius: 0.5rem;
  color: var(--quiet);
  font-size: 0.875rem;
  white-space: nowrap;
}
[part~="find-modes"] input:hover + span {
  color: var(--ink);
}
[part~="find-modes"] input:checked + span {
  background: color-mix(in srgb, var(--ink) 9%, transparent);
  color: var(--ink);
}
[part~="find-modes"] input:focus-visible + span {
  outline: 2px solid var(--accent);
  outline-offset: -2px;
}
[part~="find-chips"] {
  display: flex;
  flex-wrap: wrap;
  gap: 0.25rem;
  padding: 0.375rem 0.375rem 0.25rem;
}
.surface button[part~="find-chip"] {
  min-block-size: 1.75rem;
  padding: 0 0.625rem;
  border: 1px solid color-mix(in srgb, var(--ink) 22%, transparent);
  border-radius: 1rem;
  color: var(--quiet);
  font-size: 0.8125rem;
  line-height: 1.4;
  white-space: nowrap;
}
.surface button[part~="find-chip"][aria-pressed="true"] {
  border-color: transparent;
  background-color: color-mix(in srgb, var(--accent) 14%, transparent);
  color: var(--ink);
}
.surface button[part~="find-chip"][aria-pressed="mixed"] {
  border-style: dashed;
}
.surface button[part~="find-chip"][aria-pressed="false"] {
  text-decoration: line-through;
}
[part~="find-note"] a {
  color: var(--accent);
  overflow-wrap: anywhere;
}
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
  [part~="find-modes"] span {
    padding-inline: 0.3125rem;
  }
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
  max-inline-size: calc(100% - 2.75rem);
}
@media (min-width: 30rem) {
  [part~="find-bar"].aside { inset-inline: max(0.75rem, env(safe-area-inset-right)) auto; }
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
  [part~="find-modes"] input:checked + span,
  .surface button[part~="find-chip"][aria-pressed="true"] {
    forced-color-adjust: none;
    border-color: Highlight;
    background-color: Highlight;
    color: HighlightText;
  }
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
