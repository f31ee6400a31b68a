/**
 * The article in Latin letters, on a page of its own over the page: the article stays as it is, and
 * each of the two opens at the paragraph that the other one showed.
 */

import { make } from "./make.js";
import { messages } from "./messages-later.js";
import { toLatin } from "./sorani_reader.js";
import { addSurfaces } from "./surfaces.js";

/** @import { Reader } from "./reader.js" */

/**
 * @param {ShadowRoot} shadow
 * @param {Reader} reader
 * @param {AbortSignal} life
 */
export function showLatin(shadow, reader, life) {
  const spans = reader.document.paragraphs();
  const back = make("button", { type: "button", lang: messages.lang }, messages.aids.arabic);
  const paragraphs = spans.map(({ start, end }) =>
    make("p", {}, toLatin(reader.text.slice(start, end)).trim()),
  );
  const page = make("div", {
    part: "latin",
    class: "surface",
    popover: "auto",
    role: "dialog",
    "aria-label": messages.aids.latin,
    lang: "ckb-Latn",
    dir: "ltr",
  });
  page.append(back, ...paragraphs);
  addSurfaces(shadow, "", page);
  page.showPopover();
  paragraphs[reader.nearestOf(spans)]?.scrollIntoView({ block: "start" });
  back.focus({ preventScroll: true });
  const close = () => {
    const shown = firstInView(paragraphs);
    page.remove();
    if (shown >= 0) scrollTo(reader, spans[shown]);
  };
  back.addEventListener("click", () => page.hidePopover());
  page.addEventListener("beforetoggle", (event) => {
    if (/** @type {ToggleEvent} */ (event).newState === "closed") close();
  });
  life.addEventListener("abort", () => page.remove());
}

/** @param {readonly HTMLElement[]} paragraphs */
function firstInView(paragraphs) {
  return paragraphs.findIndex((paragraph) => paragraph.getBoundingClientRect().bottom > 80);
}

/**
 * @param {Reader} reader
 * @param {{start: number, end: number}} span
 */
function scrollTo(reader, span) {
  const holder = reader.rangeOf(span).startContainer.parentElement;
  holder?.scrollIntoView({ block: "start", behavior: "instant" });
}
