/**
 * Reading aids, where the attribute `aids` asks for them: a button and its panel. Nothing of it
 * changes the article's text or markup.
 */

import { applyLook, PLAIN, storedLook, storeLook } from "./aids-look.js";
import { citation, sentenceLink } from "./aids-quote.js";
import { aidsCss } from "./aids-style.js";
import { whenLoaded } from "./failure.js";
import { copy } from "./find-share.js";
import { make } from "./make.js";
import { digitsOf, inDigits } from "./messages.js";
import { messages } from "./messages-later.js";
import { addSurfaces, roundButton } from "./surfaces.js";

/** @import { Look, Theme } from "./aids-look.js" */
/** @import { Reader } from "./reader.js" */

const LETTERS = "M3 18L8 6l5 12M5 14h6M14.5 18l3-7.5l3 7.5M15.7 15.5h3.6";
/** A Sorani reader's words a minute, on the slow side. */
const WORDS_A_MINUTE = 180;

const SIZE = { least: 0.8, most: 2, step: 0.1 };
const SPACING = { least: 1.4, most: 3, step: 0.2 };
/** What the first step goes on from, where the page's own spacing is not known. */
const USUAL_SPACING = 1.8;

/** @type {readonly Theme[]} */
const THEMES = ["", "light", "sepia", "dark"];

export class ReadingAids {
  #shadow;
  #reader;
  #article;
  #life;
  /** @type {Look} */
  #look = storedLook();
  #button = roundButton("aids-button", messages.aids.open, LETTERS);
  #note = make("p", { part: "aids-note", role: "status" });
  #themes = make("div", { class: "spread", role: "group", "aria-label": messages.aids.theme });
  #progressButton = makeButton(messages.aids.progress, () => this.#toggleProgress());
  #panel = make("div", {
    part: "aids-panel",
    class: "surface",
    popover: "auto",
    role: "dialog",
    "aria-label": messages.aids.open,
  });
  #bar = make("div", { part: "progress", "aria-hidden": "true" });

  /**
   * @param {HTMLElement} host
   * @param {Reader} reader
   * @param {AbortSignal} life
   */
  constructor(host, reader, life) {
    this.#shadow = /** @type {ShadowRoot} */ (host.shadowRoot);
    this.#reader = reader;
    this.#article = reader.root;
    this.#life = life;
    // Its panel is a popover of the browser's own, which tells of its state by itself.
    this.#button.removeAttribute("aria-expanded");
    this.#button.popoverTargetElement = this.#panel;
    this.#fill();
    addSurfaces(this.#shadow, aidsCss, this.#bar, this.#button, this.#panel);
    document.addEventListener("scroll", () => this.#drawProgress(), {
      signal: life,
      passive: true,
    });
    life.addEventListener("abort", () => this.#remove());
    this.#apply();
  }

  #fill() {
    const { aids } = messages;
    this.#themes.append(...THEMES.map((theme) => this.#themeButton(theme)));
    this.#panel.append(
      make("p", {}, this.#minutes()),
      this.#stepper(aids.size, [aids.smaller, "−"], [aids.larger, "+"], (by) => this.#resize(by)),
      this.#stepper(aids.spacing, [aids.tighter, "−"], [aids.looser, "+"], (by) => this.#space(by)),
      this.#themes,
      make("div", {}, this.#progressButton),
      make(
        "div",
        {},
        makeButton(aids.latin, () => this.#showLatin()),
      ),
      make(
        "div",
        {},
        makeButton(aids.sentence, () => this.#take(sentenceLink(this.#reader))),
      ),
      make(
        "div",
        {},
        makeButton(aids.cite, () => this.#take(citation(this.#article))),
      ),
      this.#note,
    );
  }

  /** @param {Theme} theme */
  #themeButton(theme) {
    return makeButton(messages.aids[theme || "page"], () => this.#change({ theme }));
  }

  /**
   * @param {string} label
   * @param {[string, string]} less what the button is called, and what stands on it
   * @param {[string, string]} more
   * @param {(by: 1 | -1) => void} step
   */
  #stepper(label, [lessLabel, less], [moreLabel, more], step) {
    const buttons = make("span", { class: "spread" });
    buttons.append(
      makeButton(less, () => step(-1), lessLabel),
      makeButton(more, () => step(1), moreLabel),
    );
    return make("div", { role: "group", "aria-label": label }, make("span", {}, label), buttons);
  }

  /** @param {1 | -1} by */
  #resize(by) {
    this.#change({ size: stepped(this.#look.size, by, SIZE) });
  }

  /** @param {1 | -1} by */
  #space(by) {
    this.#change({ spacing: stepped(this.#look.spacing || USUAL_SPACING, by, SPACING) });
  }

  #toggleProgress() {
    this.#change({ progress: !this.#look.progress });
  }

  /** @param {Partial<Look>} change */
  #change(change) {
    this.#look = { ...this.#look, ...change };
    storeLook(this.#look);
    this.#keepingPlace(() => this.#apply());
  }

  #apply() {
    applyLook(this.#article, this.#look);
    for (const [at, button] of [...this.#themes.children].entries()) {
      button.setAttribute("aria-pressed", String(THEMES[at] === this.#look.theme));
    }
    this.#progressButton.setAttribute("aria-pressed", String(this.#look.progress));
    this.#bar.hidden = !this.#look.progress;
    this.#drawProgress();
  }

  /**
   * What is being read stays where it is in the window, whatever becomes of the lines above it.
   *
   * @param {() => void} action
   */
  #keepingPlace(action) {
    const paragraphs = this.#reader.document.paragraphs();
    const read = paragraphs[this.#reader.nearestOf(paragraphs)];
    const before = read && this.#reader.boxOf(read).top;
    action();
    if (read) scrollBy({ top: this.#reader.boxOf(read).top - before, behavior: "instant" });
  }

  #drawProgress() {
    if (this.#bar.hidden) return;
    const { top, height } = this.#article.getBoundingClientRect();
    const read = (innerHeight - top) / (height || 1);
    this.#bar.style.width = `${100 * Math.max(0, Math.min(1, read))}%`;
  }

  #minutes() {
    const { document: text, text: characters } = this.#reader;
    const words = text.tokens().filter(({ kind }) => kind === "word").length;
    const minutes = Math.max(1, Math.round(words / WORDS_A_MINUTE));
    return messages.aids.minutes(inDigits(minutes, digitsOf(characters)));
  }

  async #showLatin() {
    const { showLatin } = await whenLoaded(this.#panel, import("./aids-latin.js"));
    this.#panel.hidePopover();
    showLatin(this.#shadow, this.#reader, this.#life);
  }

  /** @param {string | undefined} text */
  async #take(text) {
    const isCopied = text !== undefined && (await copy(text));
    this.#note.textContent = isCopied ? messages.aids.copied : messages.aids.notCopied;
  }

  #remove() {
    applyLook(this.#article, PLAIN);
    for (const surface of [this.#bar, this.#button, this.#panel]) surface.remove();
  }
}

/**
 * @param {string} text what stands on it
 * @param {() => void} act
 * @param {string} [label] what it is called, where that says more
 */
function makeButton(text, act, label = text) {
  const button = make("button", { type: "button", "aria-label": label, title: label }, text);
  button.addEventListener("click", act);
  return button;
}

/**
 * @param {number} value
 * @param {1 | -1} by
 * @param {{least: number, most: number, step: number}} range
 */
function stepped(value, by, { least, most, step }) {
  const next = Math.min(most, Math.max(least, value + by * step));
  return Math.round(next * 10) / 10;
}
