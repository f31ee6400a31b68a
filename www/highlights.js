/**
 * The page's highlights: one owner for every reader on the page; and which names are underlined.
 *
 * `CSS.highlights` belongs to the document, so a reader that set a name on its own would wipe out
 * the others'. Here each reader leaves painters, and a name is always painted for all of them. The
 * owner is kept under a registered symbol: a second copy of this script joins the first.
 *
 * WebKit goes on painting old ranges when a highlight is replaced. So a name keeps one `Highlight`
 * for ever; painting clears it and adds ranges made afresh, shared with no other name.
 */

import { dress } from "./make.js";

/** @import { Mention } from "./core.js" */

/** Names of CSS highlights, later ones painted over earlier ones. */
export const NAMES = /** @type {const} */ ([
  "sorani-entity",
  "sorani-entity-current",
  "sorani-match-quiet",
  "sorani-match",
  "sorani-match-listed",
  "sorani-match-current",
]);

/**
 * @typedef {typeof NAMES[number]} Name
 * @typedef {() => Iterable<AbstractRange>} Painter makes fresh ranges of what is near the window
 * @typedef {{highlight: Highlight, painters: Map<object, Painter>}} Layer
 */

const KEY = Symbol.for("sorani-reader.highlights");

/**
 * Adds a reader's ranges, or those of a list of its matches, to what the page lights up, from the
 * next `repaint` on.
 *
 * @param {object} owner
 * @param {Partial<Record<Name, Painter>>} painters
 */
export function addPainters(owner, painters) {
  for (const name of NAMES) {
    const painter = painters[name];
    if (painter) layer(name).painters.set(owner, painter);
  }
}

/**
 * Puts out someone's lights for good.
 *
 * @param {object} owner
 */
export function removePainters(owner) {
  const painted = NAMES.filter((name) => layer(name).painters.delete(owner));
  repaint(...painted);
}

/**
 * Paints names anew, the ranges of every reader.
 *
 * @param {...Name} names
 */
export function repaint(...names) {
  for (const name of names) {
    const { highlight, painters } = layer(name);
    highlight.clear();
    for (const paint of painters.values()) {
      for (const range of paint()) highlight.add(range);
    }
  }
}

/**
 * Puts out some of a reader's lights and lights others, until the next `repaint`.
 *
 * @param {Name} name
 * @param {readonly AbstractRange[]} gone
 * @param {readonly AbstractRange[]} come
 */
export function exchange(name, gone, come) {
  const { highlight } = layer(name);
  for (const range of gone) highlight.delete(range);
  for (const range of come) highlight.add(range);
}

/**
 * Gives the tree that an article lies in the looks of the highlights: style sheets of the document
 * do not reach into a shadow tree.
 *
 * @param {Node} article
 */
export function adoptRules(article) {
  const root = /** @type {Document | ShadowRoot} */ (article.getRootNode());
  dress(root, highlightCss);
}

/**
 * @param {Name} name
 * @returns {Layer}
 */
function layer(name) {
  const page = /** @type {Record<symbol, Map<string, Layer>>} */ (
    /** @type {unknown} */ (globalThis)
  );
  page[KEY] ??= new Map();
  const layers = page[KEY];
  let found = layers.get(name);
  if (!found) {
    found = { highlight: new Highlight(), painters: new Map() };
    found.highlight.priority = NAMES.indexOf(name);
    layers.set(name, found);
    CSS.highlights.set(name, found.highlight);
  }
  return found;
}

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
    ::highlight(sorani-entity), ::highlight(sorani-entity-current) {
      text-decoration-line: none;
    }
  }
}
`;

/** Where the site remembers whether a reader wants marks. */
const KEPT = "sorani-reader.marks";

/** What the reader wants where nothing can be remembered. */
let isOn = true;

/**
 * All mentions, the first of each entity, or none, as the publisher says with the attribute `marks`;
 * none where the reader has turned the marks off, which the site remembers.
 *
 * @param {HTMLElement} host
 * @param {readonly Mention[]} mentions in text order
 * @returns {readonly Mention[]} those that are underlined
 */
export function markedOf(host, mentions) {
  const marks = host.getAttribute("marks");
  if (marks === "none" || !areMarksOn()) return [];
  return marks === "first" ? firstOfEach(mentions) : mentions;
}

/** Whether the reader has left the marks on. */
export function areMarksOn() {
  try {
    const kept = localStorage.getItem(KEPT);
    return kept === null ? isOn : kept === "on";
  } catch {
    return isOn;
  }
}

/**
 * @param {"on" | "off"} wanted for every reader on the page, now and on the next visit
 */
export function turnMarks(wanted) {
  isOn = wanted === "on";
  try {
    localStorage.setItem(KEPT, wanted);
  } catch {
    // A browser that keeps nothing still obeys until the page is left.
  }
  repaint("sorani-entity");
}

/** @param {readonly Mention[]} mentions */
function firstOfEach(mentions) {
  const seen = new Set();
  return mentions.filter(({ index }) => !seen.has(index) && seen.add(index));
}
