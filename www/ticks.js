/**
 * Ticks beside the scrollbar, where the matches are on the page. A press on one goes there.
 *
 * They are for the pointer: everybody else has the list of hits (WCAG 2.2, SC 2.5.8, equivalent).
 * Where a match is, is worked out from its block's place and its own in the block's text: only
 * blocks are measured, however many matches there are. Matches that would touch share a tick.
 */

import { make } from "./make.js";
import { firstFrom } from "./near.js";
import { whenResized } from "./place.js";
import { pageScroller } from "./scrolling.js";

/** @import { Document, Span } from "./core.js" */
/** @import { Reader } from "./reader.js" */

/** The height of a tick with the gap to the next, in CSS pixels. */
const STEP = 3;
/** How near to a tick a press counts, in CSS pixels. */
const REACH = 12;

/**
 * @typedef {Span & {top: number, height: number}} Strip the text of a block, and where it is from
 *   the page's top, in CSS pixels
 */

export class ScrollTicks {
  #reader;
  #closing = new AbortController();
  /** What has been measured. @type {Document | undefined} */
  #document;
  /** The blocks of the article, once they have been measured. @type {Strip[] | undefined} */
  #strips;
  /** The offset of the first match of each tick, by the row it is in. @type {Map<number, number>} */
  #ticks = new Map();
  #frame = 0;

  /** Whether they are on the left of the window. */
  isLeft = isScrollbarLeft();
  element = make("div", { part: "ticks", "aria-hidden": "true", popover: "manual" });

  /** @param {Reader} reader */
  constructor(reader) {
    this.#reader = reader;
    const watched = [reader.root, document.documentElement];
    whenResized(watched, () => this.#remeasure(), this.#closing.signal);
    // A press on a tick must not take the focus from the bar.
    this.element.addEventListener("mousedown", (event) => event.preventDefault());
    this.element.addEventListener("click", (event) => this.#press(event));
    this.element.classList.toggle("left", this.isLeft);
  }

  /** Draws the ticks of what has been found, in the next frame. */
  draw() {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  }

  close() {
    cancelAnimationFrame(this.#frame);
    this.#closing.abort();
    this.element.remove();
  }

  #remeasure() {
    this.#strips = undefined;
    this.draw();
  }

  #draw() {
    const { scrollHeight, clientHeight } = pageScroller();
    const { results, currentMatch } = this.#reader.search;
    const hasTicks = scrollHeight > clientHeight && results.length > 0;
    if (hasTicks !== this.element.matches(":popover-open")) this.element.togglePopover(hasTicks);
    if (!hasTicks) return;
    if (this.#document !== this.#reader.document) this.#strips = undefined;
    this.#document = this.#reader.document;
    this.#strips ??= measure(this.#reader);
    this.#ticks = new Map();
    const rowsToPixel = clientHeight / scrollHeight / STEP;
    for (const strip of this.#strips) this.#place(strip, rowsToPixel);
    const marks = [...this.#ticks.keys()].map((row) => makeTick(row, "tick"));
    for (const { start } of currentMatch) {
      const strip = this.#strips.find(({ end }) => start < end);
      if (strip) marks.push(makeTick(rowOf(start, strip, rowsToPixel), "tick-current"));
    }
    this.element.replaceChildren(...marks);
  }

  /**
   * Gives each row that a strip reaches over a tick, if the piece of text there has a match.
   *
   * @param {Strip} strip
   * @param {number} rowsToPixel
   */
  #place(strip, rowsToPixel) {
    const { stepped } = this.#reader.search.results;
    let at = firstFrom(stepped, strip.start);
    while (at < stepped.length && stepped.start(at) < strip.end) {
      const start = stepped.start(at);
      const row = rowOf(start, strip, rowsToPixel);
      if (!this.#ticks.has(row)) this.#ticks.set(row, start);
      at = firstFrom(stepped, startOfRow(row + 1, strip, rowsToPixel), at + 1);
    }
  }

  /** @param {MouseEvent} event */
  #press(event) {
    const y = event.clientY - this.element.getBoundingClientRect().top;
    const distance = (/** @type {number} */ row) => Math.abs(row * STEP - y);
    const [nearest] = [...this.#ticks.keys()].sort((a, b) => distance(a) - distance(b));
    const start = this.#ticks.get(nearest);
    if (start !== undefined && distance(nearest) <= REACH) this.#reader.search.goToOffset(start);
  }
}

/**
 * @param {Reader} reader
 * @returns {Strip[]} in text order
 */
function measure(reader) {
  /** @type {Map<Element, Strip>} */
  const strips = new Map();
  const paragraphs = reader.document.paragraphs();
  for (const [index, holder] of reader.holdersOf(paragraphs).entries()) {
    const { start, end } = paragraphs[index];
    const element = boxAround(holder);
    const known = element && strips.get(element);
    if (known) {
      known.end = end;
    } else if (element) {
      const { top, height } = element.getBoundingClientRect();
      strips.set(element, { start, end, top: top + scrollY, height });
    }
  }
  return [...strips.values()];
}

/**
 * @param {Element | null} element
 * @returns {Element | null} the nearest element that has a box
 */
function boxAround(element) {
  return element?.getClientRects().length === 0 ? boxAround(element.parentElement) : element;
}

/**
 * @param {number} offset
 * @param {Strip} strip
 * @param {number} rowsToPixel
 */
function rowOf(offset, { start, end, top, height }, rowsToPixel) {
  return Math.floor((top + (height * (offset - start)) / (end - start)) * rowsToPixel);
}

/**
 * @param {number} row
 * @param {Strip} strip
 * @param {number} rowsToPixel
 * @returns {number} the offset at which the row begins
 */
function startOfRow(row, { start, end, top, height }, rowsToPixel) {
  return height === 0 ? end : start + ((row / rowsToPixel - top) / height) * (end - start);
}

/**
 * WebKitGTK has the scrollbar of a page that is written from right to left on the left. It lies over
 * the page and takes every press there, but has no width by which it could be found: the engine is
 * known by its name.
 */
function isScrollbarLeft() {
  const { vendor, platform } = navigator;
  const isWebKitGtk = vendor.startsWith("Apple") && platform.startsWith("Linux");
  return isWebKitGtk && getComputedStyle(document.documentElement).direction === "rtl";
}

/**
 * @param {number} row
 * @param {string} part
 */
function makeTick(row, part) {
  const tick = make("span", { part });
  tick.style.top = `${row * STEP}px`;
  return tick;
}
