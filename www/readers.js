/**
 * The readers on this page, and which of them a key means.
 */

/** @import { SoraniReaderElement } from "./element.js" */

/** @type {Set<SoraniReaderElement>} */
const readers = new Set();

/** @param {SoraniReaderElement} reader */
export function join(reader) {
  if (readers.size === 0) document.addEventListener("keydown", forwardKey);
  readers.add(reader);
}

/** @param {SoraniReaderElement} reader */
export function leave(reader) {
  readers.delete(reader);
  if (readers.size === 0) document.removeEventListener("keydown", forwardKey);
}

/**
 * The reader whose article takes up most of the window; the first one if none is in it.
 *
 * @returns {SoraniReaderElement | undefined}
 */
export function activeReader() {
  let [active] = readers;
  for (const reader of readers) {
    if (visibleHeight(reader) > visibleHeight(active)) active = reader;
  }
  return active;
}

/**
 * Lets the reader in view have a key that the page leaves alone.
 *
 * @param {KeyboardEvent} event
 */
function forwardKey(event) {
  if (event.defaultPrevented || event.isComposing || isTyping(event)) return;
  if (activeReader()?.takeKey(event)) event.preventDefault();
}

/**
 * @param {KeyboardEvent} event
 * @returns {boolean}
 */
function isTyping(event) {
  const [target] = event.composedPath();
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.closest("input, textarea, select") === target;
}

/**
 * @param {SoraniReaderElement} reader
 * @returns {number} CSS pixels of the window's height that the article takes up
 */
function visibleHeight(reader) {
  const box = reader.article?.getBoundingClientRect();
  if (!box) return 0;
  return Math.max(0, Math.min(box.bottom, innerHeight) - Math.max(box.top, 0));
}
