/**
 * Which parts of an article are near the window.
 *
 * WebKit's painting slows down with every registered range, near or far, so only what is near is
 * registered. Blocks are observed, not matches: that costs nothing while scrolling, and also
 * notices what moves the text without a scroll.
 */

/**
 * @typedef {{start: number, end: number}} Span
 * @typedef {Span & {element: Element}} Block a paragraph and an element that holds all of it
 */

/** How far around the window counts as near, as an `IntersectionObserver` margin. */
const MARGIN = "100%";

export class NearBlocks {
  #blocks;
  /** @type {Map<Element, boolean>} */
  #isNear = new Map();
  /** @type {IntersectionObserver} */
  #observer;

  /**
   * @param {readonly Block[]} blocks in text order
   * @param {() => void} onChange called when other blocks than before are near
   */
  constructor(blocks, onChange) {
    this.#blocks = blocks;
    this.#observer = new IntersectionObserver(
      (entries) => {
        if (this.#note(entries)) onChange();
      },
      { rootMargin: MARGIN },
    );
    for (const { element } of blocks) this.#observe(element);
  }

  /**
   * Those of `spans` that lie in a block near the window.
   *
   * @template {Span} S
   * @param {readonly S[]} spans in text order, none across two blocks
   * @returns {S[]}
   */
  pick(spans) {
    /** @type {S[]} */
    const picked = [];
    let next = 0;
    for (const block of this.#blocks) {
      if (!this.#isNear.get(block.element)) continue;
      next = firstFrom(spans, block.start, next);
      while (next < spans.length && spans[next].start < block.end) picked.push(spans[next++]);
    }
    return picked;
  }

  /** Observes no longer. */
  close() {
    this.#observer.disconnect();
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
}

/**
 * The index of the first of `spans` that begins at `start` or later.
 *
 * @param {readonly Span[]} spans in text order
 * @param {number} start
 * @param {number} [from] the first index to look at
 * @returns {number}
 */
export function firstFrom(spans, start, from = 0) {
  let [low, high] = [from, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle].start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
