/**
 * The card of an entity: who or what it is, in a few lines. Text only: nothing in a record becomes
 * markup, and only an http(s) address becomes a link.
 */

import { entityCardCss } from "./entity-card-style.js";
import { deepestFocus, returnFocus } from "./focus.js";
import { dress, icon, make } from "./make.js";
import { messages } from "./messages/ckb.js";
import { placeCard } from "./place.js";
import { surfaceCss } from "./surface-style.js";

/** @import { EntityRecord } from "./core.js" */
/** @import { Box } from "./place.js" */

/** @typedef {{text: string, lang: string}} Text */

const CLOSE = "M6 6l12 12M18 6L6 18";
/** The language of the interface, and that of the texts where a record has several. */
const LANGUAGE = "ckb";

export class EntityCard {
  #card = make("div", {
    part: "card",
    class: "surface",
    popover: "manual",
    role: "dialog",
    "aria-labelledby": "card-name",
    lang: LANGUAGE,
    dir: "rtl",
  });
  #content = make("div", { class: "content" });
  #close = make("button", {
    type: "button",
    part: "card-close",
    "aria-label": messages.close,
  });
  /** Says the card aloud to those who did not point at the word. */
  #voice = make("p", { class: "voice", role: "status", lang: LANGUAGE });
  /** What had the focus before the card got it. @type {Element | null} */
  #focusedBefore = null;

  /**
   * @param {ShadowRoot} shadow
   * @param {() => void} onClose called when the reader closes the card
   */
  constructor(shadow, onClose) {
    for (const css of [surfaceCss, entityCardCss]) dress(shadow, css);
    this.#close.append(icon(CLOSE));
    this.#close.addEventListener("click", onClose);
    this.#card.append(this.#content, this.#close);
    shadow.append(this.#card, this.#voice);
  }

  /** Where it is in the window. */
  get box() {
    return this.#card.getBoundingClientRect();
  }

  /**
   * @param {EntityRecord} record
   * @param {string} count how often the article mentions the entity, in words
   * @param {Box} word where in the window the mention is
   */
  show(record, count, word) {
    this.#content.replaceChildren(...describe(record), makeFooter(record, count));
    this.#card.scrollTop = 0;
    this.#card.showPopover();
    this.moveTo(word);
  }

  /** @param {Box} word */
  moveTo(word) {
    const { style } = this.#card;
    const { clientWidth: width, clientHeight: height } = document.documentElement;
    style.removeProperty("max-height");
    const place = placeCard(word, this.box, { width, height }, "rtl");
    style.setProperty("left", `${place.left}px`);
    style.setProperty("top", `${place.top}px`);
    style.setProperty("max-height", `${place.maxHeight}px`);
  }

  /** Hides it; if it had the focus, gives it back. */
  hide() {
    if (this.#hasFocus) returnFocus(this.#focusedBefore);
    this.#card.hidePopover();
    this.#voice.textContent = "";
  }

  announce() {
    this.#voice.textContent = this.#content.innerText;
  }

  /**
   * Takes the focus in, from wherever it is, and gives it back behind the last control.
   *
   * @param {KeyboardEvent} event Tab or Shift+Tab
   * @returns {boolean} whether the key is taken
   */
  takeTab(event) {
    const controls = [...this.#card.querySelectorAll("a, button")];
    if (!this.#hasFocus) return !event.shiftKey && this.#takeFocus(controls[0]);
    const focused = /** @type {ShadowRoot} */ (this.#card.getRootNode()).activeElement;
    const isLeaving = focused === controls.at(event.shiftKey ? 0 : -1);
    if (isLeaving) this.#close.click();
    return isLeaving && this.#focusedBefore !== document.body;
  }

  /** @param {Event} event */
  contains(event) {
    return event.composedPath().includes(this.#card);
  }

  remove() {
    this.#card.remove();
    this.#voice.remove();
  }

  get #hasFocus() {
    return this.#card.matches(":focus-within");
  }

  /** @param {Element} control */
  #takeFocus(control) {
    this.#focusedBefore = deepestFocus();
    /** @type {HTMLElement} */ (control).focus();
    return true;
  }
}

/**
 * @param {EntityRecord} record
 * @returns {HTMLElement[]}
 */
function describe(record) {
  const name = textOf(record.name) ?? { text: record["@id"], lang: "und" };
  return [
    paragraph("card-kind", kindOf(record)),
    paragraph("card-name", name, { id: "card-name" }),
    paragraph("card-summary", textOf(record.disambiguatingDescription)),
    paragraph("card-description", textOf(record.description)),
  ].filter((line) => line !== undefined);
}

/**
 * @param {EntityRecord} record
 * @param {string} count
 */
function makeFooter(record, count) {
  const address = sourceOf(record);
  const link = address && make("a", { part: "card-source", href: address.href }, messages.source);
  const counted = make("span", { part: "card-count" }, count);
  return make("p", { part: "card-footer" }, counted, ...(link ? [link] : []));
}

/**
 * @param {string} part
 * @param {Text | undefined} text
 * @param {Record<string, string>} [attributes]
 * @returns {HTMLElement | undefined}
 */
function paragraph(part, text, attributes = {}) {
  if (!text) return undefined;
  return make("p", { part, lang: text.lang, dir: "auto", ...attributes }, text.text);
}

/**
 * @param {EntityRecord} record
 * @returns {Text | undefined}
 */
function kindOf({ "@type": types }) {
  const known = [types].flat().map((type) => messages.kindOf(String(type)));
  const text = known.find((kind) => kind !== undefined);
  return text === undefined ? undefined : { text, lang: LANGUAGE };
}

/**
 * @param {unknown} value a text field of a record: a string, or texts by language
 * @returns {Text | undefined} the Sorani text, else the first there is
 */
function textOf(value) {
  if (typeof value === "string") return value ? { text: value, lang: LANGUAGE } : undefined;
  if (typeof value !== "object" || value === null) return undefined;
  const texts = Object.entries(value).filter(([, text]) => typeof text === "string" && text);
  const found = texts.find(([lang]) => lang === LANGUAGE) ?? texts[0];
  return found && { text: found[1], lang: found[0] };
}

/**
 * The entity's page for people: its `url`, else the first `sameAs` that is an address.
 *
 * @param {EntityRecord} record
 * @returns {URL | undefined} an http(s) address, never a script's
 */
function sourceOf({ url, sameAs }) {
  return [url, sameAs]
    .flat()
    .map(webAddress)
    .find((address) => address !== undefined);
}

/**
 * @param {unknown} value
 * @returns {URL | undefined}
 */
function webAddress(value) {
  if (typeof value !== "string" || !/^https?:\/\//iu.test(value)) return undefined;
  return URL.canParse(value) ? new URL(value) : undefined;
}
