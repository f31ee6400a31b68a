/**
 * What the pointer and the focus mean: they rest on a name, leave it, or choose it.
 *
 * A pointer that sweeps over names opens nothing and fetches nothing. A card stays while the pointer
 * is on its word, on the card or on the way between (WCAG 2.2, SC 1.4.13), and what was dismissed
 * does not come back until the pointer has left the word.
 */

/** @import { Point } from "./place.js" */
/** @import { Mention, Span } from "./core.js" */

/** How long a pointer rests before the record of a card is asked for, in milliseconds. */
export const PREFETCH_AFTER = 150;
/** How long a pointer rests before a card opens, in milliseconds. */
export const OPEN_AFTER = 500;
/** The same where another card is open or was a moment ago. */
export const OPEN_NEXT_AFTER = 150;
/** How long after the pointer has left a card stays. */
const HIDE_AFTER = 300;

/**
 * @typedef {"pointer" | "touch"} PointerCause
 *
 * @typedef {object} Cards what shows the cards
 * @property {boolean} isOpen whether a card is open
 * @property {boolean} isHovered whether the open card was asked for by the pointer, and so goes when
 *   the pointer goes
 * @property {number} shown the mention whose card is open, or -1
 * @property {number} patience how long to wait before opening, in milliseconds
 * @property {(point: Point) => number} mentionAt the mention at a point of the window, or -1
 * @property {(point: Point) => boolean} holds whether a point is on the open card, on its word or
 *   on the way between
 * @property {(event: Event) => boolean} contains whether an event comes from the card
 * @property {(mention: number) => void} prefetch
 * @property {(mention: number, point: Point, cause: PointerCause) => void} open
 * @property {() => void} hide
 */

/**
 * What holds an article, and who shows cards there. An article may lie in another one, whose reader
 * leaves its names to it; of several readers of one article the first shows the cards.
 *
 * @type {WeakMap<EventTarget, readonly object[]>}
 */
const owners = new WeakMap();

/**
 * @param {EventTarget} root
 * @param {object} owner
 * @param {AbortSignal} life
 */
function own(root, owner, life) {
  const others = () => (owners.get(root) ?? []).filter((other) => other !== owner);
  owners.set(root, [...others(), owner]);
  life.addEventListener("abort", () => owners.set(root, others()));
}

/**
 * @param {Event} event
 * @returns {object | undefined} who shows cards in the innermost article that an event comes from
 */
function ownerOf(event) {
  return event.composedPath().flatMap((node) => owners.get(node) ?? [])[0];
}

export class PointerIntent {
  #cards;
  /** The mention under the pointer, or -1. */
  #over = -1;
  /** The mention whose card was sent away, or -1. */
  #dismissed = -1;
  /** Where the pointer is, in the window. @type {Point} */
  #point = { x: -1, y: -1 };
  #prefetching = 0;
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
    own(root, cards, life);
    const options = { signal: life, passive: true };
    root.addEventListener("pointermove", (event) => this.#moveOver(event), options);
    root.addEventListener("pointerleave", () => this.#leave(), options);
    root.addEventListener("click", (event) => this.#tap(event), options);
    document.addEventListener("pointermove", (event) => this.#moveAround(event), options);
    document.addEventListener("pointerdown", (event) => this.#press(event), options);
    document.documentElement.addEventListener("pointerleave", () => this.#leave(), options);
    document.addEventListener("scroll", () => this.#scroll(), { ...options, capture: true });
    life.addEventListener("abort", () => this.forget());
  }

  /** Forgets what the pointer is over, after the text has moved or changed. */
  forget() {
    this.#over = -1;
    this.#cancelOpening();
    this.cancelHiding();
  }

  /** There is no card to hide any more, or the pointer has come back to it. */
  cancelHiding() {
    clearTimeout(this.#hiding);
    this.#hiding = 0;
  }

  /** Keeps a card from opening at the word under the pointer until the pointer has left it. */
  dismiss() {
    this.#cancelOpening();
    this.#dismissed = Math.max(this.#cards.shown, this.#over);
  }

  /** @param {PointerEvent} event over the article */
  #moveOver(event) {
    if (event.pointerType === "touch" || this.#cards.contains(event)) return;
    if (ownerOf(event) !== this.#cards) return this.#leave();
    // Whoever holds a button down is selecting or dragging.
    if (event.buttons !== 0) return this.#leave();
    const point = { x: event.clientX, y: event.clientY };
    // Browsers also tell of a move when the page has scrolled under a pointer that rests.
    if (point.x === this.#point.x && point.y === this.#point.y) return;
    this.#point = point;
    const mention = this.#cards.mentionAt(point);
    if (!this.#isHeld(point)) this.#pointAt(mention, this.#cards.patience);
    // A name that lies on the way to the card was hardly meant.
    else this.#pointAt(mention < 0 ? this.#cards.shown : mention, OPEN_AFTER);
  }

  /** @param {PointerEvent} event anywhere */
  #moveAround(event) {
    if (!this.#cards.isOpen || event.pointerType === "touch") return;
    const point = { x: event.clientX, y: event.clientY };
    if (this.#isHeld(point) || this.#cards.contains(event)) this.cancelHiding();
    else this.#hideSoon();
  }

  /**
   * @param {number} mention
   * @param {number} patience how long to wait before opening, in milliseconds
   */
  #pointAt(mention, patience) {
    if (mention === this.#over) return;
    this.#cancelOpening();
    this.#over = mention;
    if (mention !== this.#dismissed) this.#dismissed = -1;
    if (mention < 0 || mention === this.#dismissed || mention === this.#cards.shown) return;
    this.#prefetching = setTimeout(() => this.#cards.prefetch(mention), PREFETCH_AFTER);
    this.#opening = setTimeout(() => this.#rest(mention), patience);
  }

  /**
   * Opens a card that has been waited for, unless the page has moved its word away meanwhile. To ask
   * what is there has the article read again where it has been drawn anew.
   *
   * @param {number} mention
   */
  #rest(mention) {
    if (this.#cards.mentionAt(this.#point) === mention) this.#open(mention, "pointer");
    else this.forget();
  }

  /** A word that scrolls away from under the pointer was not meant. */
  #scroll() {
    if (this.#opening === 0 || this.#cards.mentionAt(this.#point) === this.#over) return;
    this.#cancelOpening();
    this.#over = -1;
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
    if (!isTouch || event.defaultPrevented || this.#cards.contains(event)) return;
    if (ownerOf(event) !== this.#cards || isControl(event) || hasSelection()) return;
    this.#point = { x: event.clientX, y: event.clientY };
    const mention = this.#cards.mentionAt(this.#point);
    if (mention < 0 || mention === this.#cards.shown) this.#cards.hide();
    else this.#open(mention, "touch");
  }

  /**
   * @param {number} mention
   * @param {PointerCause} cause
   */
  #open(mention, cause) {
    this.#cancelOpening();
    this.cancelHiding();
    this.#cards.open(mention, this.#point, cause);
    this.#over = mention;
  }

  #leave() {
    this.#over = -1;
    this.#dismissed = -1;
    this.#cancelOpening();
    if (this.#cards.isOpen) this.#hideSoon();
  }

  #hideSoon() {
    if (this.#cards.isHovered) this.#hiding ||= setTimeout(() => this.#cards.hide(), HIDE_AFTER);
  }

  /** @param {Point} point */
  #isHeld(point) {
    return this.#cards.isOpen && this.#cards.holds(point);
  }

  #cancelOpening() {
    clearTimeout(this.#prefetching);
    clearTimeout(this.#opening);
    this.#opening = 0;
  }
}

/**
 * @param {Event} event
 * @returns {boolean} whether the event is for a link or a control, which act by themselves
 */
function isControl(event) {
  const controls = "a[href], button, input, label, select, summary, textarea, [contenteditable]";
  // A reader's own `matches` is a list.
  const isOne = (/** @type {Element} */ node) => Element.prototype.matches.call(node, controls);
  return event.composedPath().some((node) => node instanceof Element && isOne(node));
}

function hasSelection() {
  return getSelection()?.isCollapsed === false;
}

/**
 * @typedef {object} Names where the names are
 * @property {readonly Mention[]} mentions
 * @property {(element: Element) => Span | undefined} spanOf
 *
 * @typedef {object} FocusedCards what shows the cards
 * @property {boolean} hasFocus whether the card has the focus
 * @property {(mention: number) => void} openAtFocus
 * @property {() => void} leaveFocus
 */

export class FocusIntent {
  #host;
  #names;
  #cards;
  /** What got the focus back from the card: that alone does not open it again. @type {Element | null} */
  #spared = null;

  /**
   * @param {HTMLElement} host
   * @param {HTMLElement} root what holds the article
   * @param {Names} names
   * @param {FocusedCards} cards
   * @param {AbortSignal} life
   */
  constructor(host, root, names, cards, life) {
    this.#host = host;
    this.#names = names;
    this.#cards = cards;
    root.addEventListener("focusin", (event) => this.#enter(event), { signal: life });
    root.addEventListener("focusout", (event) => this.#leave(event), { signal: life });
  }

  /**
   * Lets an element have the focus back without a card.
   *
   * @param {Element | null} element
   */
  spare(element) {
    this.#spared = element;
  }

  /** @param {FocusEvent} event */
  #enter(event) {
    const { target } = event;
    if (ownerOf(event) !== this.#cards) return;
    // The reader itself stands for what has the focus in its shadow tree.
    if (!(target instanceof Element) || target === this.#host || target === this.#spared) return;
    if (!target.matches(":focus-visible")) return;
    const held = this.#names.spanOf(target);
    const mention = this.#names.mentions.findIndex(
      ({ start, end }) => held && start < held.end && held.start < end,
    );
    if (mention >= 0) this.#cards.openAtFocus(mention);
  }

  /** @param {FocusEvent} event */
  #leave({ target, relatedTarget }) {
    if (target === this.#host) return;
    // The reader stands for all its surfaces; which of them it is shows when the focus is there.
    if (relatedTarget === this.#host) setTimeout(() => this.#settle());
    else this.#settle();
  }

  #settle() {
    if (this.#cards.hasFocus) return;
    this.#spared = null;
    this.#cards.leaveFocus();
  }
}

/**
 * WebKitGTK has no name for Shift+Tab but that of the key's place.
 *
 * @param {KeyboardEvent} event
 */
export function isTab({ key, code }) {
  return key === "Tab" || code === "Tab";
}
