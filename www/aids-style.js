/**
 * How the reading aids look: their panel, the page in Latin letters and the bar that shows how far one
 * has read.
 */

export const aidsCss = `
[part~="aids-panel"] {
  position: fixed;
  inset-block: auto max(0.75rem, env(safe-area-inset-bottom));
  inset-inline: auto max(0.75rem, env(safe-area-inset-left));
  inline-size: min(20rem, calc(100vw - 1.5rem));
  padding: 0.75rem 1rem 1rem;
  border-radius: var(--sorani-reader-radius, 0.75rem);
}
[part~="aids-panel"] > * {
  display: flex;
  align-items: center;
  justify-content: space-between;
  gap: 0.25rem;
  min-block-size: 2.75rem;
  border: 0;
  margin: 0;
  padding: 0;
}
[part~="aids-panel"] button, [part~="latin"] button {
  min-inline-size: 2.75rem;
  min-block-size: 2.5rem;
  padding-inline: 0.75rem;
  border-radius: 0.5rem;
  background-color: color-mix(in srgb, var(--ink) 6%, transparent);
}
[part~="aids-panel"] button[aria-pressed="true"] {
  box-shadow: inset 0 0 0 2px var(--accent);
}
[part~="aids-panel"] .spread {
  display: flex;
  gap: 0.25rem;
}
[part~="aids-note"] {
  color: var(--quiet);
  font-size: 0.875rem;
}
[part~="latin"] {
  position: fixed;
  inset: 0;
  inline-size: 100%;
  block-size: 100%;
  max-inline-size: none;
  max-block-size: none;
  overflow: auto;
  padding: 1rem max(1rem, 50% - 18rem) 4rem;
  border: 0;
  font-size: 1.125rem;
  line-height: 1.7;
}
[part~="latin"] p {
  margin-block: 1em;
}
[part~="latin"] button {
  position: sticky;
  inset-block-start: 0;
  background-color: var(--surface);
  box-shadow: 0 0 0 1px var(--line);
}
[part~="progress"] {
  position: fixed;
  inset: 0 0 auto;
  z-index: 10;
  block-size: 3px;
  background: var(--sorani-reader-accent, #0b57a4);
  transform-origin: inline-start;
  pointer-events: none;
}
@media print {
  [part~="progress"] {
    display: none;
  }
}
`;
