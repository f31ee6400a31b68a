/**
 * The surface that says who or what a name is: beside its word, or as a sheet from below on a small
 * touch screen. It is a popover, so nothing of the page lies over it, and a dialog that leaves the
 * page usable. What it says is made elsewhere (`entity-card-content.js`).
 */

import { whenLoaded } from "./failure.js";
import { iconButton, make } from "./make.js";
import { messages } from "./messages.js";
import { boxOf, placeCard } from "./place.js";
import { pageScroller } from "./scrolling.js";
import { entityCardCss } from "./styles.js";
import { addSurfaces, deepestFocus, putAt, returnFocus } from "./surfaces.js";

/** @import { Box } from "./place.js" */

/** @typedef {"beside" | "sheet"} Form where the card is: beside its word, or at the lower edge */

const CLOSE = "M6 6l12 12M18 6L6 18";
/** Up to this width of the window, in CSS pixels, a tap opens a sheet. */
const SMALL = 640;
/** Between a word and the sheet that would cover it, in CSS pixels. */
const CLEARANCE = 12;

export class EntityCard {
  #card = make("div", {
    part: "card",
    class: "surface",
    popover: "manual",
    role: "dialog",
    "aria-labelledby": "card-name",
  });
  #content = make("div", { class: "content" });
  #close = iconButton("card-close", messages.close, CLOSE);
  /** Says the card aloud to those who did not point at the word. */
  #voice = make("p", { class: "voice", role: "status" });
  /** What had the focus before the card got it. @type {Element | null} */
  #focusedBefore = null;
  #onClose;
  #isSwipeable = false;

  /**
   * @param {ShadowRoot} shadow
   * @param {() => void} onClose called when the reader closes the card
   */
  constructor(shadow, onClose) {
    this.#onClose = onClose;
    this.#close.addEventListener("click", onClose);
    this.#card.append(make("span", { class: "grip draggable" }), this.#content, this.#close);
    this.#card.addEventListener("focusout", ({ relatedTarget }) => {
      // Without a target it is a control that was replaced, or another window.
      if (relatedTarget && !this.#card.contains(/** @type {Node} */ (relatedTarget))) onClose();
    });
    addSurfaces(shadow, entityCardCss, this.#card, this.#voice);
  }

  /** Where it is in the window. */
  get box() {
    return boxOf(this.#card);
  }

  get isSheet() {
    return this.#card.hasAttribute("data-sheet");
  }

  get hasFocus() {
    return this.#card.matches(":focus-within");
  }

  /**
   * @param {readonly HTMLElement[]} content
   * @param {Box} word where in the window the word is
   * @param {Form} form
   */
  show(content, word, form) {
    this.#card.toggleAttribute("data-sheet", form === "sheet");
    if (form === "sheet") this.#letSwipe();
    this.#content.replaceChildren(...content);
    this.#card.scrollTop = 0;
    this.#card.showPopover();
    this.moveTo(word);
  }

  /**
   * Says something else at the same place. The focus stays on the control that had it, or on what
   * took that control's place.
   *
   * @param {readonly HTMLElement[]} content
   * @param {Box} word
   */
  update(content, word) {
    const key = this.#focusedKey();
    this.#content.replaceChildren(...content);
    this.moveTo(word);
    if (key === undefined) return;
    /** @type {HTMLElement} */ (
      this.#content.querySelector(`[data-key="${key}"]`) ?? this.#close
    ).focus({ preventScroll: true });
  }

  /** @param {Box} word */
  moveTo(word) {
    const { style } = this.#card;
    for (const name of ["left", "top", "max-height", "transform"]) style.removeProperty(name);
    if (!this.isSheet) this.#placeBeside(word);
    const scrolls = this.#card.scrollHeight > this.#card.clientHeight;
    this.#card.toggleAttribute("data-scrolls", scrolls);
  }

  /**
   * Scrolls so far that a sheet does not lie over its word.
   *
   * @param {Box} word
   */
  uncover(word) {
    if (!this.isSheet) return;
    // Where its upper edge will be: it may still be rising.
    const top = innerHeight - this.box.height;
    const covered = word.bottom + CLEARANCE - top;
    if (covered > 0) scrollBy({ top: covered, behavior: "instant" });
  }

  /** What gets the focus back when the card is hidden, if the card has it. */
  get owed() {
    return this.hasFocus ? this.#focusedBefore : null;
  }

  hide() {
    if (this.hasFocus) returnFocus(this.#focusedBefore);
    this.#card.hidePopover();
    this.#voice.textContent = "";
  }

  /** @param {string} text said aloud where screen readers are on */
  announce(text) {
    this.#voice.textContent = text;
  }

  /** The name, the kind and the short description, to be said aloud. */
  get summary() {
    const parts = ["card-name", "card-kind", "card-summary", "card-failure", "card-count"];
    const texts = parts.map((part) => this.#content.querySelector(`[part=${part}]`)?.textContent);
    return texts.filter(Boolean).join(messages.comma);
  }

  /**
   * Takes the focus in, from wherever it is, and gives it back behind the last control.
   *
   * @param {KeyboardEvent} event Tab or Shift+Tab
   * @returns {boolean} whether the key is taken
   */
  takeTab(event) {
    if (!this.hasFocus) return !event.shiftKey && this.focus();
    const controls = this.#controls;
    const focused = /** @type {ShadowRoot} */ (this.#card.getRootNode()).activeElement;
    const isLeaving = focused === controls.at(event.shiftKey ? 0 : -1);
    if (isLeaving) this.#close.click();
    // Forward, the browser goes on from what had the focus to what comes after it.
    return isLeaving && event.shiftKey && this.#focusedBefore !== document.body;
  }

  /** Gives the focus to the first control. */
  focus() {
    this.#focusedBefore = deepestFocus();
    /** @type {HTMLElement} */ (this.#controls[0]).focus({ preventScroll: true });
    return true;
  }

  /** @param {Event} event */
  contains(event) {
    return event.composedPath().includes(this.#card);
  }

  remove() {
    this.#card.remove();
    this.#voice.remove();
  }

  get #controls() {
    return [...this.#card.querySelectorAll("a[href], button")];
  }

  /** @param {Box} word */
  #placeBeside(word) {
    const { clientWidth: width, clientHeight: height } = pageScroller();
    const { left, top, maxHeight } = placeCard(word, this.box, { width, height }, messages.dir);
    putAt(this.#card, { left, top, "max-height": maxHeight });
  }

  async #letSwipe() {
    if (this.#isSwipeable) return;
    this.#isSwipeable = true;
    const { closeBySwipe } = await whenLoaded(this.#card, import("./entity-card-swipe.js"));
    closeBySwipe(this.#card, this.#onClose);
  }

  /** @returns {string | undefined} which control of the content has the focus */
  #focusedKey() {
    const focused = /** @type {ShadowRoot} */ (this.#card.getRootNode()).activeElement;
    if (!focused || !this.#content.contains(focused)) return undefined;
    return /** @type {HTMLElement} */ (focused).dataset.key ?? "";
  }
}

/** Whether the window is so small that a tap opens a sheet. */
export function isSmall() {
  return innerWidth <= SMALL;
}
