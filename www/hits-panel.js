/**
 * The list of hits: each in its sentence, grouped by paragraph. One of them can be reached by Tab,
 * the others from there by the arrow keys, Home and End.
 */

import { clip, sentenceAt } from "./find-sentences.js";
import { addPainters, adoptRules, removePainters, repaint } from "./highlights.js";
import { make } from "./make.js";
import { messages } from "./messages-later.js";

/** @import { Span } from "./core.js" */
/** @import { FindResults } from "./find-results.js" */
/** @import { Reader } from "./reader.js" */

/** How many hits are made at once; the next ones come when the list is scrolled to its end. */
const CHUNK = 100;
/** How many characters of the sentence are shown on each side of a hit. */
const AROUND = 90;

/** Where the hit stands in the text of its row. @type {WeakMap<HTMLElement, [number, number]>} */
const places = new WeakMap();

export class HitsPanel {
  #reader;
  #number;
  /** The stops that the list has rows for: up to the second. @type {[number, number]} */
  #shown = [0, 0];
  /** @type {HTMLElement[]} */
  #rows = [];
  /** The results that the rows are of. @type {FindResults | undefined} */
  #listed;
  #frame = 0;

  element = make("div", { part: "hits", role: "region", "aria-label": messages.hits });

  /**
   * @param {Reader} reader
   * @param {(number: number) => string} number writes a number in the page's digits
   */
  constructor(reader, number) {
    this.#reader = reader;
    this.#number = number;
    this.element.addEventListener("keydown", (event) => this.#key(event));
    this.element.addEventListener("click", (event) => this.#click(event));
    this.element.addEventListener("scroll", () => this.#growDown(), { passive: true });
    addPainters(this, { "sorani-match-listed": () => this.#rows.map(rangeOfHit) });
  }

  /** Lists what has been found and shows which hit the reader is at, in the next frame. */
  draw() {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      const current = this.#current;
      const isListed = this.#listed === this.#reader.search.results;
      if (!isListed || (current >= 0 && !this.#rowOf(current))) this.#listAround(current);
      this.#mark(current);
    });
  }

  /** @param {number} stop */
  #listAround(stop) {
    adoptRules(this.element);
    this.#listed = this.#reader.search.results;
    const first = Math.max(0, stop - CHUNK / 2);
    this.#list(first, first + CHUNK);
    this.element.scrollTop = 0;
  }

  /** @param {number} current */
  #mark(current) {
    for (const row of this.#rows) row.removeAttribute("aria-current");
    const row = this.#rowOf(current);
    row?.setAttribute("aria-current", "true");
    const focused = this.#rows.find((one) => one.matches(":focus"));
    this.#makeReachable(focused ?? row ?? this.#rows[0]);
    if (!focused) this.#scrollTo(row);
  }

  /** Moves the focus to the hit that the reader is at. */
  focus() {
    this.#rows.find(({ tabIndex }) => tabIndex === 0)?.focus({ preventScroll: true });
  }

  close() {
    cancelAnimationFrame(this.#frame);
    this.element.remove();
    removePainters(this);
  }

  /** Which stop the reader is at, or -1. */
  get #current() {
    return this.#reader.search.stop;
  }

  /** @param {number} stop */
  #rowOf(stop) {
    return /** @type {HTMLElement | undefined} */ (this.#rows[stop - this.#shown[0]]);
  }

  /**
   * @param {number} from
   * @param {number} to
   */
  #list(from, to) {
    const { stepped } = this.#reader.search.results;
    this.#shown = [from, Math.min(to, stepped.length)];
    this.#rows = [];
    this.element.replaceChildren();
    this.#append(...this.#shown);
  }

  #growDown() {
    const { scrollTop, clientHeight, scrollHeight } = this.element;
    const [, to] = this.#shown;
    const end = Math.min(to + CHUNK, this.#reader.search.results.stepped.length);
    if (end === to || scrollTop + 2 * clientHeight < scrollHeight) return;
    this.#shown[1] = end;
    this.#append(to, end);
  }

  /** Shows the hits before those that are shown, without moving these. */
  #growUp() {
    const height = this.element.scrollHeight;
    const [from, to] = this.#shown;
    this.#list(Math.max(0, from - CHUNK), to);
    this.element.scrollTop += this.element.scrollHeight - height;
  }

  /**
   * @param {number} from
   * @param {number} to
   */
  #append(from, to) {
    const { document, search } = this.#reader;
    for (let stop = from; stop < to; stop++) {
      const hit = {
        start: search.results.stepped.start(stop),
        end: search.results.stepped.end(stop),
      };
      const sentence = sentenceAt(document, hit.start);
      const row = makeRow(this.#reader.text, sentence, hit);
      this.#groupOf(sentence.paragraph).append(make("li", {}, row));
      this.#rows.push(row);
    }
    repaint("sorani-match-listed");
  }

  /**
   * The list of a paragraph's hits: the last one, or a new one after it.
   *
   * @param {number} paragraph
   * @returns {Element}
   */
  #groupOf(paragraph) {
    const id = `hits-${paragraph}`;
    const last = this.element.lastElementChild;
    if (last?.getAttribute("aria-labelledby") === id)
      return /** @type {Element} */ (last.lastElementChild);
    const title = make("p", { id }, messages.paragraph(this.#number(paragraph + 1)));
    const list = make("ul", { role: "list" });
    this.element.append(make("div", { role: "group", "aria-labelledby": id }, title, list));
    return list;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const at = this.#rows.findIndex((row) => row.matches(":focus"));
    if (at < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      this.#choose(at);
      return;
    }
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: this.#rows.length - 1 }[
      event.key
    ];
    if (to === undefined) return;
    event.preventDefault();
    if (to < 0 && this.#shown[0] > 0) this.#growUpTo();
    else this.#goTo(this.#rows[to]);
  }

  #growUpTo() {
    const before = this.#shown[0] - 1;
    this.#growUp();
    this.#goTo(this.#rowOf(before));
  }

  /** @param {HTMLElement | undefined} row */
  #goTo(row) {
    if (!row) return;
    this.#makeReachable(row);
    row.focus({ preventScroll: true });
    this.#scrollTo(row);
  }

  /** @param {HTMLElement | undefined} reachable the one that Tab goes to */
  #makeReachable(reachable) {
    for (const row of this.#rows) row.tabIndex = row === reachable ? 0 : -1;
  }

  /**
   * Scrolls the list only: `scrollIntoView` would take the page along.
   *
   * @param {HTMLElement | undefined} row
   */
  #scrollTo(row) {
    if (!row) return;
    const [list, box] = [this.element.getBoundingClientRect(), row.getBoundingClientRect()];
    if (box.top < list.top) this.element.scrollTop -= list.top - box.top + list.height / 4;
    if (box.bottom > list.bottom)
      this.element.scrollTop += box.bottom - list.bottom + list.height / 4;
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const at = this.#rows.findIndex((row) => event.composedPath().includes(row));
    if (at >= 0) this.#choose(at);
  }

  /** @param {number} at the index of a row */
  #choose(at) {
    this.#makeReachable(this.#rows[at]);
    this.#reader.search.goToStop(this.#shown[0] + at);
  }
}

/**
 * @param {string} text
 * @param {Span} sentence
 * @param {Span} hit
 * @returns {HTMLElement}
 */
function makeRow(text, sentence, hit) {
  const { start, end } = clip(text, sentence, hit, AROUND);
  const before = (start > sentence.start ? "… " : "") + text.slice(start, hit.start);
  const after = text.slice(hit.end, end) + (end < sentence.end ? " …" : "");
  // Not a `<button>`: WebKit lights up nothing in one.
  const row = make("div", { role: "button", part: "hit", tabindex: "-1", dir: "auto" });
  // One text node: WebKit would not join letters from one to the next.
  row.append(before + text.slice(hit.start, hit.end) + after);
  places.set(row, [before.length, before.length + hit.end - hit.start]);
  return row;
}

/**
 * @param {HTMLElement} row
 * @returns {StaticRange} the hit in it
 */
function rangeOfHit(row) {
  const text = /** @type {Text} */ (row.firstChild);
  const [startOffset, endOffset] = places.get(row) ?? [0, 0];
  return new StaticRange({ startContainer: text, startOffset, endContainer: text, endOffset });
}
