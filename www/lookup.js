/**
 * «Who or what is this?»: who selects a few words of the article, with a mouse, keys or a long
 * press, is offered what the pack knows by that name. The answer is loaded when it is asked for.
 */

import { whenLoaded } from "./failure.js";
import { lookupCss } from "./lookup-style.js";
import { make } from "./make.js";
import { messages } from "./messages-later.js";
import { boxOf, linesOf, placeCard } from "./place.js";
import { pageScroller, visiblePart } from "./scrolling.js";
import { addSurfaces, putAt } from "./surfaces.js";

/** @import { Reader } from "./reader.js" */

/** Nobody asks about more, in characters. */
const LONGEST = 80;
/** How long a selection has to rest before it counts, in milliseconds. */
const SETTLED_AFTER = 250;

export class Lookup {
  #reader;
  #root;
  #button = make(
    "button",
    {
      type: "button",
      part: "lookup",
      class: "surface",
      popover: "manual",
    },
    messages.whoOrWhat,
  );
  #settling = 0;
  #isPressed;
  /** Whether the selection has been asked about, or the question refused. */
  #isDone = false;
  #isOpen = false;
  /** What the question is about. @type {Range | undefined} */
  #range;

  /**
   * @param {HTMLElement} host
   * @param {HTMLElement} root what holds the article
   * @param {Reader} reader
   * @param {AbortSignal} life
   */
  constructor(host, root, reader, life) {
    this.#reader = reader;
    // It is loaded at the first selection, which may still be going on.
    this.#isPressed = root.closest(":active") !== null;
    this.#root = root;
    const shadow = /** @type {ShadowRoot} */ (host.shadowRoot);
    addSurfaces(shadow, lookupCss, this.#button);
    this.#listen(life);
    this.#settle();
  }

  /** @param {AbortSignal} life */
  #listen(life) {
    const options = { signal: life };
    document.addEventListener("selectionchange", () => this.#renew(), options);
    document.addEventListener("pointerdown", (event) => this.#press(event), options);
    for (const kind of ["pointerup", "pointercancel"]) {
      document.addEventListener(kind, (event) => this.#release(event), options);
    }
    document.addEventListener("keydown", (event) => this.#key(event), {
      ...options,
      capture: true,
    });
    document.addEventListener("scroll", () => this.#settle(), { ...options, capture: true });
    // The selection is what is asked about: pressing the button must not take it away.
    this.#button.addEventListener("pointerdown", (event) => event.preventDefault());
    this.#button.addEventListener("mousedown", (event) => event.preventDefault());
    this.#button.addEventListener("click", () => this.#ask());
    life.addEventListener("abort", () => this.#remove());
  }

  /** @param {PointerEvent} event */
  #press(event) {
    if (event.composedPath().includes(this.#button)) return;
    // A finger that presses long has selected a word before it is lifted.
    this.#isPressed = event.pointerType !== "touch";
    this.#hide();
  }

  /** @param {Event} event */
  #release(event) {
    this.#isPressed = false;
    // Hidden before the click comes, the button would leave that to the text below.
    if (!event.composedPath().includes(this.#button)) this.#settle();
  }

  #renew() {
    // WebKit forgets the selection when the button gets the focus.
    if (this.#button.matches(":focus")) return;
    this.#isDone = false;
    this.#settle();
  }

  #settle() {
    this.#hide();
    clearTimeout(this.#settling);
    if (this.#isDone || getSelection()?.isCollapsed !== false) return;
    this.#settling = setTimeout(() => this.#offer(), SETTLED_AFTER);
  }

  #offer() {
    const range = this.#isPressed ? undefined : this.#selected();
    const word = range && linesOf(range).at(-1);
    if (!word || !visiblePart(word, range.endContainer)) return;
    this.#isOpen = true;
    this.#range = range.cloneRange();
    this.#button.showPopover();
    const { clientWidth: width, clientHeight: height } = pageScroller();
    const size = boxOf(this.#button);
    const { left, top } = placeCard(word, size, { width, height }, "rtl");
    putAt(this.#button, { left, top });
  }

  #hide() {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#button.hidePopover();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (!this.#isOpen) return;
    if (event.key === "Escape") {
      this.#isDone = true;
      this.#hide();
    } else if (event.key === "Tab" && !event.shiftKey && !this.#button.matches(":focus")) {
      this.#button.focus({ preventScroll: true });
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  async #ask() {
    const range = this.#range;
    this.#isDone = true;
    this.#settle();
    if (!range) return;
    const { answer } = await whenLoaded(this.#root, import("./lookup-answer.js"));
    await answer(this.#reader, range);
  }

  /**
   * What is selected of the article, if it is short enough to be a name.
   *
   * @returns {Range | undefined}
   */
  #selected() {
    const selection = selectionIn(this.#root);
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
    if (!this.#reader.records) return undefined;
    const range = selection.getRangeAt(0);
    const text = String(selection).trim();
    const isName = text !== "" && text.length <= LONGEST && /\p{L}/u.test(text);
    return isName && this.#root.contains(range.commonAncestorContainer) ? range : undefined;
  }

  #remove() {
    clearTimeout(this.#settling);
    this.#button.remove();
  }
}

/**
 * The selection, where the browser tells of it inside of shadow trees.
 *
 * @param {Node} node
 * @returns {Selection | null}
 */
function selectionIn(node) {
  const root = /** @type {{getSelection?: () => Selection | null}} */ (
    /** @type {unknown} */ (node.getRootNode())
  );
  return root.getSelection?.() ?? getSelection();
}
