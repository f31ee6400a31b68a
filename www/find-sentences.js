/**
 * The sentences that matches stand in.
 */

import { firstWhere } from "./near.js";

/** @import { Document, Sentence, Span } from "./core.js" */

/** @type {WeakMap<Document, Sentence[]>} */
const known = new WeakMap();

/**
 * The sentence that an offset lies in.
 *
 * @param {Document} document
 * @param {number} offset
 * @returns {Sentence} of an offset outside of any, the last one before it
 */
export function sentenceAt(document, offset) {
  const sentences = known.get(document) ?? document.sentences();
  known.set(document, sentences);
  const after = firstWhere(0, sentences.length, (at) => sentences[at].start > offset);
  return sentences[Math.max(0, after - 1)];
}

/**
 * The part of a sentence around a place, from word to word.
 *
 * @param {string} text
 * @param {Span} sentence
 * @param {Span} place inside the sentence
 * @param {number} around how many characters to show before and after the place at most
 * @returns {Span}
 */
export function clip(text, sentence, place, around) {
  const first = Math.max(sentence.start, place.start - around);
  const last = Math.min(Math.max(sentence.end, place.end), place.end + around);
  const start =
    first > sentence.start ? first + indexOfSpace(text.slice(first, place.start)) : first;
  const cut = text.slice(place.end, last);
  const end = last < sentence.end ? place.end + Math.max(0, cut.search(/\s\S*$/u)) : last;
  return { start, end };
}

/**
 * @param {string} text
 * @returns {number} where the first whole word of a text cut off at its start begins
 */
function indexOfSpace(text) {
  const space = /\s+/u.exec(text);
  return space ? space.index + space[0].length : text.length;
}
