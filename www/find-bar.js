/**
 * The find bar, and the button that offers it.
 *
 * Everything besides the field is loaded when the bar is first opened (`find-extras.js`); without
 * that the bar still finds.
 */

import { whenLoaded } from "./failure.js";
import { iconButton, make } from "./make.js";
import { digitsOf, inDigits, messages } from "./messages.js";
import { keepClearOf, ScrollPlace } from "./scrolling.js";
import { findBarCss } from "./styles.js";
import { addSurfaces, deepestFocus, returnFocus, roundButton } from "./surfaces.js";

/** @import { FindExtras } from "./find-extras.js" */
/** @import { SoraniReaderElement } from "./sorani-reader.js" */
/** @import { Reader } from "./reader.js" */
/** @import { FindDetail } from "./search-session.js" */

const SEARCH = "M10.5 4a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13M15.5 15.5L20 20";
const DOWN = "M6 9.5l6 6l6-6";
const UP = "M6 14.5l6-6l6 6";
const CLOSE = "M6 6l12 12M18 6L6 18";

export class FindBar {
  #host;
  /** @type {Reader | undefined} */
  #reader;
  #offer = roundButton("find-button", messages.find, SEARCH);
  #field = make("input", {
    part: "find-input",
    type: "text",
    enterkeyhint: "search",
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    placeholder: messages.placeholder,
    "aria-label": messages.find,
  });
  #count = make("span", { part: "find-count", "aria-hidden": "true" });
  #note = make("p", { part: "find-note", "aria-hidden": "true" });
  #previous = iconButton("find-previous", messages.previous, UP);
  #next = iconButton("find-next", messages.next, DOWN);
  #close = iconButton("find-close", messages.close, CLOSE);
  #row = make("div", { class: "row" }, this.#field, this.#count);
  #bar = make("div", {
    part: "find-bar",
    class: "surface",
    popover: "manual",
    role: "search",
  });
  /** @type {FindExtras | undefined} */
  #extras;
  /** Whether something has been typed since the bar was opened. */
  #isTyped = false;
  /** What was found last. @type {FindDetail | undefined} */
  #told;
  /** What had the focus before the bar was opened. @type {Element | null} */
  #focusedBefore = null;
  /** Where the page was scrolled to when the bar was opened. @type {ScrollPlace | undefined} */
  #openedAt;
  /** From where on is searched while a word is being typed. @type {ScrollPlace | undefined} */
  #origin;
  /** Where the last search has scrolled to. @type {ScrollPlace | undefined} */
  #arrival;
  /** Ends when the bar is closed. @type {AbortController | undefined} */
  #opening;
  /** @type {IntersectionObserver | undefined} */
  #middle;
  #text = "";
  #digits = digitsOf("");

  /** @param {SoraniReaderElement} host */
  constructor(host) {
    this.#host = host;
    this.#offer.hidden = true;
    this.#row.append(this.#previous, this.#next, this.#close);
    this.#bar.append(make("div", { class: "head" }, this.#row, this.#note));
    const shadow = /** @type {ShadowRoot} */ (host.shadowRoot);
    addSurfaces(shadow, findBarCss, this.#offer, this.#bar);
    this.#listen();
  }

  get isOpen() {
    return this.#opening !== undefined;
  }

  /**
   * Shows the button wherever the article is what the window shows.
   *
   * @param {Reader} reader what has read the article
   */
  offer(reader) {
    this.#reader = reader;
    if (this.isOpen) this.#showExtras();
    if (this.isOpen && this.#field.value) this.#find();
    this.#middle?.disconnect();
    // One article at most crosses the middle line of the window.
    this.#middle = new IntersectionObserver(
      (entries) => {
        this.#offer.hidden = !entries.at(-1)?.isIntersecting;
      },
      { rootMargin: "-50% 0px -50% 0px" },
    );
    this.#middle.observe(reader.root);
  }

  /** Opens the bar with the last query in it, and puts the cursor there. */
  open() {
    if (!this.isOpen) this.#show();
    this.#field.focus({ preventScroll: true });
    this.#field.select();
    if (this.#field.value) this.#find();
  }

  /**
   * Opens the bar on the first place of a query that a link carries. The focus stays where it is.
   *
   * @param {string} query
   */
  async openLinked(query) {
    if (!this.isOpen) this.#show();
    this.#field.value = query;
    await this.#find();
    this.#reader?.search.goToStop(0);
    this.#arrival = undefined;
  }

  /** Closes the bar, puts out the matches and gives the focus back. */
  close() {
    if (!this.isOpen) return;
    this.#opening?.abort();
    this.#opening = undefined;
    this.#isTyped = false;
    this.#offer.setAttribute("aria-expanded", "false");
    if (this.#bar.matches(":focus-within")) returnFocus(this.#focusedBefore);
    this.#bar.hidePopover();
    this.#extras?.close();
    this.#reader?.search.forgetChoice();
    this.#host.clear();
  }

  #show() {
    this.#focusedBefore = deepestFocus();
    this.#openedAt = this.#place();
    this.#opening = new AbortController();
    const { signal } = this.#opening;
    // On the window, so that whatever else Esc closes on the page comes first.
    addEventListener("keydown", (event) => this.#pageKey(event), { signal });
    signal.addEventListener("abort", keepClearOf(this.#bar));
    this.#offer.setAttribute("aria-expanded", "true");
    this.#bar.showPopover();
    this.#showExtras();
  }

  async #showExtras() {
    const { FindExtras } = await whenLoaded(this.#host, import("./find-extras.js"));
    if (!this.isOpen || !this.#reader) return;
    this.#extras ??= new FindExtras(this.#host, {
      bar: this.#bar,
      row: this.#row,
      field: this.#field,
      note: this.#note,
      number: (number) => this.#number(number),
      find: () => this.#find(),
    });
    this.#extras.open(this.#reader);
    if (this.#told) this.#extras.show(this.#told);
    if (this.#isTyped) this.#extras.suggest();
  }

  #listen() {
    this.#previous.disabled = this.#next.disabled = true;
    this.#offer.addEventListener("click", () => this.#host.openFind());
    this.#field.addEventListener("input", (event) => {
      // What is being composed is no word yet.
      if (!(/** @type {InputEvent} */ (event).isComposing)) this.#typed();
    });
    this.#field.addEventListener("compositionend", () => this.#typed());
    this.#previous.addEventListener("click", () => this.#step(-1));
    this.#next.addEventListener("click", () => this.#step(1));
    this.#close.addEventListener("click", () => this.close());
    this.#bar.addEventListener("keydown", (event) => this.#barKey(event));
    this.#host.addEventListener("sorani-reader-find", (event) => {
      if (this.isOpen) this.#tell(/** @type {CustomEvent<FindDetail>} */ (event).detail);
    });
  }

  /** @param {KeyboardEvent} event pressed in the bar */
  #barKey(event) {
    // Safari ends the composition before it tells of the key that did: 229 is an input method's.
    if (event.isComposing || event.keyCode === 229) return;
    if (!this.#takeKey(event)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /**
   * @param {KeyboardEvent} event
   * @returns {boolean}
   */
  #takeKey(event) {
    const isInField = event.target === this.#field;
    if (isInField && this.#extras?.takeKey(event)) return true;
    if (event.key === "Escape") {
      this.close();
      this.#openedAt?.goBack();
      return true;
    }
    if (event.key !== "Enter" || !isInField) return false;
    this.#step(event.shiftKey ? -1 : 1);
    return true;
  }

  /** @param {KeyboardEvent} event pressed anywhere while the bar is open */
  #pageKey(event) {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    // Who has gone back to reading is left in place.
    if (event.key === "Escape") this.close();
    else if (event.key === "F3") this.#step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  }

  /** @param {1 | -1} by */
  #step(by) {
    this.#arrival = undefined;
    this.#extras?.closeSuggestions();
    if (by > 0) this.#host.next();
    else this.#host.previous();
  }

  #typed() {
    this.#isTyped = true;
    this.#find();
    this.#extras?.suggest();
  }

  async #find() {
    const query = this.#field.value;
    this.#returnToOrigin();
    const isEmpty = query.trim() === "";
    if (!isEmpty && !this.#reader) this.#say(messages.loading);
    try {
      if (isEmpty) this.#host.clear();
      else await this.#host.find(query, { mode: this.#extras?.mode });
    } catch {
      this.#say(messages.unavailable);
    }
    this.#arrival = this.#place();
  }

  /**
   * Every letter is searched for from where the word was begun, not from where the letters before
   * it have led; but who has scrolled or stepped on begins there.
   */
  #returnToOrigin() {
    if (this.#arrival?.isHere()) this.#origin?.goBack();
    else this.#origin = this.#place();
  }

  #place() {
    return new ScrollPlace(this.#host.article ?? this.#host);
  }

  /** @param {FindDetail} result */
  #tell(result) {
    const { query, total, position } = result;
    this.#told = result;
    const isEmpty = query.trim() === "";
    this.#bar.toggleAttribute("data-empty", !isEmpty && total === 0);
    this.#count.textContent = total ? messages.count(...this.#numbers(position, total)) : "";
    this.#say(isEmpty ? "" : noteOf(result));
    this.#previous.disabled = this.#next.disabled = total === 0;
    this.#extras?.show(result);
  }

  /** @param {string} note */
  #say(note) {
    this.#note.textContent = note;
  }

  /**
   * @param {number} one
   * @param {number} other
   * @returns {[string, string]}
   */
  #numbers(one, other) {
    return [this.#number(one), this.#number(other)];
  }

  /**
   * @param {number} number
   * @returns {string} in the digits of the article
   */
  #number(number) {
    const { text } = this.#host;
    if (text !== this.#text) {
      this.#text = text;
      this.#digits = digitsOf(text);
    }
    return inDigits(number, this.#digits);
  }
}

/**
 * That nothing was found, or that the search went on at the other end.
 *
 * @param {FindDetail} result
 * @returns {string}
 */
function noteOf({ total, tiers, wrapped }) {
  if (total > 0) return wrapped ? messages.wrapped[wrapped] : "";
  return Object.keys(tiers).length > 0 ? messages.allOff : messages.nothing;
}
