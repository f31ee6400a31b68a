/**
 * The look that a reader chooses for an article: size, spacing and theme. It is a style sheet beside
 * those of the page; of the article only one attribute changes.
 */

/**
 * @typedef {"" | "light" | "sepia" | "dark"} Theme the page's own where it is empty
 * @typedef {object} Look
 * @property {number} size how many times as large the letters are
 * @property {number} spacing the height of a line in letters; 0 for the page's own
 * @property {Theme} theme
 * @property {boolean} progress whether a bar shows how far one has read
 */

const ATTRIBUTE = "data-sorani-reader-look";
const KEY = "sorani-reader.look";

/** @type {Readonly<Look>} */
export const PLAIN = Object.freeze({ size: 1, spacing: 0, theme: "", progress: false });

/** Ground and letters, with a contrast of 10 : 1 at least (WCAG 2.2, SC 1.4.6 asks for 7). */
const THEMES = {
  light: ["#ffffff", "#1d1d1f", "light"],
  sepia: ["#f7efdd", "#3b2a1a", "light"],
  dark: ["#16181b", "#e6e6e6", "dark"],
};

/** @type {WeakMap<Element, CSSStyleSheet>} */
const sheets = new WeakMap();

/** The look that this reader has chosen on this site before. */
export function storedLook() {
  try {
    return { ...PLAIN, ...JSON.parse(localStorage.getItem(KEY) ?? "{}") };
  } catch {
    return { ...PLAIN };
  }
}

/** @param {Look} look */
export function storeLook(look) {
  try {
    localStorage.setItem(KEY, JSON.stringify(look));
  } catch {
    // Without storage the look lasts as long as the page.
  }
}

/**
 * @param {HTMLElement} article
 * @param {Look} look
 */
export function applyLook(article, look) {
  const sheet = sheetOf(article);
  // Sizes are those of the page: they are read without the old look.
  sheet.replaceSync("");
  const rules = [...sizeRules(article, look.size), ...spacingRules(look), ...themeRules(look)];
  article.toggleAttribute(ATTRIBUTE, rules.length > 0);
  sheet.replaceSync(rules.join("\n"));
}

/** @param {HTMLElement} article */
function sheetOf(article) {
  const known = sheets.get(article) ?? new CSSStyleSheet();
  const root = /** @type {Document | ShadowRoot} */ (article.getRootNode());
  if (!sheets.has(article)) root.adoptedStyleSheets.push(known);
  sheets.set(article, known);
  return known;
}

/**
 * One rule for each kind of element. `zoom` would do it in one, but in WebKit a range in zoomed text
 * has its box elsewhere.
 *
 * @param {HTMLElement} article
 * @param {number} factor
 * @returns {string[]}
 */
function sizeRules(article, factor) {
  if (factor === 1) return [];
  /** @type {Map<string, number>} */
  const sizes = new Map();
  for (const element of article.querySelectorAll("*")) {
    const kind = [element.localName, ...element.classList].map((name) => CSS.escape(name));
    const selector = kind.join(".");
    if (!sizes.has(selector)) sizes.set(selector, parseFloat(getComputedStyle(element).fontSize));
  }
  const own = parseFloat(getComputedStyle(article).fontSize);
  return [
    `[${ATTRIBUTE}] { font-size: ${own * factor}px !important; }`,
    ...[...sizes].map(
      ([kind, size]) => `[${ATTRIBUTE}] ${kind} { font-size: ${size * factor}px !important; }`,
    ),
  ];
}

/** @param {Look} look */
function spacingRules({ spacing }) {
  if (!spacing) return [];
  return [`[${ATTRIBUTE}], [${ATTRIBUTE}] * { line-height: ${spacing} !important; }`];
}

/** @param {Look} look */
function themeRules({ theme }) {
  if (!theme || !Object.hasOwn(THEMES, theme)) return [];
  const [ground, ink, scheme] = THEMES[theme];
  return [
    `[${ATTRIBUTE}] { display: block; color-scheme: ${scheme}; background: ${ground} !important;` +
      ` color: ${ink} !important; }`,
    `[${ATTRIBUTE}] * { background-color: transparent !important; color: inherit !important; }`,
  ];
}
