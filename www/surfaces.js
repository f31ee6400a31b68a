/**
 * What floats over the page: where a reader's find bar, cards and buttons hang, how they look in
 * common, and what has the focus when they come and go.
 */

import { dress, iconButton, make } from "./make.js";
import { messages } from "./messages.js";

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
  const zoom = surface.currentCSSZoom ?? 1;
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
  return button;
}

/**
 * Colours follow the host's `color-scheme` and the custom properties `--sorani-reader-*`; fonts are
 * the host's. The private names are set on the surfaces, not on `:host`, from where they would reach
 * into the article.
 */
const surfaceCss = `
.surface {
  --surface: var(--sorani-reader-surface, #fff);
  --ink: var(--sorani-reader-ink, #1d1d1f);
  --quiet: var(--sorani-reader-quiet, #5c6066);
  --accent: var(--sorani-reader-accent, #0b57a4);
  --line: var(--sorani-reader-line, #0000001f);
  box-sizing: border-box;
  margin: 0;
  border: 1px solid var(--line);
  background: var(--surface);
  color: var(--ink);
  box-shadow: 0 0.5rem 1.75rem #0000001f, 0 0.125rem 0.375rem #00000014;
  font-family: inherit;
  font-size: 1rem;
  font-style: normal;
  font-weight: 400;
  line-height: 1.5;
  letter-spacing: normal;
  word-spacing: normal;
  text-align: start;
  text-indent: 0;
  text-transform: none;
  text-shadow: none;
  white-space: normal;
  hyphens: none;
  scrollbar-color: var(--quiet) transparent;
}
@supports (color: light-dark(#000, #fff)) {
  .surface {
    --surface: var(--sorani-reader-surface, light-dark(#fff, #26282c));
    --ink: var(--sorani-reader-ink, light-dark(#1d1d1f, #ececee));
    --quiet: var(--sorani-reader-quiet, light-dark(#5c6066, #a9adb5));
    --accent: var(--sorani-reader-accent, light-dark(#0b57a4, #8ab8f0));
    --line: var(--sorani-reader-line, light-dark(#0000001f, #ffffff24));
  }
}
:where(.surface) p {
  margin: 0;
}
.surface button {
  display: grid;
  place-items: center;
  padding: 0;
  border: 0;
  background: none;
  color: inherit;
  font: inherit;
  cursor: pointer;
}
.surface button:hover:enabled, button.surface:hover {
  background-image: linear-gradient(rgb(127 127 127 / 0.14), rgb(127 127 127 / 0.14));
}
.surface:focus-visible, .surface :focus-visible {
  outline: 2px solid var(--accent);
  outline-offset: 1px;
}
.surface svg {
  inline-size: 1.375rem;
  block-size: 1.375rem;
  fill: none;
  stroke: currentColor;
  stroke-width: 1.75;
  stroke-linecap: round;
  stroke-linejoin: round;
}
.round {
  position: fixed;
  inset-block-end: calc(max(1rem, env(safe-area-inset-bottom)) + var(--above, 0rem));
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
.round[hidden], .round[aria-expanded="true"] {
  display: none;
}
[part~="entities-button"] {
  --above: 3.5rem;
}
[part~="aids-button"] {
  --above: 7rem;
}
.voice {
  position: absolute;
  inline-size: 1px;
  block-size: 1px;
  margin: -1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
@media print {
  .surface {
    display: none !important;
  }
}
`;

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
