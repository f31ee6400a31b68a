/**
 * Links to one place of the text that need no reader: text fragments, `#:~:text=…`, which browsers
 * scroll to and light up by themselves (https://wicg.github.io/scroll-to-text-fragment/).
 */

/** @import { Span } from "./core.js" */

/** How many words before and after a place tell it from others. */
const CONTEXT_WORDS = 3;

/**
 * @param {string} text the flat text
 * @param {Span} paragraph the paragraph of the place: a fragment's words stand in one block
 * @param {Span} place
 * @param {string} address of the page
 * @returns {string} an address
 */
export function linkTo(text, paragraph, place, address) {
  const start = paragraph.start + wordStart(text.slice(paragraph.start, place.start));
  const end = place.end + wordEnd(text.slice(place.end, paragraph.end));
  const before = words(text.slice(paragraph.start, start)).slice(-CONTEXT_WORDS);
  const after = words(text.slice(end, paragraph.end)).slice(0, CONTEXT_WORDS);
  const parts = [
    ...(before.length > 0 ? [`${encode(before.join(" "))}-`] : []),
    encode(words(text.slice(start, end)).join(" ")),
    ...(after.length > 0 ? [`-${encode(after.join(" "))}`] : []),
  ];
  const link = new URL(address);
  link.hash = "";
  return `${link.href}#:~:text=${parts.join(",")}`;
}

/**
 * Copies a link.
 *
 * @param {string} link
 * @returns {Promise<boolean>} false where the browser does not let pages copy
 */
export function copy(link) {
  const copying = navigator.clipboard?.writeText(link) ?? Promise.reject();
  return copying.then(
    () => true,
    () => false,
  );
}

/**
 * @param {string} before
 * @returns {number} where the word begins that goes on after `before`
 */
function wordStart(before) {
  return before.length - (/\S*$/u.exec(before)?.[0].length ?? 0);
}

/**
 * @param {string} after
 * @returns {number} where the word ends that goes on with `after`
 */
function wordEnd(after) {
  return /^\S*/u.exec(after)?.[0].length ?? 0;
}

/** @param {string} text */
function words(text) {
  return text.split(/\s+/u).filter((word) => word !== "");
}

/** @param {string} text its hyphens would be taken for those of the syntax */
function encode(text) {
  return encodeURIComponent(text).replaceAll("-", "%2D");
}
