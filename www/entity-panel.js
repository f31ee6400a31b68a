/**
 * «In this article»: the people, places and organisations that the article names, with how often.
 *
 * It is the way in for whoever uses no mouse, and says the same as the cards: each name opens its
 * card at its nearest mention and lights up the others.
 */

import { isSmall } from "./entity-card.js";
import { filterOf, groupsOf } from "./entity-groups.js";
import { entityPanelCss } from "./entity-panel-style.js";
import { nameOf, textOf } from "./entity-texts.js";
import { areMarksOn, turnMarks } from "./highlights.js";
import { iconButton, make } from "./make.js";
import { digitsOf, inDigits } from "./messages.js";
import { messages } from "./messages-later.js";
import { addSurfaces, deepestFocus, returnFocus } from "./surfaces.js";

/** @import { Named } from "./entity-groups.js" */
/** @import { Reader } from "./reader.js" */

const CLOSE = "M6 6l12 12M18 6L6 18";

export class EntityPanel {
  #reader;
  #button;
  #field = make("input", {
    part: "entities-filter",
    type: "search",
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    placeholder: messages.filterEntities,
    "aria-label": messages.filterEntities,
  });
  #list = make("div", { part: "entities-list", tabindex: "-1" });
  #voice = make("p", { class: "voice", role: "status" });
  #marks = make("input", { type: "checkbox", role: "switch" });
  #close = iconButton("entities-close", messages.close, CLOSE);
  #panel = make(
    "div",
    {
      part: "entities",
      class: "surface",
      popover: "manual",
      role: "dialog",
      "aria-labelledby": "entities-title",
    },
    make(
      "div",
      { class: "top" },
      make("h2", { id: "entities-title" }, messages.inThisArticle),
      this.#close,
    ),
    this.#field,
    this.#list,
    make("label", { part: "entities-marks" }, this.#marks, messages.marks),
    this.#voice,
  );
  /** What had the focus before the panel was opened. @type {Element | null} */
  #focusedBefore = null;
  /** What the article names, once it is known. @type {readonly Named[]} */
  #named = [];
  #isOpen = false;

  /**
   * @param {HTMLElement} host
   * @param {Reader} reader
   * @param {HTMLElement} button that opens the panel
   */
  constructor(host, reader, button) {
    this.#reader = reader;
    this.#button = button;
    const shadow = /** @type {ShadowRoot} */ (host.shadowRoot);
    this.#close.addEventListener("click", () => this.close());
    this.#field.addEventListener("input", () => this.#filter());
    this.#marks.addEventListener("change", () => turnMarks(this.#marks.checked ? "on" : "off"));
    this.#panel.addEventListener("keydown", (event) => this.#key(event));
    this.#panel.addEventListener("click", (event) => this.#choose(event));
    addSurfaces(shadow, entityPanelCss, this.#panel);
  }

  open() {
    if (!this.#isOpen) this.#show();
    this.#field.focus({ preventScroll: true });
  }

  /** Closes the panel and gives the focus back. */
  close() {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#button.setAttribute("aria-expanded", "false");
    if (this.#panel.matches(":focus-within")) returnFocus(this.#focusedBefore);
    this.#panel.hidePopover();
  }

  /** The article's mentions are others than before. */
  async renew() {
    if (this.#isOpen) await this.#gather();
  }

  remove() {
    this.#panel.remove();
  }

  #show() {
    this.#isOpen = true;
    this.#focusedBefore = deepestFocus();
    this.#marks.checked = areMarksOn();
    this.#field.value = "";
    this.#panel.showPopover();
    this.#button.setAttribute("aria-expanded", "true");
    this.#gather();
  }

  /** Lists what the article names; names whose records are in files of their own come as they come. */
  async #gather() {
    const { records, mentions } = this.#reader;
    const indices = [...new Set(mentions.map(({ index }) => index))];
    const known = indices.flatMap((index) => this.#name(index, records?.known(index)) ?? []);
    this.#named = known;
    this.#filter();
    if (known.length === indices.length) return;
    const arrived = await Promise.allSettled(indices.map((index) => records?.fetch(index)));
    this.#named = arrived.flatMap((it, at) =>
      it.status === "fulfilled" ? (this.#name(indices[at], it.value) ?? []) : [],
    );
    if (this.#isOpen) this.#filter();
  }

  /**
   * @param {number} index
   * @param {import("./core.js").EntityRecord | undefined} record
   * @returns {Named | undefined}
   */
  #name(index, record) {
    if (!record) return undefined;
    const count = this.#reader.mentions.filter((mention) => mention.index === index).length;
    return { index, record, count };
  }

  #filter() {
    const fits = filterOf(this.#field.value);
    const shown = this.#named.filter(({ record }) => fits(record));
    const groups = groupsOf(shown).map(([group, named]) => this.#makeGroup(group, named));
    const nothing = make("p", { part: "entities-nothing" }, messages.noEntities);
    this.#list.replaceChildren(...(groups.length ? groups : [nothing]));
    this.#voice.textContent =
      shown.length === 0 ? messages.noEntities : messages.entitiesShown(this.#number(shown.length));
  }

  /**
   * @param {keyof typeof messages.groups} group
   * @param {readonly Named[]} named
   */
  #makeGroup(group, named) {
    const id = `entities-${group}`;
    return make(
      "section",
      { "aria-labelledby": id },
      make("h3", { id }, messages.groups[group]),
      make("ul", { role: "list" }, ...named.map((it) => make("li", {}, this.#makeItem(it)))),
    );
  }

  /** @param {Named} named */
  #makeItem({ index, record, count }) {
    const name = nameOf(record);
    const short = textOf(record.disambiguatingDescription);
    const times = count === 1 ? messages.once : messages.times(this.#number(count));
    const button = make(
      "button",
      { type: "button", part: "entities-item", "data-entity": String(index) },
      make("b", { lang: name.lang, dir: "auto" }, name.text),
      make("span", { class: "times" }, times),
    );
    if (short) button.append(make("span", { class: "short", lang: short.lang }, short.text));
    return button;
  }

  /** @param {Event} event */
  #choose(event) {
    const item = event.target instanceof Element && event.target.closest("[data-entity]");
    if (!(item instanceof HTMLElement)) return;
    for (const other of this.#list.querySelectorAll("[aria-current]")) {
      other.removeAttribute("aria-current");
    }
    item.setAttribute("aria-current", "true");
    // On a small screen the panel would lie over what it shows.
    if (isSmall()) this.close();
    this.#reader.cards.showEntity(`#${item.dataset.entity}`, "walk");
    if (isSmall()) this.#reader.cards.focus();
  }

  /** @param {KeyboardEvent} event pressed in the panel */
  #key(event) {
    if (event.isComposing) return;
    const items = [...this.#list.querySelectorAll("button")];
    const at = items.indexOf(/** @type {HTMLButtonElement} */ (event.target));
    if (event.key === "Escape") this.close();
    else if (event.key === "ArrowDown") items[Math.min(at + 1, items.length - 1)]?.focus();
    else if (event.key === "ArrowUp") (items[at - 1] ?? this.#field).focus();
    else if (event.key === "Enter" && event.target === this.#field) items[0]?.click();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {number} number */
  #number(number) {
    return inDigits(number, digitsOf(this.#reader.text));
  }
}
