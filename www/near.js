/**
 * Which parts of an article are near the window.
 *
 * WebKit's painting slows down with every registered range, near or far, so only what is near is
 * registered. Blocks are observed, not matches: that costs nothing while scrolling, and also
 * notices what moves the text without a scroll. Only a block that holds a great many matches, as an
 * article without paragraphs, is looked into while scrolling.
 */

/**
 * @typedef {{start: number, end: number}} Span
 * @typedef {Span & {element: Element}} Block a paragraph and an element that holds all of it
 * @typedef {Block & {top: number, near: Span}} Inside
 * @typedef {object} Spans spans in text order
 * @property {number} length
 * @property {(index: number) => number} start
 * @property {(index: number) => number} end
 */

/** How far around the window counts as near, as an `IntersectionObserver` margin. */
const MARGIN = "100%";
/** A block with more spans than this is looked into. */
const MANY = 400;
/** How far to scroll inside such a block before what is near is picked anew, in windows' heights. */
const STRIDE = 0.5;

export class NearBlocks {
  #measure;
  #onChange;
  /** @type {Map<Element, boolean>} */
  #isNear = new Map();
  /** Those of the blocks that are near. @type {readonly Block[]} */
  #near = [];
  /** @type {IntersectionObserver} */
  #observer;
  /** What of a block was near when it was looked into, and where its top was. @type {Inside | undefined} */
  #inside;
  /** The frame in which the inside of a block will be looked at again, or 0. */
  #frame = 0;
  #life = new AbortController();

  /**
   * @param {readonly Block[]} blocks in text order
   * @param {(span: Span) => DOMRect} measure gives the place of a span in the window
   * @param {() => void} onChange called when something else than before is near
   */
  constructor(blocks, measure, onChange) {
    this.blocks = blocks;
    this.#measure = measure;
    this.#onChange = onChange;
    this.#observer = new IntersectionObserver(
      (entries) => {
        if (this.#note(entries)) this.#renew();
      },
      { rootMargin: MARGIN },
    );
    for (const { element } of blocks) this.#observe(element);
    this.#gather();
    const options = { capture: true, passive: true, signal: this.#life.signal };
    for (const kind of ["scroll", "resize"]) addEventListener(kind, () => this.#follow(), options);
  }

  /**
   * Those of `spans` that lie near the window, stride 2: start, end.
   *
   * @param {Spans} spans none across two blocks
   * @returns {Uint32Array}
   */
  pick(spans) {
    /** @type {number[]} */
    const picked = [];
    for (const block of this.#near) {
      const from = firstFrom(spans, block.start);
      const to = firstFrom(spans, block.end, from);
      const [first, end] = to - from > MANY ? this.#lookInto(block, spans, from, to) : [from, to];
      for (let at = first; at < end; at++) picked.push(spans.start(at), spans.end(at));
    }
    return Uint32Array.from(picked);
  }

  /** Observes no longer. */
  close() {
    this.#observer.disconnect();
    this.#life.abort();
    cancelAnimationFrame(this.#frame);
  }

  /** @param {Element} element */
  #observe(element) {
    if (this.#isNear.has(element)) return;
    const { top, bottom } = element.getBoundingClientRect();
    this.#isNear.set(element, bottom > -innerHeight && top < 2 * innerHeight);
    this.#observer.observe(element);
  }

  /**
   * @param {readonly IntersectionObserverEntry[]} entries
   * @returns {boolean} whether anything has changed
   */
  #note(entries) {
    let hasChanged = false;
    for (const { target, isIntersecting } of entries) {
      hasChanged ||= this.#isNear.get(target) !== isIntersecting;
      this.#isNear.set(target, isIntersecting);
    }
    return hasChanged;
  }

  #gather() {
    this.#near = this.blocks.filter(({ element }) => this.#isNear.get(element));
  }

  #renew() {
    this.#gather();
    this.#inside = undefined;
    this.#onChange();
  }

  /**
   * Which of the spans `from` to `to` of a block are less than a window's height from the window.
   *
   * @param {Block} block
   * @param {Spans} spans
   * @param {number} from
   * @param {number} to
   * @returns {[number, number]}
   */
  #lookInto(block, spans, from, to) {
    if (this.#inside?.start !== block.start) {
      const { top } = block.element.getBoundingClientRect();
      this.#inside = { ...block, top, near: this.#measureInside(block, spans, from, to) };
    }
    const { near } = this.#inside;
    const first = firstFrom(spans, near.start, from);
    return [Math.min(first, to), Math.min(firstFrom(spans, near.end, first), to)];
  }

  /**
   * @param {Block} block
   * @param {Spans} spans
   * @param {number} from
   * @param {number} to
   * @returns {Span} from the last span that is too far above to the first that is too far below
   */
  #measureInside(block, spans, from, to) {
    const boxOf = (/** @type {number} */ at) =>
      this.#measure({ start: spans.start(at), end: spans.end(at) });
    const first = firstWhere(from, to, (at) => boxOf(at).bottom > -innerHeight);
    const end = firstWhere(first, to, (at) => boxOf(at).top > 2 * innerHeight);
    return {
      start: first > from ? spans.end(first - 1) : block.start,
      end: end < to ? spans.start(end) : block.end,
    };
  }

  #follow() {
    if (!this.#inside) return;
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      const inside = this.#inside;
      if (!inside) return;
      const moved = Math.abs(inside.element.getBoundingClientRect().top - inside.top);
      if (moved > STRIDE * innerHeight) this.#renew();
    });
  }
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
