/**
 * How matches and mentions look. In a cascade layer, so that any rule of the page's own wins.
 */

export const highlightCss = `
@layer sorani-reader {
  ::highlight(sorani-entity) {
    text-decoration: underline dotted 1px;
    text-decoration-color: var(--sorani-reader-entity, GrayText);
    text-underline-offset: 0.45em;
  }
  ::highlight(sorani-entity-current) {
    text-decoration: underline solid 2px;
    text-decoration-color: var(--sorani-reader-accent, Highlight);
    text-underline-offset: 0.45em;
  }
}
`;
