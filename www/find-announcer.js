/**
 * What the find bar says aloud, through a live region, after a pause: who is still typing is not
 * interrupted.
 */

import { clip, sentenceAt } from "./find-sentences.js";
import { make } from "./make.js";
import { messages } from "./messages.js";

/** @import { Reader } from "./reader.js" */
/** @import { FindDetail } from "./search-session.js" */

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
