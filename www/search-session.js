/**
 * One article's search: the query, what it has found, which of the places the reader is at, and
 * their lights.
 */

import { FindResults, stateOf } from "./find-results.js";
import { adoptRules, repaint } from "./highlights.js";
import { firstFrom } from "./near.js";
import { reveal } from "./scrolling.js";

/** @import { Match, Mode, Tier } from "./core.js" */
/** @import { Choice } from "./find-results.js" */
/** @import { Reader } from "./reader.js" */

/**
 * @typedef {object} FindResult
 * @property {number} total how many places a reader steps through: those of the word, or, where
 *   there are none, those that match less well
 * @property {number} parts how many places match less well (`scattered`, `part`, `typo`)
 * @property {number} current the index in `matches` of the place the reader is at, or -1
 * @property {number} position which of `total` it is, from 1; 0 if there is none
 * @property {true} [superseded] a newer `find()` has overtaken this one
 *
 * @typedef {FindResult & {
 *   query: string,
 *   mode: Mode,
 *   tiers: Partial<Record<Tier, number>>,
 *   wrapped?: "start" | "end",
 * }} FindDetail of the event `sorani-reader-find`: with how many places matched how, those that the
 *   reader has switched off included, and where a step went on after the last or the first of them
 */

const NOTHING = new Uint32Array();

export class SearchSession {
  #host;
  #reader;
  /** @type {{text: string, mode: Mode} | undefined} */
  #query;
  /** What the core has found, whatever is switched off. @type {Uint32Array} */
  #rows = NOTHING;
  /** @type {Choice} */
  #choice = {};

  /** The index in the results' `stops` of the place the reader is at, or -1. */
  stop = -1;
  results = new FindResults(NOTHING, {});

  /**
   * @param {HTMLElement} host
   * @param {Reader} reader
   */
  constructor(host, reader) {
    this.#host = host;
    this.#reader = reader;
  }

  /** @returns {readonly Match[]} */
  get matches() {
    return this.results.matches;
  }

  /** The index in `matches` of the place the reader is at, or -1. */
  get current() {
    return this.stop < 0 ? -1 : this.results.stops[this.stop];
  }

  /** The place the reader is at, as a list of one or none. */
  get currentMatch() {
    return this.stop < 0 ? [] : [this.results.at(this.current)];
  }

  /**
   * Lights up the places that match and goes to the nearest.
   *
   * @param {string} text
   * @param {Mode} mode
   * @returns {FindResult}
   */
  find(text, mode) {
    this.#reader.catchUp();
    this.#query = { text, mode };
    // A page that has set its style sheets anew has dropped ours.
    adoptRules(this.#reader.root);
    this.#search();
    this.stop = this.#nearestStop();
    this.#paint();
    this.#tell();
    // What comes now has the page laid out: the lights and what the bar says of them go first.
    this.#lookAgain();
    this.revealCurrent();
    return this.#result();
  }

  /** Goes elsewhere if the view is not where it was last known to be. */
  #lookAgain() {
    this.#reader.forgetView();
    const stop = this.#nearestStop();
    if (stop === this.stop) return;
    this.stop = stop;
    this.#paint();
    this.#tell();
  }

  /**
   * @param {1 | -1} by
   * @returns {FindResult}
   */
  step(by) {
    this.#reader.catchUp();
    const count = this.results.stops.length;
    if (count === 0) return this.#result();
    const to = this.stop < 0 && by < 0 ? count - 1 : this.stop + by;
    this.#moveTo((to + count) % count);
    return this.#tell(to === count ? "start" : to < 0 ? "end" : undefined);
  }

  /**
   * @param {number} stop which of the places that are stepped through, from 0
   * @returns {FindResult}
   */
  goToStop(stop) {
    this.#reader.catchUp();
    if (stop < 0 || stop >= this.results.stops.length) return this.#result();
    this.#moveTo(stop);
    return this.#tell();
  }

  /**
   * @param {number} offset goes to the first stop there or after, else to the last one
   * @returns {FindResult}
   */
  goToOffset(offset) {
    return this.goToStop(this.#stopFrom(offset));
  }

  /**
   * @param {string} text
   * @param {Mode} mode
   * @returns {number} how many places a search for it would step through
   */
  countOf(text, mode) {
    const rows = this.#reader.document.searchRows(text, { mode });
    return new FindResults(rows, this.#choice).stops.length;
  }

  /** Forgets the query and puts out its lights. */
  clear() {
    this.#query = undefined;
    this.#search();
    this.stop = -1;
    this.#paint();
    this.#tell();
  }

  /**
   * Switches the places that match in some way on or off, for this query and the next ones.
   *
   * @param {Tier} tier
   * @param {boolean} isOn
   */
  choose(tier, isOn) {
    this.#reader.catchUp();
    this.#choice = { ...this.#choice, [tier]: isOn };
    this.#show();
    this.#tell();
  }

  /** Lets every way of matching count as it does from the start. */
  forgetChoice() {
    this.#choice = {};
  }

  /** @param {Tier} tier */
  stateOf(tier) {
    return stateOf(tier, this.#choice);
  }

  /** Searches again after the text or its entities have changed, and stays at the same place. */
  renew() {
    const [place] = this.currentMatch;
    this.#search();
    this.stop = place ? this.#stopFrom(place.start) : -1;
  }

  /** Tells of the results of `renew`, if there is a query. */
  tellRenewed() {
    if (this.#query) this.#tell();
  }

  #search() {
    const query = this.#query;
    const { document } = this.#reader;
    this.#rows = query ? document.searchRows(query.text, { mode: query.mode }) : NOTHING;
    this.results = new FindResults(this.#rows, this.#choice);
  }

  /** Shows other places of those found, and stays near the same place. */
  #show() {
    const [place] = this.currentMatch;
    this.results = new FindResults(this.#rows, this.#choice);
    this.stop = place ? this.#stopFrom(place.start) : this.#nearestStop();
    this.#paint();
    this.revealCurrent();
  }

  /**
   * @param {number} offset
   * @returns {number} the first stop there or after, else the last one; -1 if there is none
   */
  #stopFrom(offset) {
    const { stepped } = this.results;
    return Math.min(firstFrom(stepped, offset), stepped.length - 1);
  }

  /** The first stop that is not above the window; the first of all if all are; -1 without any. */
  #nearestStop() {
    const { stepped } = this.results;
    if (stepped.length === 0) return -1;
    return this.#reader.firstInView(stepped) % stepped.length;
  }

  /** @param {number} stop */
  #moveTo(stop) {
    this.stop = stop;
    repaint("sorani-match-current");
    this.revealCurrent();
  }

  #paint() {
    repaint("sorani-match", "sorani-match-quiet", "sorani-match-current");
  }

  /** Brings the place the reader is at into view. */
  revealCurrent() {
    for (const match of this.currentMatch) reveal(this.#reader.rangeOf(match));
  }

  /** @returns {FindResult} */
  #result() {
    const { stops, parts } = this.results;
    return {
      total: stops.length,
      parts,
      current: this.current,
      position: this.stop + 1,
    };
  }

  /**
   * @param {"start" | "end"} [wrapped] where a step went on after the last or the first match
   * @returns {FindResult}
   */
  #tell(wrapped) {
    const result = this.#result();
    const { text = "", mode = "smart" } = this.#query ?? {};
    /** @type {FindDetail} */
    const detail = { query: text, mode, tiers: this.results.tiers, wrapped, ...result };
    this.#host.dispatchEvent(
      new CustomEvent("sorani-reader-find", { detail, bubbles: true, composed: true }),
    );
    return result;
  }
}
