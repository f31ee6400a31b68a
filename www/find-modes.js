/**
 * The choice of how to search: every form of the word, the whole word, or the letters as typed.
 */

import { make } from "./make.js";
import { messages } from "./messages.js";

/** @import { Mode } from "./core.js" */

/** Distinct for every find bar of the page: radio buttons of one name exclude each other. */
let bars = 0;

export class ModeChoice {
  #radios;

  /** @param {() => void} onChange */
  constructor(onChange) {
    const name = `sorani-reader-mode-${++bars}`;
    this.#radios = Object.keys(messages.modes).map((value) =>
      make("input", { type: "radio", name, value }),
    );
    this.#radios[0].checked = true;
    const labels = this.#radios.map((radio) => {
      const mode = /** @type {Mode} */ (radio.value);
      const name = make("span", {}, messages.modes[mode]);
      return make("label", { title: messages.modeHints[mode] }, radio, name);
    });
    const attributes = {
      part: "find-modes",
      role: "radiogroup",
      "aria-label": messages.modesLabel,
    };
    this.element = make("div", attributes, ...labels);
    this.element.addEventListener("change", onChange);
  }

  /** @returns {Mode} */
  get mode() {
    const chosen = this.#radios.find((radio) => radio.checked);
    return /** @type {Mode} */ (chosen?.value ?? "smart");
  }
}
