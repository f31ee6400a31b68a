/**
 * The find bar, and the button that offers it. It knows the element's public interface only.
 */

import { digitsOf, inDigits } from "./digits.js";
import { findBarCss } from "./find-bar-style.js";
import { deepestFocus, returnFocus } from "./focus.js";
import { dress, icon, make } from "./make.js";
import { messages } from "./messages/ckb.js";
import { ScrollPlace } from "./scrolling.js";
import { surfaceCss } from "./surface-style.js";

/** @import { Tier } from "./core.js" */
/** @import { SoraniReaderElement } from "./element.js" */
/** @import { FindDetail, FindResult } from "./reader.js" */

const SEARCH = "M10.5 4a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13M15.5 15.5L20 20";
const DOWN = "M6 9.5l6 6l6-6";
const UP = "M6 14.5l6-6l6 6";
const CLOSE = "M6 6l12 12M18 6L6 18";

/** How long after the last change the count is said aloud, in milliseconds. */
const ANNOUNCE_AFTER = 700;

export class FindBar {
  #host;
  #offer = makeButton("find-button", messages.find, SEARCH);
  #field = make("input", {
    part: "find-input",
    type: "search",
    enterkeyhint: "search",
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    placeholder: messages.placeholder,
    "aria-label": messages.find,
  });
  #count = make("span", { part: "find-count", "aria-hidden": "true" });
  #note = make("p", { part: "find-note", "aria-hidden": "true" });
  #voice = make("p", { class: "voice", role: "status" });
  #previous = makeButton("find-previous", messages.previous, UP);
  #next = makeButton("find-next", messages.next, DOWN);
  #close = makeButton("find-close", messages.close, CLOSE);
  #bar = make(
    "div",
    {
      part: "find-bar",
      class: "surface",
      popover: "manual",
      role: "search",
      lang: "ckb",
      dir: "rtl",
    },
    make(
      "div",
      { class: "row" },
      this.#field,
      this.#count,
      this.#previous,
      this.#next,
      this.#close,
    ),
    this.#note,
    this.#voice,
  );
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
  #announcing = 0;
  #text = "";
  #digits = digitsOf("");

  /** @param {SoraniReaderElement} host */
  constructor(host) {
    this.#host = host;
    this.#offer.classList.add("surface");
    this.#offer.lang = "ckb";
    this.#offer.dir = "rtl";
    this.#offer.hidden = true;
    const shadow = /** @type {ShadowRoot} */ (host.shadowRoot);
    for (const css of [surfaceCss, findBarCss]) dress(shadow, css);
    shadow.append(this.#offer, this.#bar);
    this.#listen();
  }

  /** Shows the button wherever the article is what the window shows. */
  offer() {
    const article = this.#host.article;
    if (!article) return;
    this.#middle?.disconnect();
    // One article at most crosses the middle line of the window.
    this.#middle = new IntersectionObserver(
      (entries) => {
        this.#offer.hidden = !entries.at(-1)?.isIntersecting;
      },
      { rootMargin: "-50% 0px -50% 0px" },
    );
    this.#middle.observe(article);
  }

  open() {
    if (!this.#opening) this.#show();
    this.#field.focus({ preventScroll: true });
    this.#field.select();
    if (this.#field.value) this.#find();
  }

  /** Closes the bar, puts out the matches and gives the focus back. */
  close() {
    if (!this.#opening) return;
    this.#opening.abort();
    this.#opening = undefined;
    clearTimeout(this.#announcing);
    this.#offer.setAttribute("aria-expanded", "false");
    if (this.#bar.matches(":focus-within")) returnFocus(this.#focusedBefore);
    this.#bar.hidePopover();
    this.#host.clear();
  }

  #show() {
    this.#focusedBefore = deepestFocus();
    this.#openedAt = this.#place();
    this.#opening = new AbortController();
    document.addEventListener("keydown", (event) => this.#pageKey(event), {
      signal: this.#opening.signal,
    });
    this.#offer.setAttribute("aria-expanded", "true");
    this.#bar.showPopover();
  }

  #listen() {
    for (const button of [this.#previous, this.#next]) button.disabled = true;
    this.#offer.setAttribute("aria-expanded", "false");
    this.#offer.addEventListener("click", () => this.#host.openFind());
    this.#field.addEventListener("input", (event) => {
      if (!(/** @type {InputEvent} */ (event).isComposing)) this.#find();
    });
    this.#field.addEventListener("compositionend", () => this.#find());
    this.#previous.addEventListener("click", () => this.#step(-1));
    this.#next.addEventListener("click", () => this.#step(1));
    this.#close.addEventListener("click", () => this.close());
    this.#bar.addEventListener("keydown", (event) => this.#barKey(event));
    this.#host.addEventListener("sorani-reader-find", (event) => {
      if (this.#opening) this.#tell(/** @type {CustomEvent<FindDetail>} */ (event).detail);
    });
  }

  /** @param {KeyboardEvent} event pressed in the bar */
  #barKey(event) {
    if (event.isComposing) return;
    if (event.key === "Escape") {
      this.close();
      this.#openedAt?.goBack();
    } else if (event.key === "Enter" && event.target === this.#field) {
      this.#step(event.shiftKey ? -1 : 1);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {KeyboardEvent} event pressed anywhere while the bar is open */
  #pageKey(event) {
    if (event.key !== "F3" || event.ctrlKey || event.altKey || event.metaKey) return;
    this.#step(event.shiftKey ? -1 : 1);
    event.preventDefault();
  }

  /** @param {1 | -1} by */
  #step(by) {
    this.#arrival = undefined;
    if (by > 0) this.#host.next();
    else this.#host.previous();
  }

  #find() {
    const query = this.#field.value;
    this.#returnToOrigin();
    if (query.trim() === "") {
      this.#host.clear();
    } else {
      if (!this.#host.text) this.#say(messages.loading);
      this.#host.find(query).catch(() => this.#say(messages.unavailable));
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
    const isEmpty = result.query.trim() === "";
    const isNothing = !isEmpty && result.total === 0;
    this.#bar.toggleAttribute("data-empty", isNothing);
    this.#count.textContent = isEmpty || isNothing ? "" : this.#countOf(result);
    this.#say(isEmpty ? "" : isNothing ? messages.nothing : this.#noteOf(result));
    for (const button of [this.#previous, this.#next]) button.disabled = result.total === 0;
    clearTimeout(this.#announcing);
    this.#announcing = setTimeout(() => this.#announce(result), ANNOUNCE_AFTER);
  }

  /** @param {string} note */
  #say(note) {
    this.#note.textContent = note;
  }

  /** @param {FindDetail} result */
  #announce(result) {
    const { position, total } = result;
    const count = total ? messages.spokenCount(this.#number(position), this.#number(total)) : "";
    const parts = [count, this.#note.textContent].filter((part) => part !== "");
    this.#voice.textContent = parts.join("، ");
  }

  /** @param {FindResult} result */
  #countOf({ position, total }) {
    return messages.count(this.#number(position), this.#number(total));
  }

  /**
   * That the search went on at the other end, and what was counted apart.
   *
   * @param {FindDetail} result
   * @returns {string}
   */
  #noteOf({ wrapped, tiers }) {
    const isApart = Object.keys(tiers).some((tier) => !Object.hasOwn(messages.quiet, tier));
    const notes = Object.entries(messages.quiet).flatMap(([tier, message]) => {
      const count = tiers[/** @type {Tier} */ (tier)] ?? 0;
      return count > 0 ? [(isApart ? "+" : "") + message(this.#number(count))] : [];
    });
    return [...(wrapped ? [messages.wrapped[wrapped]] : []), ...notes].join(" · ");
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
 * @param {string} part
 * @param {string} label
 * @param {string} path the drawing on it
 * @returns {HTMLButtonElement}
 */
function makeButton(part, label, path) {
  const button = make("button", { type: "button", part, "aria-label": label, title: label });
  button.append(icon(path));
  return button;
}
