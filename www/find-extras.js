/**
 * What the find bar loads when it is first wanted: the suggestions and the ticks when the bar is
 * opened, the list of hits when it is asked for.
 */

import { whenLoaded } from "./failure.js";
import { dress } from "./make.js";

/** @import { HitsPanel } from "./hits-panel.js" */
/** @import { Reader } from "./reader.js" */
/** @import { SuggestionList } from "./suggestions.js" */
/** @import { ScrollTicks } from "./ticks.js" */

/**
 * @typedef {object} Surroundings
 * @property {HTMLElement} bar
 * @property {HTMLElement} head the part of the bar that always shows
 * @property {HTMLInputElement} field
 * @property {HTMLButtonElement} list the button that shows the list of hits
 * @property {(number: number) => string} number writes a number in the page's digits
 * @property {(text: string) => void} choose searches for a suggestion
 * @property {(text: string) => number} countOf how many places a search would step through
 */

export class FindExtras {
  #host;
  #around;
  /** @type {Reader | undefined} */
  #reader;
  /** @type {SuggestionList | undefined} */
  #suggestions;
  /** @type {ScrollTicks | undefined} */
  #ticks;
  /** @type {HitsPanel | undefined} */
  #hits;
  #isOpen = false;
  #showsHits = false;
  /** Whether something has been typed since the bar was opened. */
  #isAsked = false;

  /**
   * @param {HTMLElement} host
   * @param {Surroundings} around
   */
  constructor(host, around) {
    this.#host = host;
    this.#around = around;
    around.list.setAttribute("aria-expanded", "false");
  }

  /**
   * @param {Reader} reader
   * @param {boolean} isOpen whether the bar is open already
   */
  readerIs(reader, isOpen) {
    this.#reader = reader;
    this.#hideHits();
    if (isOpen) this.open();
  }

  /** The bar has been opened. */
  async open() {
    this.#isOpen = true;
    if (!this.#reader) return;
    const [suggestions, ticks] = await whenLoaded(
      this.#host,
      Promise.all([import("./suggestions.js"), import("./ticks.js"), this.#dress()]),
    );
    if (!this.#isOpen || !this.#reader) return;
    this.#addSuggestions(suggestions.SuggestionList);
    this.#ticks?.close();
    this.#ticks = new ticks.ScrollTicks(this.#reader);
    this.#around.bar.before(this.#ticks.element);
    this.#around.bar.classList.toggle("beside", this.#ticks.isLeft);
    this.#ticks.draw();
  }

  close() {
    this.#isOpen = false;
    this.#isAsked = false;
    this.#ticks?.close();
    this.#ticks = undefined;
    this.#suggestions?.close();
    this.#hideHits();
  }

  /** Offers what goes on from what has been typed; as soon as that can be done. */
  suggest() {
    this.#isAsked = true;
    this.#suggestions?.ask();
  }

  closeSuggestions() {
    this.#suggestions?.close();
  }

  /**
   * @param {KeyboardEvent} event pressed in the field
   * @returns {boolean} whether the key is taken
   */
  takeKey(event) {
    if (this.#suggestions?.takeKey(event)) return true;
    if (event.key !== "ArrowDown" || !this.#hits) return false;
    this.#hits.focus();
    return true;
  }

  async toggleHits() {
    if (this.#showsHits) {
      this.#hideHits();
      return;
    }
    this.#showsHits = true;
    this.#around.list.setAttribute("aria-expanded", "true");
    const [{ HitsPanel }] = await whenLoaded(
      this.#host,
      Promise.all([import("./hits-panel.js"), this.#dress()]),
    );
    if (!this.#showsHits || !this.#reader) return;
    this.#hits = new HitsPanel(this.#reader, this.#around.number);
    this.#around.bar.append(this.#hits.element);
    this.#hits.draw();
    // What was beside the bar may be under the list now.
    requestAnimationFrame(() => this.#reader?.search.revealCurrent());
  }

  /** Shows what has been found, or which place of it is the current one now. */
  show() {
    this.#ticks?.draw();
    this.#hits?.draw();
  }

  #hideHits() {
    this.#showsHits = false;
    this.#around.list.setAttribute("aria-expanded", "false");
    this.#hits?.close();
    this.#hits = undefined;
  }

  /** @param {typeof SuggestionList} List */
  #addSuggestions(List) {
    if (this.#suggestions) return;
    const { field, head, number, choose, countOf } = this.#around;
    this.#suggestions = new List(field, {
      suggest: (beginning, limit) => {
        const found = this.#reader?.document.suggest(beginning, limit) ?? [];
        return found.map((one) => ({ ...one, count: countOf(one.text) }));
      },
      choose,
      number,
    });
    head.append(this.#suggestions.element);
    if (this.#isAsked) this.#suggestions.ask();
  }

  async #dress() {
    const { findExtrasCss } = await import("./find-extras-style.js");
    dress(/** @type {ShadowRoot} */ (this.#host.shadowRoot), findExtrasCss);
  }
}
