/**
 * Where a reader's find bar, cards and buttons hang: in one element behind the article.
 */

import { make } from "./make.js";

/** What a box is called that stands in a line of text, or is none. */
const NO_BLOCK = /^(?:inline|none|contents|ruby)/u;

/**
 * Puts what floats over the page into a reader's shadow tree.
 *
 * Behind the blocks of an inline reader, even a box out of the flow keeps WebKit from collapsing the
 * margin of the last block. An empty block does not; but elsewhere, as between inline text or in a
 * flex container, it is a block that would take room.
 *
 * @param {ShadowRoot} shadow
 * @param {...HTMLElement} surfaces
 */
export function addSurfaces(shadow, ...surfaces) {
  const found = /** @type {HTMLElement | null} */ (shadow.querySelector("[data-surfaces]"));
  const holder = found ?? make("div", { "data-surfaces": "" });
  if (!found) {
    holder.style.display = endsInBlock(shadow.host) ? "block" : "contents";
    shadow.append(holder);
  }
  holder.append(...surfaces);
}

/** @param {Element} host */
function endsInBlock(host) {
  if (getComputedStyle(host).display !== "inline") return false;
  let last = host.lastChild;
  while (last && !isRendered(last)) last = last.previousSibling;
  return last instanceof Element && !NO_BLOCK.test(getComputedStyle(last).display);
}

/** @param {ChildNode} node */
function isRendered(node) {
  if (node instanceof Element) return getComputedStyle(node).display !== "none";
  return node instanceof Text && node.data.trim() !== "";
}
