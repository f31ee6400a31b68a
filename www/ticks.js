/**
 * Ticks beside the scrollbar, where the matches are on the page. A press on one goes there.
 *
 * They are for the pointer: everybody else has the list of hits (WCAG 2.2, SC 2.5.8, equivalent).
 * Where a match is, is worked out from its paragraph's place and its own in the paragraph, which
 * needs no measuring of matches; ticks that would touch are one.
 */

import { repaintable } from "./frame.js";
import { make } from "./make.js";
import { firstWhere } from "./near.js";

/** @import { Reader } from "./reader.js" */

/** The height of a tick with the gap to the next, in CSS pixels. */
const STEP = 3;
/** How near to a tick a press counts, in CSS pixels. */
const REACH = 12;

/** @typedef {{y: number, match: number, isQuiet: boolean}} Tick `y` from the strip's top */

export class ScrollTicks {
  #reader;
  #observer;
  /** @type {readonly Tick[]} */
  #ticks = [];
  #life = new AbortController();

  element = make("div", { part: "ticks", "aria-hidden": "true", popover: "manual" });

  /** @param {Reader} reader */
  constructor(reader) {
    this.#reader = reader;
    this.draw = repaintable(() => this.#draw());
    this.#observer = new ResizeObserver(this.draw);
    this.#observer.observe(reader.root);
    this.#observer.observe(document.documentElement);
    this.element.addEventListener("click", (event) => this.#press(event));
    addEventListener("resize", this.draw, { signal: this.#life.signal });
  }

  close() {
    this.#observer.disconnect();
    this.#life.abort();
    this.element.remove();
  }

  #draw() {
    if (!this.element.isConnected || this.#life.signal.aborted) return;
    const { scrollHeight, clientHeight } = document.documentElement;
    const { search } = this.#reader;
    const hasRoom = scrollHeight > clientHeight && search.results.length > 0;
    this.element.togglePopover(hasRoom);
    if (!hasRoom) return;
    this.#ticks = this.#merge(clientHeight / scrollHeight);
    const [current] = search.currentMatch.map((match) => this.#placeOf(match.start));
    const marks = this.#ticks.map(({ y, isQuiet }) => makeTick(y, isQuiet ? "quiet" : ""));
    if (current !== undefined) {
      marks.push(makeTick((current * clientHeight) / scrollHeight, "current"));
    }
    this.element.replaceChildren(...marks);
  }

  /**
   * @param {number} scale of the strip to the page
   * @returns {Tick[]} from top to bottom, none of them touching another
   */
  #merge(scale) {
    const { results } = this.#reader.search;
    const stops = new Set(results.stops);
    /** @type {Map<number, Tick>} */
    const ticks = new Map();
    this.#measureBlocks();
    for (let match = 0; match < results.length; match++) {
      const row = Math.round((this.#placeOf(results.at(match).start) * scale) / STEP);
      const isQuiet = !stops.has(match);
      const known = ticks.get(row);
      if (!known || (known.isQuiet && !isQuiet)) ticks.set(row, { y: row * STEP, match, isQuiet });
    }
    return [...ticks.values()].sort((a, b) => a.y - b.y);
  }
}
