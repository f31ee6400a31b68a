/**
 * Which card is open, and why: the pointer rests on a name, a finger taps it, Alt+↓ or Alt+↑ steps
 * from name to name, the focus comes to a link that holds a name, the panel or a script asks.
 */

import { EntityCard, isSmall } from "./entity-card.js";
import { ShownEntity, spokenPlace } from "./entity-shown.js";
import { repaint } from "./highlights.js";
import { FocusIntent, isTab, OPEN_AFTER, OPEN_NEXT_AFTER, PointerIntent } from "./intent.js";
import { isBetween, isIn, linesOf, nearestBox, whenResized } from "./place.js";
import { reveal, visiblePart } from "./scrolling.js";
import { isNothingFocused } from "./surfaces.js";

/** @import { Span } from "./core.js" */
/** @import { Subject } from "./entity-shown.js" */
/** @import { PointerCause } from "./intent.js" */
/** @import { Point } from "./place.js" */
/** @import { Reader } from "./reader.js" */

/** How long after one card another counts as the next, in milliseconds. */
const NEXT_WITHIN = 500;

/**
 * @typedef {PointerCause | "keys" | "focus" | "script" | "walk" | "selection"} Cause `walk`: the
 *   card goes along from mention to mention
 */

export class MentionCards {
  #host;
  #reader;
  #pointer;
  #focus;
  /** @type {EntityCard | undefined} */
  #card;
  /** What a card is open for, or about to. @type {Subject | undefined} */
  #subject;
  /** @type {ShownEntity | undefined} */
  #shown;
  /** @type {Cause} */
  #cause = "pointer";
  /** Which line of the name the card belongs to, where it wraps. */
  #line = 0;
  #opening = 0;
  #hiddenAt = -Infinity;
  /** What record was asked for ahead, and when. */
  #prefetched = { entity: -1, at: 0 };
  /** Ends when the mark is put out. */
  #marking = new AbortController();

  /** Whether a card is open. */
  isOpen = false;

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
    this.#focus = new FocusIntent(host, root, reader, this, life);
    life.addEventListener("abort", () => this.#remove());
  }

  /** The mention whose card is open, or -1. */
  get shown() {
    return this.isOpen && this.#subject ? this.#subject.mention : -1;
  }

  /** What is lit: the name in question; on a walk all mentions of the entity. */
  get marked() {
    if (!this.#subject) return [];
    return this.#cause === "walk" ? this.#family : [this.#subject.span];
  }

  /** Whether the card was asked for by the pointer, and so goes when the pointer goes. */
  get isHovered() {
    return this.#cause === "pointer";
  }

  /** How long the pointer has to rest before a card opens, in milliseconds. */
  get patience() {
    const isNext = this.isOpen || performance.now() - this.#hiddenAt < NEXT_WITHIN;
    return isNext ? OPEN_NEXT_AFTER : OPEN_AFTER;
  }

  /** @param {Point} point */
  mentionAt(point) {
    return this.#reader.mentionAt(point.x, point.y);
  }

  /** Whether a point is on the open card, its word or on the way between. @param {Point} point */
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

  /** Asks for the record of a mention before its card opens. @param {number} mention */
  prefetch(mention) {
    const { index, candidates } = this.#reader.mentions[mention];
    this.#prefetched = { entity: index, at: performance.now() };
    for (const entity of [index, ...this.#indicesOf(candidates)]) {
      this.#reader.records?.fetch(entity).catch(() => {});
    }
  }

  /**
   * @param {number} mention
   * @param {Point} point where the pointer is
   * @param {PointerCause} cause
   */
  open(mention, point, cause) {
    this.#mark(this.#subjectOf(mention), cause);
    const boxes = this.#boxes();
    this.#line = boxes.indexOf(nearestBox(boxes, point));
    this.#show();
  }

  /**
   * @param {string} id
   * @param {Cause} [cause]
   * @returns {boolean} whether the article mentions the entity
   */
  showEntity(id, cause = "script") {
    const entity = this.#reader.records?.indexOf(id);
    const mentions = this.#reader.mentions.filter(({ index }) => index === entity);
    if (mentions.length === 0) return false;
    const nearest = mentions[this.#reader.nearestOf(mentions)];
    this.#mark(this.#subjectOf(this.#reader.mentions.indexOf(nearest)), cause);
    reveal(this.#reader.rangeOf(nearest));
    this.#show();
    return true;
  }

  /** Shows an entity at text that the reader has selected. @param {Subject} subject */
  showSelection(subject) {
    this.#mark(subject, "selection");
    this.#show();
  }

  /**
   * Shows something else than an entity at a selection.
   * @param {Span} span
   * @param {readonly HTMLElement[]} content
   */
  say(span, content) {
    this.#mark({ span, entity: -1, candidates: [], mention: -1 }, "selection");
    const [word] = this.#boxes();
    if (!word) return;
    this.#surface.show(content, word, this.#form);
    this.isOpen = true;
    this.#card?.announce(this.#card.summary);
    this.#card?.uncover(this.#boxes()[this.#line]);
  }

  /** Gives the focus to the open card. */
  focus() {
    if (this.isOpen) this.#card?.focus();
  }

  /** Hides the card and forgets the pointer, after the text has moved or changed. */
  forget() {
    this.hide();
    this.#pointer.forget();
  }

  hide() {
    if (!this.#subject) return;
    const entity = this.#shown && this.#idOf(this.#shown.entity);
    clearTimeout(this.#opening);
    this.#marking.abort();
    this.#shown?.close();
    [this.#subject, this.#shown] = [undefined, undefined];
    this.#pointer.cancelHiding();
    repaint("sorani-entity-current");
    if (!this.isOpen) return;
    this.isOpen = false;
    this.#focus.spare(this.#card?.owed ?? null);
    this.#card?.hide();
    this.#hiddenAt = performance.now();
    if (entity !== undefined) this.#tell("sorani-reader-entity-hide", { entity });
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
   * Goes on from the mention in question, or begins with the first one in view.
   *
   * @param {1 | -1} by
   * @returns {boolean} whether there is a mention to go to
   */
  #step(by) {
    const { mentions } = this.#reader;
    if (mentions.length === 0) return false;
    const at = this.#subject?.mention ?? -1;
    const first = this.#reader.nearestOf(mentions) - (by > 0 ? 0 : 1);
    const to = ((at < 0 ? first : at + by) + mentions.length) % mentions.length;
    const patience = this.patience;
    this.#mark(this.#subjectOf(to), "keys");
    reveal(this.#reader.rangeOf(mentions[to]));
    this.#opening = setTimeout(() => this.#show(), patience);
    return true;
  }

  /**
   * Takes the open card along to another mention of its entity, for good: it no longer depends on
   * where the pointer is.
   *
   * @param {1 | -1} by
   */
  #walk(by) {
    const family = this.#family;
    const subject = /** @type {Subject} */ (this.#subject);
    const at = family.indexOf(this.#reader.mentions[subject.mention]);
    const to = at < 0 ? this.#reader.nearestOf(family) : (at + by + family.length) % family.length;
    const mention = family[to];
    this.#cause = "walk";
    this.#line = 0;
    this.#pointer.cancelHiding();
    this.#subject = this.#subjectOf(this.#reader.mentions.indexOf(mention));
    reveal(this.#reader.rangeOf(mention));
    repaint("sorani-entity-current");
    this.#shown?.moveTo(this.#subject);
    this.#card?.announce(spokenPlace(family, mention, this.#reader.text));
  }

  /** Opens the card of a mention that has come to hold the focus. @param {number} mention */
  openAtFocus(mention) {
    const patience = this.patience;
    this.#mark(this.#subjectOf(mention), "focus");
    this.#opening = setTimeout(() => this.#show(), patience);
  }

  /** Whether the card has the focus. */
  get hasFocus() {
    return this.#card?.hasFocus ?? false;
  }

  /** The focus has gone elsewhere than to the card. */
  leaveFocus() {
    if (this.#cause === "focus") this.hide();
  }

  /** @param {KeyboardEvent} event pressed while a name is marked */
  #key(event) {
    if (event.key === "Escape") {
      this.#pointer.dismiss();
      this.hide();
    } else if (event.key === "Enter" && !this.isOpen && isNothingFocused()) {
      this.#show();
    } else if (isTab(event) && this.isOpen && !this.isHovered) {
      if (!this.#card?.takeTab(event)) return;
    } else {
      return;
    }
    event.preventDefault();
    // One Esc closes one thing: the find bar or the page's own dialog stays.
    event.stopPropagation();
  }

  /** The boxes of the name in question, one for each line it stands on. */
  #boxes() {
    if (!this.#subject) return [];
    return linesOf(this.#reader.rangeOf(this.#subject.span));
  }

  /** The mentions of the entity that the card is about. */
  get #family() {
    const entity = this.#shown?.entity ?? this.#subject?.entity;
    return this.#reader.mentions.filter(({ index }) => index === entity);
  }

  /** @param {number} mention @returns {Subject} */
  #subjectOf(mention) {
    const { start, end, index, candidates } = this.#reader.mentions[mention];
    const others = this.#indicesOf(candidates).filter((other) => other !== index);
    return { span: { start, end }, entity: index, candidates: others, mention };
  }

  /** @param {readonly string[]} ids */
  #indicesOf(ids) {
    const records = this.#reader.records;
    return ids.flatMap((id) => records?.indexOf(id) ?? []);
  }

  /** @param {number} entity */
  #idOf(entity) {
    return this.#reader.records?.known(entity)?.["@id"] ?? `#${entity}`;
  }

  /**
   * Lights a name as the one in question.
   *
   * @param {Subject} subject
   * @param {Cause} cause
   */
  #mark(subject, cause) {
    this.hide();
    this.#subject = subject;
    this.#cause = cause;
    this.#line = 0;
    this.#marking = new AbortController();
    const options = { signal: this.#marking.signal, capture: true };
    // On the window: some pages let no key through to the document.
    addEventListener("keydown", (event) => this.#key(event), options);
    document.addEventListener("scroll", () => this.#follow(), options);
    addEventListener("resize", () => this.#follow(), options);
    // What a page loads late moves the text.
    whenResized([document.body, this.#reader.root], () => this.#follow(), options.signal);
    repaint("sorani-entity-current");
  }

  /** Opens the card of the name in question, now or as soon as there is something to show. */
  #show() {
    clearTimeout(this.#opening);
    const subject = this.#subject;
    if (!subject || !this.#reader.records || this.#boxes().length === 0) return;
    const { entity, at } = this.#prefetched;
    this.#shown = new ShownEntity(
      subject,
      {
        reader: this.#reader,
        card: this.#surface,
        word: () => this.#boxes()[this.#line] ?? this.#boxes()[0],
        form: this.#form,
        step: (by) => this.#walk(by),
        onShow: (record) => this.#opened(subject, record),
      },
      entity === subject.entity ? at : performance.now(),
    );
  }

  /**
   * @param {Subject} subject
   * @param {object | undefined} record
   */
  #opened({ entity, mention }, record) {
    this.isOpen = true;
    if (this.#cause !== "pointer") this.#card?.announce(this.#card.summary);
    this.#card?.uncover(this.#boxes()[this.#line]);
    this.#tell("sorani-reader-entity-show", {
      entity: this.#idOf(entity),
      mention: this.#reader.mentions[mention],
      record,
    });
  }

  /** Keeps the card at its word; a word that has left the view takes it along. */
  #follow() {
    if (!this.isOpen || !this.#subject) return;
    const word = this.#boxes()[this.#line];
    const range = this.#reader.rangeOf(this.#subject.span);
    if (word && visiblePart(word, range.startContainer)) this.#card?.moveTo(word);
    else this.forget();
  }

  get #surface() {
    const shadow = /** @type {ShadowRoot} */ (this.#host.shadowRoot);
    this.#card ??= new EntityCard(shadow, () => this.hide());
    return this.#card;
  }

  /** A finger on a small screen gets a sheet. */
  get #form() {
    const isTouch = this.#cause === "touch" || matchMedia("(hover: none)").matches;
    return isTouch && isSmall() ? "sheet" : "beside";
  }

  /** @param {string} name @param {object} detail */
  #tell(name, detail) {
    this.#host.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  #remove() {
    this.hide();
    this.#card?.remove();
  }
}
