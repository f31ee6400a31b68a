/**
 * Makes elements and style sheets without markup strings, so that no text from a pack or an
 * attribute can become markup, and pages with a strict content security policy work.
 */

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string>} [attributes]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/**
 * A 24 × 24 line drawing in the colour of the text, hidden from screen readers.
 *
 * @param {string} path the `d` of an SVG path
 * @returns {SVGSVGElement}
 */
export function icon(path) {
  const namespace = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(namespace, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS(namespace, "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}

/**
 * A button with a drawing on it.
 *
 * @param {string} part
 * @param {string} label
 * @param {string} path the `d` of an SVG path
 * @returns {HTMLButtonElement}
 */
export function iconButton(part, label, path) {
  const button = make("button", { type: "button", part, "aria-label": label, title: label });
  button.append(icon(path));
  return button;
}

/** @type {Map<string, CSSStyleSheet>} */
const sheets = new Map();

/**
 * Gives a tree a style sheet, once.
 *
 * @param {Document | ShadowRoot} root
 * @param {string} css
 */
export function dress(root, css) {
  const known = sheets.get(css) ?? sheet(css);
  sheets.set(css, known);
  if (!root.adoptedStyleSheets.includes(known)) root.adoptedStyleSheets.push(known);
}

/**
 * @param {string} css
 * @returns {CSSStyleSheet}
 */
function sheet(css) {
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  return made;
}
