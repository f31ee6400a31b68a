/**
 * What the pointer means: it rests on a name, leaves it, or taps it.
 *
 * A pointer that sweeps over names opens nothing. A card stays while the pointer is on its word, on
 * the card or on the way between (WCAG 2.2, SC 1.4.13), and what was dismissed does not come back
 * until the pointer has left the word.
 */

/** @import { Point } from "./place.js" */

/** How long a pointer rests before a card opens, in milliseconds. */
export const OPEN_AFTER = 500;
/** The same where another card is open or was a moment ago. */
export const OPEN_NEXT_AFTER = 150;
/** How long after the pointer has left a card stays. */
const HIDE_AFTER = 300;

/**
 * @typedef {object} Cards what shows the cards
 * @property {number} shown the mention whose card is open, or -1
 * @property {number} patience how long to wait before opening, in milliseconds
 * @property {(point: Point) => number} mentionAt the mention at a point of the window, or -1
 * @property {(point: Point) => boolean} holds whether a point is on the open card, on its word or
 *   on the way between
 * @property {(event: Event) => boolean} contains whether an event comes from the card
 * @property {(mention: number, point: Point) => void} open
 * @property {() => void} hide
 */

export class PointerIntent {
  #cards;
  /** The mention under the pointer, or -1. */
  #over = -1;
  /** The mention whose card was sent away, or -1. */
  #dismissed = -1;
  #opening = 0;
  #hiding = 0;
  #lastPointer = "mouse";

  /**
   * @param {HTMLElement} root what holds the article
   * @param {Cards} cards
   * @param {AbortSignal} life
   */
  constructor(root, cards, life) {
    this.#cards = cards;
    const options = { signal: life, passive: true };
    root.addEventListener("pointermove", (event) => this.#moveOver(event), options);
    root.addEventListener("click", (event) => this.#tap(event), options);
    document.addEventListener("pointermove", (event) => this.#moveAround(event), options);
    document.addEventListener("pointerdown", (event) => this.#press(event), options);
    document.documentElement.addEventListener("pointerleave", () => this.#leave(), options);
    document.addEventListener("scroll", () => this.#cancelOpening(), { ...options, capture: true });
    life.addEventListener("abort", () => this.forget());
  }

  /** Forgets where the pointer is, after its card has gone or the text has changed. */
  forget() {
    this.#over = -1;
    this.#cancelOpening();
    this.#cancelHiding();
  }

  /** Keeps the open card from coming back until the pointer has left its word. */
  dismiss() {
    this.#dismissed = this.#cards.shown;
  }

  /** @param {PointerEvent} event over the article */
  #moveOver(event) {
    if (event.pointerType === "touch" || this.#cards.contains(event)) return;
    // Whoever holds a button down is selecting or dragging.
    if (event.buttons !== 0) return this.#leave();
    const point = { x: event.clientX, y: event.clientY };
    const mention = this.#isHeld(point) ? this.#cards.shown : this.#cards.mentionAt(point);
    this.#point(mention, point);
  }

  /** @param {PointerEvent} event anywhere */
  #moveAround(event) {
    if (this.#cards.shown < 0 || event.pointerType === "touch") return;
    const point = { x: event.clientX, y: event.clientY };
    if (this.#isHeld(point) || this.#cards.contains(event)) this.#cancelHiding();
    else this.#hideSoon();
  }

  /**
   * @param {number} mention
   * @param {Point} point
   */
  #point(mention, point) {
    if (mention === this.#over) return;
    this.#cancelOpening();
    this.#over = mention;
    if (mention !== this.#dismissed) this.#dismissed = -1;
    if (mention < 0 || mention === this.#dismissed || mention === this.#cards.shown) return;
    this.#opening = setTimeout(() => this.#open(mention, point), this.#cards.patience);
  }

  /** @param {PointerEvent} event */
  #press(event) {
    this.#lastPointer = event.pointerType;
    this.#cancelOpening();
    const point = { x: event.clientX, y: event.clientY };
    if (!this.#cards.contains(event) && !this.#isHeld(point)) this.#cards.hide();
  }

  /** @param {MouseEvent} event a click in the article */
  #tap(event) {
    const isTouch = this.#lastPointer === "touch" || this.#lastPointer === "pen";
    if (!isTouch || event.defaultPrevented || isControl(event) || hasSelection()) return;
    const point = { x: event.clientX, y: event.clientY };
    const mention = this.#cards.mentionAt(point);
    if (mention < 0 || mention === this.#cards.shown) this.#cards.hide();
    else this.#open(mention, point);
  }

  /**
   * @param {number} mention
   * @param {Point} point
   */
  #open(mention, point) {
    this.#cancelHiding();
    this.#cards.open(mention, point);
    this.#over = mention;
  }

  #leave() {
    this.#over = -1;
    this.#dismissed = -1;
    this.#cancelOpening();
    if (this.#cards.shown >= 0) this.#hideSoon();
  }

  #hideSoon() {
    this.#hiding ||= setTimeout(() => this.#cards.hide(), HIDE_AFTER);
  }

  /** @param {Point} point */
  #isHeld(point) {
    return this.#cards.shown >= 0 && this.#cards.holds(point);
  }

  #cancelOpening() {
    clearTimeout(this.#opening);
    this.#opening = 0;
  }

  #cancelHiding() {
    clearTimeout(this.#hiding);
    this.#hiding = 0;
  }
}

/**
 * @param {Event} event
 * @returns {boolean} whether the event is for a link or a control, which act by themselves
 */
function isControl(event) {
  const controls = "a[href], button, input, label, select, summary, textarea, [contenteditable]";
  return event.composedPath().some((node) => node instanceof Element && node.matches(controls));
}

function hasSelection() {
  return getSelection()?.isCollapsed === false;
}
