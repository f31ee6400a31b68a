/**
 * Which card is open, and why: the pointer rests on a name, Alt+↓ or Alt+↑ steps from name to name,
 * the focus comes to a link that holds a name, or a script asks.
 */

import { digitsOf, inDigits } from "./digits.js";
import { EntityCard } from "./entity-card.js";
import { repaint } from "./highlights.js";
import { OPEN_AFTER, OPEN_NEXT_AFTER, PointerIntent } from "./hover.js";
import { messages } from "./messages/ckb.js";
import { isBetween, isIn, nearestBox } from "./place.js";
import { reveal } from "./scrolling.js";

/** @import { Mention } from "./core.js" */
/** @import { Point } from "./place.js" */
/** @import { Reader } from "./reader.js" */

/** How long after one card another counts as the next, in milliseconds. */
const NEXT_WITHIN = 500;

/** @typedef {"pointer" | "keys" | "focus" | "script"} Cause */

export class MentionCards {
  #host;
  #reader;
  #pointer;
  /** @type {EntityCard | undefined} */
  #card;
  /** The mention that is lit as the one in question, or -1: its card is open or about to. */
  #marked = -1;
  /** @type {Cause} */
  #cause = "pointer";
  /** Which line of the mention the card belongs to, where it wraps. */
  #line = 0;
  #opening = 0;
  #hiddenAt = -Infinity;
  /** Ends when the mark is put out. */
  #marking = new AbortController();

  /** The mention whose card is open, or -1. */
  shown = -1;

  /**
   * @param {HTMLElement} host
   * @param {HTMLElement} root what holds the article
   * @param {Reader} reader
   * @param {AbortSignal} life
   */
  constructor(host, root, reader, life) {
    this.#host = host;
    this.#reader = reader;
    this.#pointer = new PointerIntent(root, this, life);
    root.addEventListener("focusin", (event) => this.#focus(event), { signal: life });
    root.addEventListener("focusout", (event) => this.#blur(event), { signal: life });
    life.addEventListener("abort", () => this.#remove());
  }

  /** The mention in question, as a list of one or none. */
  get marked() {
    return this.#marked < 0 ? [] : [this.#mention];
  }

  /** How long the pointer has to rest before a card opens, in milliseconds. */
  get patience() {
    const isNext = this.shown >= 0 || performance.now() - this.#hiddenAt < NEXT_WITHIN;
    return isNext ? OPEN_NEXT_AFTER : OPEN_AFTER;
  }

  /** @param {Point} point */
  mentionAt(point) {
    return this.#reader.mentionAt(point.x, point.y);
  }

  /**
   * Whether a point is on the open card, on its word or on the way between.
   *
   * @param {Point} point
   */
  holds(point) {
    if (!this.#card) return false;
    const [words, card] = [this.#boxes(), this.#card.box];
    const isOnEither = isIn(point, card) || words.some((word) => isIn(point, word));
    return isOnEither || isBetween(point, words[this.#line] ?? words[0], card);
  }

  /** @param {Event} event */
  contains(event) {
    return this.#card?.contains(event) ?? false;
  }

  /**
   * @param {number} mention
   * @param {Point} point where the pointer is
   */
  open(mention, point) {
    this.#mark(mention, "pointer");
    const boxes = this.#boxes();
    this.#line = boxes.indexOf(nearestBox(boxes, point));
    this.#show();
  }

  /**
   * @param {string} id
   * @returns {boolean} whether the article mentions the entity
   */
  showEntity(id) {
    const mentions = this.#reader.mentions.filter(({ entity }) => entity === id);
    if (mentions.length === 0) return false;
    const nearest = mentions[this.#reader.nearestOf(mentions)];
    this.#mark(this.#reader.mentions.indexOf(nearest), "script");
    reveal(this.#reader.rangeOf(nearest));
    this.#show();
    return true;
  }

  /** Hides the card and forgets the pointer, after the text has moved or changed. */
  forget() {
    this.hide();
    this.#pointer.forget();
  }

  hide() {
    if (this.#marked < 0) return;
    const wasShown = this.shown >= 0;
    const entity = this.#mention.entity;
    clearTimeout(this.#opening);
    this.#marking.abort();
    [this.#marked, this.shown] = [-1, -1];
    repaint("sorani-entity-current");
    this.#pointer.cancelHiding();
    if (!wasShown) return;
    this.#card?.hide();
    this.#hiddenAt = performance.now();
    this.#tell("sorani-reader-entity-hide", { entity });
  }

  /**
   * @param {KeyboardEvent} event pressed on the page, outside of any field
   * @returns {boolean} whether the key is taken
   */
  takeKey(event) {
    const isStep = event.key === "ArrowDown" || event.key === "ArrowUp";
    if (!isStep || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return false;
    return this.#step(event.key === "ArrowDown" ? 1 : -1);
  }

  /**
   * @param {1 | -1} by
   * @returns {boolean} whether there is any mention to go to
   */
  #step(by) {
    const { mentions } = this.#reader;
    if (mentions.length === 0) return false;
    const first = this.#reader.nearestOf(mentions) - (by > 0 ? 0 : 1);
    const to = this.#marked < 0 ? first : this.#marked + by;
    const patience = this.patience;
    this.hide();
    this.#mark((to + mentions.length) % mentions.length, "keys");
    reveal(this.#reader.rangeOf(this.#mention));
    this.#opening = setTimeout(() => this.#show(), patience);
    return true;
  }

  /** @param {FocusEvent} event */
  #focus(event) {
    const target = event.target;
    // The reader itself stands for what has the focus in its shadow tree.
    if (!(target instanceof Element) || target === this.#host) return;
    if (!target.matches(":focus-visible")) return;
    const held = this.#reader.spanOf(target);
    const mention = this.#reader.mentions.findIndex(
      ({ start, end }) => held && start < held.end && held.start < end,
    );
    if (mention < 0) return;
    const patience = this.patience;
    this.#mark(mention, "focus");
    this.#opening = setTimeout(() => this.#show(), patience);
  }

  /** @param {FocusEvent} event */
  #blur(event) {
    const goesToCard = event.relatedTarget === this.#host;
    if (this.#cause === "focus" && !goesToCard) this.hide();
  }

  /** @param {KeyboardEvent} event pressed while a mention is marked */
  #key(event) {
    if (event.key === "Escape") {
      this.#pointer.dismiss();
      this.hide();
    } else if (event.key === "Enter" && this.shown < 0 && isNothingFocused()) {
      this.#show();
    } else if (event.key === "Tab" && this.shown >= 0 && this.#cause !== "pointer") {
      if (!this.#card?.takeTab(event)) return;
    } else {
      return;
    }
    event.preventDefault();
  }

  get #mention() {
    return this.#reader.mentions[this.#marked];
  }

  /** The boxes of the mention in question, one for each line it stands on. */
  #boxes() {
    return [...this.#reader.rangeOf(this.#mention).getClientRects()];
  }

  /**
   * Lights a mention as the one in question.
   *
   * @param {number} mention
   * @param {Cause} cause
   */
  #mark(mention, cause) {
    this.hide();
    this.#marked = mention;
    this.#cause = cause;
    this.#line = 0;
    this.#marking = new AbortController();
    const options = { signal: this.#marking.signal };
    document.addEventListener("keydown", (event) => this.#key(event), options);
    document.addEventListener("scroll", () => this.#follow(), { ...options, capture: true });
    addEventListener("resize", () => this.#follow(), options);
    repaint("sorani-entity-current");
  }

  /** Opens the card of the mention in question. */
  #show() {
    clearTimeout(this.#opening);
    const mention = this.#mention;
    const record = this.#reader.entity(mention.entity);
    const word = this.#boxes()[this.#line];
    if (!record || !word) return;
    this.#card ??= new EntityCard(this.#shadow, () => this.hide());
    this.#card.show(record, this.#countOf(mention), word);
    if (this.#cause !== "pointer") this.#card.announce();
    this.shown = this.#marked;
    this.#tell("sorani-reader-entity-show", { entity: mention.entity, mention, record });
  }

  /** Keeps the card at its word; a word that has left the window takes it along. */
  #follow() {
    if (this.shown < 0) return;
    const word = this.#boxes()[this.#line];
    if (word && word.bottom > 0 && word.top < innerHeight) this.#card?.moveTo(word);
    else this.forget();
  }

  /**
   * @param {Mention} mention
   * @returns {string} how often the article mentions the entity, in words
   */
  #countOf({ entity }) {
    const count = this.#reader.mentions.filter((other) => other.entity === entity).length;
    if (count === 1) return messages.mentionedOnce;
    return messages.mentioned(inDigits(count, digitsOf(this.#reader.text)));
  }

  get #shadow() {
    return /** @type {ShadowRoot} */ (this.#host.shadowRoot);
  }

  /**
   * @param {string} name
   * @param {object} detail
   */
  #tell(name, detail) {
    this.#host.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  #remove() {
    this.hide();
    this.#card?.remove();
  }
}

function isNothingFocused() {
  const focused = document.activeElement;
  return !focused || focused === document.body;
}
