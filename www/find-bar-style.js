/**
 * How the find bar looks.
 */

export const findBarCss = `
[part~="find-bar"] {
  position: fixed;
  inset-block: max(0.75rem, env(safe-area-inset-top)) auto;
  inset-inline: auto max(0.75rem, env(safe-area-inset-left));
  inline-size: min(26rem, calc(100vw - 1.5rem));
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
.row button:disabled, .tools button:disabled {
  color: var(--quiet);
  opacity: 0.5;
  cursor: default;
}
[part~="find-note"] a {
  color: var(--accent);
  overflow-wrap: anywhere;
}
@media (max-width: 30rem) {
  [part~="find-bar"] {
    inset-inline: 0.5rem;
    inline-size: auto;
  }
  [part~="find-modes"] span {
    padding-inline: 0.4375rem;
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
}
`;
