/**
 * What the find bar has besides its field, loaded when the bar is first opened: the choices, the
 * suggestions, the ticks, what is said aloud; and the list of hits and the link to one, loaded when
 * they are asked for.
 */

import { whenLoaded } from "./failure.js";
import { ModeChoice, TierChips } from "./find-choices.js";
import { findExtrasCss } from "./find-extras-style.js";
import { FindAnnouncer } from "./find-sentences.js";
import { dress, iconButton, make } from "./make.js";
import { messages } from "./messages-later.js";
import { boxOf, overlap } from "./place.js";
import { SuggestionList } from "./suggestions.js";
import { ScrollTicks } from "./ticks.js";

// What these import in their turn, fetched at once with them.
import "./messages/ckb-later.js";

/** @import { HitsPanel } from "./hits-panel.js" */
/** @import { Reader } from "./reader.js" */
/** @import { FindDetail } from "./search-session.js" */

/**
 * @typedef {object} Surroundings
 * @property {HTMLElement} bar
 * @property {HTMLElement} row the part of the bar with the field
 * @property {HTMLInputElement} field
 * @property {HTMLElement} note
 * @property {(number: number) => string} number writes a number in the page's digits
 * @property {() => void} find searches for what is in the field
 */

const LIST = "M20 6H10M20 12H10M20 18H10M5 6H4.5M5 12H4.5M5 18H4.5";
const LINK =
  "M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.7l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1-1";

export class FindExtras {
  #host;
  #around;
  /** @type {Reader | undefined} */
  #reader;
  #modes;
  #chips;
  #announcer;
  #suggestions;
  #list = iconButton("find-list", messages.hits, LIST);
  #share = iconButton("find-share", messages.share, LINK);
  #tools;
  /** @type {ScrollTicks | undefined} */
  #ticks;
  /** @type {HitsPanel | undefined} */
  #hits;
  #showsHits = false;

  /**
   * @param {HTMLElement} host
   * @param {Surroundings} around
   */
  constructor(host, around) {
    const { row, bar, field, number } = around;
    this.#host = host;
    this.#around = around;
    this.#modes = new ModeChoice(() => around.find());
    this.#chips = new TierChips((tier, isOn) => this.#reader?.search.choose(tier, isOn), number);
    this.#announcer = new FindAnnouncer(number);
    this.#suggestions = new SuggestionList(field, {
      suggest: (beginning, limit) => this.#suggest(beginning, limit),
      choose: (text) => {
        field.value = text;
        around.find();
      },
      number,
    });
    this.#tools = make("div", { class: "tools" }, this.#modes.element, this.#share, this.#list);
    this.#list.setAttribute("aria-expanded", "false");
    this.#list.addEventListener("click", () => this.#toggleHits());
    this.#share.addEventListener("click", () => this.#shareCurrent());
    dress(/** @type {ShadowRoot} */ (host.shadowRoot), findExtrasCss);
    row.after(this.#tools, this.#chips.element);
    row.parentElement?.append(this.#suggestions.element);
    bar.append(this.#announcer.element);
  }

  /** How the reader wants to search. */
  get mode() {
    return this.#modes.mode;
  }

  /**
   * The bar is open, on this reader's article.
   *
   * @param {Reader} reader
   */
  open(reader) {
    const { bar } = this.#around;
    this.#reader = reader;
    this.#hideHits();
    this.#ticks?.close();
    this.#ticks = new ScrollTicks(reader);
    bar.before(this.#ticks.element);
    bar.classList.toggle("beside", this.#ticks.isLeft);
  }

  close() {
    this.#around.bar.classList.remove("aside");
    this.#announcer.hush();
    this.#ticks?.close();
    this.#ticks = undefined;
    this.#suggestions.close();
    this.#hideHits();
  }

  /** Offers what goes on from what has been typed. */
  suggest() {
    this.#suggestions.ask();
  }

  closeSuggestions() {
    this.#suggestions.close();
  }

  /**
   * @param {KeyboardEvent} event pressed in the field
   * @returns {boolean} whether the key is taken
   */
  takeKey(event) {
    if (this.#suggestions.takeKey(event)) return true;
    if (event.key !== "ArrowDown" || !this.#hits) return false;
    this.#hits.focus();
    return true;
  }

  /**
   * Shows what has been found, or which place of it is the current one now.
   *
   * @param {FindDetail} result
   */
  show(result) {
    this.#tools.hidden = result.query.trim() === "";
    this.#list.disabled = this.#share.disabled = result.total === 0;
    this.#chips.show(result.tiers, (tier) => this.#reader?.search.stateOf(tier) ?? "on");
    this.#announcer.announce(this.#reader, result, this.#around.note.textContent ?? "");
    this.#ticks?.draw();
    this.#hits?.draw();
    requestAnimationFrame(() => this.#stepAside());
  }

  /**
   * Takes the bar to the window's other side, as browsers take theirs, if it lies over the current
   * match: at the top of a page nothing can be scrolled from under it.
   */
  #stepAside() {
    const [match] = this.#reader?.search.currentMatch ?? [];
    if (!match || !this.#reader) return;
    const { bar } = this.#around;
    const place = boxOf(this.#reader.rangeOf(match));
    const { left, right, top, bottom } = boxOf(bar);
    const across = { left: innerWidth - right, right: innerWidth - left, top, bottom };
    if (overlap(place, { left, right, top, bottom }) && !overlap(place, across)) {
      bar.classList.toggle("aside");
    }
  }

  /** @param {string} beginning @param {number} limit */
  #suggest(beginning, limit) {
    const reader = this.#reader;
    const found = reader?.document.suggest(beginning, limit) ?? [];
    return found.map((one) => ({
      ...one,
      count: reader?.search.countOf(one.text, this.mode) ?? 0,
    }));
  }

  async #toggleHits() {
    if (this.#showsHits) {
      this.#hideHits();
      return;
    }
    this.#showsHits = true;
    this.#list.setAttribute("aria-expanded", "true");
    const { HitsPanel } = await whenLoaded(this.#host, import("./hits-panel.js"));
    if (!this.#showsHits || !this.#reader) return;
    this.#hits = new HitsPanel(this.#reader, this.#around.number);
    this.#around.bar.append(this.#hits.element);
    this.#hits.draw();
    // What was beside the bar may be under the list now.
    requestAnimationFrame(() => this.#reader?.search.revealCurrent());
  }

  #hideHits() {
    this.#showsHits = false;
    this.#list.setAttribute("aria-expanded", "false");
    this.#hits?.close();
    this.#hits = undefined;
  }

  async #shareCurrent() {
    const { note } = this.#around;
    const [match] = this.#reader?.search.currentMatch ?? [];
    if (!this.#reader || !match) return;
    const { copy, linkTo } = await whenLoaded(this.#host, import("./find-share.js"));
    const { document, text } = this.#reader;
    const paragraph = document.paragraphs().find(({ end }) => match.start < end) ?? {
      start: 0,
      end: text.length,
    };
    const link = linkTo(text, paragraph, match, location.href);
    const isCopied = await copy(link);
    note.textContent = isCopied ? messages.shared : messages.shareByHand;
    if (!isCopied) note.append(" ", make("a", { href: link, dir: "ltr" }, link));
    this.#announcer.say(note.textContent ?? "");
  }
}
