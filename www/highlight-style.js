/**
 * How matches and mentions look, in a cascade layer, so that any rule of the page's own wins.
 *
 * A match sets both its colours, to be readable on whatever ground the page has. WebKit ignores
 * the shorthand `text-decoration` here.
 */

export const highlightCss = `
@layer sorani-reader {
  ::highlight(sorani-entity) {
    text-decoration-line: underline;
    text-decoration-style: dotted;
    text-decoration-thickness: 1px;
    text-decoration-color: var(
      --sorani-reader-entity,
      color-mix(in srgb, currentColor 45%, transparent)
    );
    text-underline-offset: 0.4em;
  }
  ::highlight(sorani-entity-current) {
    text-decoration-line: underline;
    text-decoration-style: solid;
    text-decoration-thickness: 2px;
    text-decoration-color: var(--sorani-reader-accent, currentColor);
    text-underline-offset: 0.4em;
  }
  ::highlight(sorani-match-quiet) {
    background-color: var(--sorani-reader-match-quiet, light-dark(#f7f0d8, #3d3826));
    color: var(--sorani-reader-match-ink, light-dark(#1d1d1f, #f6edd2));
  }
  ::highlight(sorani-match), ::highlight(sorani-match-listed) {
    background-color: var(--sorani-reader-match, light-dark(#ffe48f, #66521a));
    color: var(--sorani-reader-match-ink, light-dark(#1d1d1f, #fff6dc));
  }
  ::highlight(sorani-match-current) {
    background-color: var(--sorani-reader-match-current, #f7a93b);
    color: var(--sorani-reader-match-current-ink, #1d1200);
  }
  @media (forced-colors: active) {
    ::highlight(sorani-match-quiet), ::highlight(sorani-match),
    ::highlight(sorani-match-listed) {
      background-color: Mark;
      color: MarkText;
    }
    ::highlight(sorani-match-current) {
      background-color: Highlight;
      color: HighlightText;
    }
  }
  @media print {
    ::highlight(sorani-entity) {
      text-decoration-line: none;
    }
  }
}
`;
