/**
 * What the focus means: it has come to a link that holds a name, or has left it.
 */

/** @import { Mention, Span } from "./core.js" */

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
  #enter({ target }) {
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

export function isNothingFocused() {
  const focused = document.activeElement;
  return !focused || focused === document.body;
}
