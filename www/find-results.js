/**
 * The places that a query has found, as the core's plain numbers: a letter stands in a long article
 * a hundred thousand times, and an object for each would cost more than the search.
 */

import { TIERS } from "./core.js";

/** @import { Match, Tier } from "./core.js" */
/** @import { Spans } from "./near.js" */

/**
 * @typedef {"on" | "faint" | "off"} TierState `on` lit and stepped through, `faint` lit but stepped
 *   through only where nothing better is found, `off` left out
 * @typedef {Partial<Record<Tier, boolean>>} Choice the tiers that the reader has switched on or off
 */

/** Tiers that match less well: lit more quietly, counted apart, stepped through when asked for. */
const QUIET = new Set(["scattered", "part", "typo"]);

/**
 * @param {Tier} tier
 * @returns {boolean}
 */
export function isQuiet(tier) {
  return QUIET.has(tier);
}

/**
 * @param {Tier} tier
 * @param {Choice} choice
 * @returns {TierState}
 */
export function stateOf(tier, choice) {
  const chosen = choice[tier];
  if (chosen !== undefined) return chosen ? "on" : "off";
  return isQuiet(tier) ? "faint" : "on";
}

export class FindResults {
  /** Stride 3: start, end, index of the tier. */
  #rows;
  /** @type {readonly Match[] | undefined} */
  #matches;

  /**
   * @param {Uint32Array} rows in text order, as `Document.searchRows` gives them
   * @param {Choice} choice
   */
  constructor(rows, choice) {
    const states = TIERS.map((tier) => stateOf(tier, choice));
    /** How many places matched how, those that are switched off included. */
    this.tiers = countTiers(rows);
    this.#rows = withoutTiers(
      rows,
      states.map((state) => state !== "off"),
    );
    const [asked, others] = this.#part(states.map((state) => state === "on"));
    /** The places that are stepped through, as indices of all places shown. */
    this.stops = asked.length > 0 ? asked : others;
    const [faint, loud] = this.#part(TIERS.map(isQuiet));
    /** How many places match less well. */
    this.parts = faint.length;
    /** What is lit strongly. */
    this.loud = this.#spans(loud);
    /** What is lit quietly. */
    this.faint = this.#spans(faint);
    /** What is stepped through. */
    this.stepped = this.#spans(this.stops);
  }

  /** How many places are shown. */
  get length() {
    return this.#rows.length / 3;
  }

  /** All places that are shown, as scripts get them. */
  get matches() {
    // No `Array.from`: frameworks of 2007 put another in its place.
    this.#matches ??= [...Array(this.length).keys()].map((index) => this.at(index));
    return this.#matches;
  }

  /**
   * @param {number} index
   * @returns {Match}
   */
  at(index) {
    const [start, end, tier] = this.#rows.subarray(3 * index, 3 * index + 3);
    return { start, end, tier: TIERS[tier] };
  }

  /**
   * @param {readonly boolean[]} isWanted by tier
   * @returns {[Uint32Array, Uint32Array]} the indices of the places that are wanted, and of the others
   */
  #part(isWanted) {
    const { length } = this;
    const parted = new Uint32Array(length);
    let [wanted, others] = [0, length];
    for (let index = 0; index < length; index++) {
      if (isWanted[this.#rows[3 * index + 2]]) parted[wanted++] = index;
      else parted[--others] = index;
    }
    return [parted.subarray(0, wanted), parted.subarray(wanted).reverse()];
  }

  /**
   * @param {Uint32Array} indices
   * @returns {Spans}
   */
  #spans(indices) {
    const rows = this.#rows;
    return {
      length: indices.length,
      start: (at) => rows[3 * indices[at]],
      end: (at) => rows[3 * indices[at] + 1],
    };
  }
}

/**
 * @param {Uint32Array} rows
 * @returns {Partial<Record<Tier, number>>}
 */
function countTiers(rows) {
  const counts = new Uint32Array(TIERS.length);
  for (let at = 2; at < rows.length; at += 3) counts[rows[at]]++;
  const found = TIERS.map((tier, index) => /** @type {const} */ ([tier, counts[index]]));
  return Object.fromEntries(found.filter(([, count]) => count > 0));
}

/**
 * @param {Uint32Array} rows
 * @param {readonly boolean[]} wanted by tier
 * @returns {Uint32Array}
 */
function withoutTiers(rows, wanted) {
  if (wanted.every(Boolean)) return rows;
  const kept = new Uint32Array(rows.length);
  let end = 0;
  for (let at = 0; at < rows.length; at += 3) {
    if (!wanted[rows[at + 2]]) continue;
    kept.set(rows.subarray(at, at + 3), end);
    end += 3;
  }
  return kept.subarray(0, end);
}
