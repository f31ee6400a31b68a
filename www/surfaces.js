/**
 * What floats over the page: where a reader's find bar, cards and buttons hang, how they look in
 * common, and what has the focus when they come and go.
 */

import { dress, iconButton, make } from "./make.js";
import { messages } from "./messages.js";
import { boxOf, whenResized, zoomOf } from "./place.js";
import { surfaceCss } from "./styles.js";

/** What a box is called that stands in a line of text, or is none. */
const NO_BLOCK = /^(?:inline|none|contents|ruby)/u;

/**
 * Puts what floats over the page into a reader's shadow tree, in the language of the interface and
 * dressed in what all surfaces wear and in `css`.
 *
 * Behind the blocks of an inline reader, even a box out of the flow keeps WebKit from collapsing the
 * margin of the last block. An empty block does not; but elsewhere, as between inline text or in a
 * flex container, it is a block that would take room.
 *
 * @param {ShadowRoot} shadow
 * @param {string} css
 * @param {...HTMLElement} surfaces
 */
export function addSurfaces(shadow, css, ...surfaces) {
  for (const sheet of [surfaceCss, css]) dress(shadow, sheet);
  for (const surface of surfaces) {
    surface.lang ||= messages.lang;
    surface.dir ||= messages.dir;
  }
  const found = /** @type {HTMLElement | null} */ (shadow.querySelector("[data-surfaces]"));
  const holder = found ?? make("div", { "data-surfaces": "" });
  if (!found) {
    holder.style.display = endsInBlock(shadow.host) ? "block" : "contents";
    for (const kind of ["keydown", "keypress", "keyup"]) {
      holder.addEventListener(kind, (event) => keepTyping(/** @type {KeyboardEvent} */ (event)));
    }
    shadow.append(holder);
  }
  holder.append(...surfaces);
}

/**
 * Keeps what is typed into a field from the page's own shortcuts, for which it would come from the
 * reader, which is no field.
 *
 * @param {KeyboardEvent} event
 */
function keepTyping(event) {
  const isCommand = event.ctrlKey || event.altKey || event.metaKey;
  const isTyped = !isCommand && !/^(?:Escape|Tab|F\d+)$/u.test(event.key);
  if (isTyped && event.target instanceof HTMLInputElement) event.stopPropagation();
}

/**
 * Puts a surface somewhere in the window. Its own lengths are multiplied where the page has `zoom`.
 *
 * @param {HTMLElement & {currentCSSZoom?: number}} surface
 * @param {Record<string, number>} place CSS properties, in CSS pixels of the window
 */
export function putAt(surface, place) {
  const zoom = surface.currentCSSZoom ?? zoomOf(surface);
  for (const [name, length] of Object.entries(place)) {
    surface.style.setProperty(name, `${length / zoom}px`);
  }
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

/**
 * One of the round buttons at the window's edge that open something.
 *
 * @param {string} part
 * @param {string} label
 * @param {string} path the `d` of an SVG path
 */
export function roundButton(part, label, path) {
  const button = iconButton(part, label, path);
  button.classList.add("surface", "round");
  button.setAttribute("aria-expanded", "false");
  const keep = () => keepInWindow(button);
  whenResized([button], keep);
  new IntersectionObserver(keep).observe(button);
  return button;
}

/**
 * Lays a button over the page if it is out of the window: where something around the article is
 * moved, filtered or contained, what is fixed stays with that instead.
 *
 * @param {HTMLElement} button
 */
function keepInWindow(button) {
  const { width, top, bottom } = boxOf(button);
  const isInWindow = width === 0 || (top >= 0 && bottom <= innerHeight);
  if (isInWindow || button.matches(":popover-open")) return;
  // WebKit leaves it where it is unless it is laid out anew.
  button.style.display = "none";
  button.popover = "manual";
  button.showPopover();
  boxOf(button);
  button.style.display = "";
}

/** @returns {Element | null} what has the focus, also inside shadow trees */
export function deepestFocus() {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused;
}

export function isNothingFocused() {
  const focused = document.activeElement;
  return !focused || focused === document.body;
}

/**
 * Gives the focus back to what had it, without scrolling there; to nothing if nothing had it.
 *
 * @param {Element | null} before
 */
export function returnFocus(before) {
  const focused = deepestFocus();
  if (before instanceof HTMLElement && before !== document.body && before.isConnected) {
    before.focus({ preventScroll: true });
  } else if (focused instanceof HTMLElement) {
    focused.blur();
  }
}
