/**
 * The sentences that places stand in, and what the find bar says of them aloud.
 */

import { make } from "./make.js";
import { messages } from "./messages-later.js";
import { firstWhere } from "./near.js";

/** @import { Document, Sentence, Span } from "./core.js" */
/** @import { Reader } from "./reader.js" */
/** @import { FindDetail } from "./search-session.js" */

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

/** How long after the last change the count is said, in milliseconds. */
const ANNOUNCE_AFTER = 700;
/** How much of the sentence is said with it, in characters on each side of the match. */
const AROUND = 60;

export class FindAnnouncer {
  #number;
  #waiting = 0;

  element = make("p", { class: "voice", role: "status" });

  /** @param {(number: number) => string} number writes a number in the page's digits */
  constructor(number) {
    this.#number = number;
  }

  /**
   * Says which match of how many this is, in which sentence, and a note.
   *
   * @param {Reader | undefined} reader
   * @param {FindDetail} result
   * @param {string} note
   */
  announce(reader, { query, position, total }, note) {
    this.hush();
    this.#waiting = setTimeout(() => {
      const count = messages.spokenCount(this.#number(position), this.#number(total));
      const parts = total > 0 ? [count, note, reader ? sentenceOf(reader) : ""] : [note];
      this.say(query.trim() === "" ? "" : parts.filter((part) => part !== "").join(messages.comma));
    }, ANNOUNCE_AFTER);
  }

  /** @param {string} words */
  say(words) {
    this.element.textContent = words;
  }

  /** Says nothing of what was to be said. */
  hush() {
    clearTimeout(this.#waiting);
  }
}

/**
 * @param {Reader} reader
 * @returns {string} the words around the match the reader is at
 */
function sentenceOf({ document, search, text }) {
  const [match] = search.currentMatch;
  if (!match) return "";
  const { start, end } = clip(text, sentenceAt(document, match.start), match, AROUND);
  return text.slice(start, end);
}
