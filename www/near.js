/**
 * Which of the places of a text are registered as lights: first those in the window, then the others,
 * a few in each frame.
 *
 * A range that is registered costs a frame of scrolling next to nothing (in WebKit a microsecond of
 * drawing, 4.4 ms a frame with 2,300 instead of 1.9 with none); to register one, or to take it away,
 * has its paragraph drawn anew (in WebKit some 100 microseconds, and more where many come at once).
 * So only a few are in any frame, and nothing is taken away while
 * scrolling, unless there are more places than `MOST`, as of one letter in a long article.
 */

/**
 * @typedef {{start: number, end: number}} Span
 * @typedef {object} Spans spans in text order
 * @property {number} length
 * @property {(index: number) => number} start
 * @property {(index: number) => number} end
 *
 * @typedef {[from: number, to: number]} Part which of the spans, by index
 *
 * @typedef {object} Article
 * @property {(spans: Uint32Array) => AbstractRange[]} ranges fresh ranges, stride 2: start, end
 * @property {(spans: Spans) => number} firstInView the index of the first of some spans that does
 *   not end above the window
 *
 * @typedef {(gone: readonly AbstractRange[], come: readonly AbstractRange[]) => void} Exchange
 */

/** So many places are registered at most. */
const MOST = 2500;
/** So many are registered at once: more than a window mostly has. */
const FIRST = 32;
/** How many are registered or taken away in one frame: to draw one in the window takes WebKit 0.3 ms. */
const CHUNK = 32;
/** With fewer of many places registered beyond the window, others are sought. */
const RESERVE = 8 * CHUNK;

export class LitSpans {
  #article;
  #exchange;
  #spans = spansOf([]);
  /** What is registered. @type {Part} */
  #lit = [0, 0];
  /** The ranges of what is registered. @type {AbstractRange[]} */
  #ranges = [];
  /** The frame in which more will be registered, or 0. */
  #frame = 0;

  /**
   * @param {Article} article
   * @param {Exchange} exchange puts out some lights and lights others
   * @param {AbortSignal} life
   */
  constructor(article, exchange, life) {
    this.#article = article;
    this.#exchange = exchange;
    const options = { capture: true, passive: true, signal: life };
    for (const kind of ["scroll", "resize"]) addEventListener(kind, () => this.#follow(), options);
    life.addEventListener("abort", () => cancelAnimationFrame(this.#frame));
  }

  /**
   * Forgets what was lit before.
   *
   * @param {Spans} spans what is to be lit now
   * @returns {readonly AbstractRange[]} what to light first; the rest comes by `exchange`
   */
  begin(spans) {
    this.#spans = spans;
    const first = this.#first();
    this.#lit = [first, Math.min(spans.length, first + FIRST)];
    this.#ranges = this.#rangesOf(...this.#lit);
    this.#goOn();
    return this.#ranges;
  }

  /** The first span in the window or after it; of few the first of all. */
  #first() {
    return this.#spans.length <= FIRST ? 0 : this.#article.firstInView(this.#spans);
  }

  /** What is to be registered in the end. @param {number} first in the window @returns {Part} */
  #wanted(first) {
    const { length } = this.#spans;
    if (length <= MOST) return [0, length];
    return [Math.max(0, first - MOST / 2), Math.min(length, first + MOST / 2)];
  }

  #goOn() {
    const { length } = this.#spans;
    const [first, end] = this.#lit;
    if (first === 0 && end === length) return;
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#step();
    });
  }

  /** Comes nearer to what is wanted; begins anew where the window has gone far away. */
  #step() {
    const first = this.#first();
    const [from, end] = this.#lit;
    if (first > end || first < from - CHUNK) {
      const gone = this.#ranges;
      this.#exchange(gone, this.begin(this.#spans));
      return;
    }
    const wanted = this.#wanted(first);
    this.#setEnd(nearer(end, wanted[1]));
    this.#setFirst(nearer(from, wanted[0]));
    if (this.#lit.join() !== wanted.join()) this.#goOn();
  }

  /** @param {number} to */
  #setFirst(to) {
    const [from, end] = this.#lit;
    const come = this.#rangesOf(to, from);
    const gone = this.#ranges.splice(0, Math.max(0, to - from), ...come);
    this.#lit = [to, end];
    this.#exchange(gone, come);
  }

  /** @param {number} to */
  #setEnd(to) {
    const [first, from] = this.#lit;
    const come = this.#rangesOf(from, to);
    const gone = this.#ranges.splice(Math.min(to, from) - first);
    this.#ranges.push(...come);
    this.#lit = [first, to];
    this.#exchange(gone, come);
  }

  /** Seeks others where the window comes near the end of what is registered of many places. */
  #follow() {
    if (this.#frame || this.#spans.length <= MOST) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      const [first, [from, end]] = [this.#first(), this.#lit];
      const isLow = from > 0 && first - from < RESERVE;
      const isHigh = end < this.#spans.length && end - first < RESERVE;
      if (isLow || isHigh) this.#step();
    });
  }

  /** @param {number} from @param {number} to @returns {AbstractRange[]} */
  #rangesOf(from, to) {
    const offsets = new Uint32Array(2 * Math.max(0, to - from));
    for (let at = from; at < to; at++) {
      offsets[2 * (at - from)] = this.#spans.start(at);
      offsets[2 * (at - from) + 1] = this.#spans.end(at);
    }
    return this.#article.ranges(offsets);
  }
}

/**
 * @param {number} from
 * @param {number} to
 * @returns {number} what lies between, at most `CHUNK` from the first
 */
function nearer(from, to) {
  return from + Math.max(-CHUNK, Math.min(CHUNK, to - from));
}

/**
 * A list of span objects as `Spans`.
 *
 * @param {readonly Span[]} list in text order
 * @returns {Spans}
 */
export function spansOf(list) {
  return {
    length: list.length,
    start: (index) => list[index].start,
    end: (index) => list[index].end,
  };
}

/**
 * The index of the first of `spans` that begins at `start` or later.
 *
 * @param {Spans} spans
 * @param {number} start
 * @param {number} [from] the first index to look at
 * @returns {number}
 */
export function firstFrom(spans, start, from = 0) {
  return firstWhere(from, spans.length, (at) => spans.start(at) >= start);
}

/**
 * The first of the whole numbers `from` to `to` for which something is so, by halving: once it is
 * so it stays so; `to` if it never is.
 *
 * @param {number} from
 * @param {number} to
 * @param {(at: number) => boolean} isSo
 * @returns {number}
 */
export function firstWhere(from, to, isSo) {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isSo(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
