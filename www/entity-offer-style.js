/**
 * How the button looks that offers the panel: above that of the find bar.
 */

export const panelButtonCss = `
[part~="entities-button"] {
  position: fixed;
  inset-block-end: calc(max(1rem, env(safe-area-inset-bottom)) + 3.5rem);
  inset-inline-end: max(1rem, env(safe-area-inset-left));
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
[part~="entities-button"][hidden], [part~="entities-button"][aria-expanded="true"] {
  display: none;
}
`;
