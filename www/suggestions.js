/**
 * What the text has to offer for the word being typed: the list of a combobox
 * (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). Nothing in it is chosen by itself: Enter
 * goes on to the next match until an arrow key has gone into the list.
 */

import { make } from "./make.js";
import { messages } from "./messages-later.js";

/** @import { Suggestion } from "./core.js" */

/** How many are shown at most. */
const LIMIT = 5;
/** How long after a keystroke they are asked for, in milliseconds: lights come first. */
const ASK_AFTER = 60;

/** Ids are looked up in the shadow tree of one reader. */
const LIST_ID = "suggestions";

/**
 * @typedef {object} Source
 * @property {(beginning: string, limit: number) => Suggestion[]} suggest
 * @property {(text: string) => void} choose takes one over
 * @property {(number: number) => string} number writes a number in the page's digits
 */

export class SuggestionList {
  #field;
  #source;
  #asking = 0;
  /** The index of the option that an arrow key has gone to, or -1. */
  #active = -1;
  /** What had been typed before an arrow key went into the list. */
  #typed = "";

  element = make("div", {
    part: "suggestions",
    id: LIST_ID,
    role: "listbox",
    "aria-label": messages.suggestions,
    hidden: "",
  });

  /**
   * @param {HTMLInputElement} field
   * @param {Source} source
   */
  constructor(field, source) {
    this.#field = field;
    this.#source = source;
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", LIST_ID);
    field.setAttribute("aria-expanded", "false");
    field.addEventListener("blur", () => this.close());
    // A press on the list must not take the focus from the field.
    this.element.addEventListener("mousedown", (event) => event.preventDefault());
    this.element.addEventListener("click", (event) => this.#click(event));
  }

  /** Offers what goes on from what is in the field, after a moment. */
  ask() {
    clearTimeout(this.#asking);
    this.#asking = setTimeout(() => this.#show(), ASK_AFTER);
  }

  close() {
    clearTimeout(this.#asking);
    this.#active = -1;
    this.element.hidden = true;
    this.#field.setAttribute("aria-expanded", "false");
    this.#field.removeAttribute("aria-activedescendant");
  }

  /**
   * @param {KeyboardEvent} event pressed in the field
   * @returns {boolean} whether the key is taken
   */
  takeKey(event) {
    if (this.element.hidden) return false;
    if (event.key === "ArrowDown") this.#goTo(this.#active + 1);
    else if (event.key === "ArrowUp") this.#goTo(this.#active < 0 ? -2 : this.#active - 1);
    else if (this.#active < 0) return false;
    else if (event.key === "Enter") this.#choose(this.#active);
    else if (event.key === "Escape") this.#leave();
    else return false;
    return true;
  }

  get #options() {
    return /** @type {HTMLElement[]} */ ([...this.element.children]);
  }

  #show() {
    this.#typed = this.#field.value;
    const query = this.#typed.trim();
    const found = query === "" ? [] : this.#source.suggest(query, LIMIT + 1);
    const others = found.filter(({ text }) => text !== query).slice(0, LIMIT);
    this.close();
    if (others.length === 0 || !this.#hasFocus()) return;
    this.element.replaceChildren(...others.map((one, index) => this.#makeOption(one, index)));
    this.element.hidden = false;
    this.#field.setAttribute("aria-expanded", "true");
  }

  #hasFocus() {
    return /** @type {ShadowRoot} */ (this.#field.getRootNode()).activeElement === this.#field;
  }

  /**
   * @param {Suggestion} suggestion
   * @param {number} index
   */
  #makeOption({ text, count, entity }, index) {
    const attributes = {
      part: "suggestion",
      id: `${LIST_ID}-${index}`,
      role: "option",
      "aria-selected": "false",
    };
    const name = make("span", entity === undefined ? {} : { class: "entity" }, text);
    return make("div", attributes, name, " ", make("small", {}, this.#source.number(count)));
  }

  /** @param {number} index counted around, with what was typed between the last and the first */
  #goTo(index) {
    const options = this.#options;
    const places = options.length + 1;
    this.#active = ((index + 1 + places) % places) - 1;
    for (const [at, option] of options.entries()) {
      option.setAttribute("aria-selected", String(at === this.#active));
    }
    const active = options[this.#active];
    this.#field.value = active?.firstChild?.textContent ?? this.#typed;
    active?.scrollIntoView({ block: "nearest", inline: "nearest" });
    if (active) this.#field.setAttribute("aria-activedescendant", active.id);
    else this.#field.removeAttribute("aria-activedescendant");
  }

  /** Goes back to what was typed. */
  #leave() {
    this.#field.value = this.#typed;
    this.close();
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const index = this.#options.findIndex((option) => event.composedPath().includes(option));
    if (index >= 0) this.#choose(index);
  }

  /** @param {number} index */
  #choose(index) {
    const text = this.#options[index].firstChild?.textContent ?? "";
    this.close();
    this.#source.choose(text);
  }
}
