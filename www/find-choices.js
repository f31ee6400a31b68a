/**
 * The switches of the find bar: how to search, and which of the places found count.
 */

import { make } from "./make.js";
import { messages } from "./messages-later.js";

/** @import { Mode, Tier } from "./core.js" */
/** @import { TierState } from "./find-results.js" */

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

const PRESSED = { on: "true", faint: "mixed", off: "false" };
const HINTS = /** @type {const} */ ({ on: "tierOn", faint: "tierFaint", off: "tierOff" });

export class TierChips {
  #choose;
  #number;
  /** @type {Map<Tier, HTMLButtonElement>} */
  #chips = new Map();

  element = make("div", {
    part: "find-chips",
    role: "group",
    "aria-label": messages.tiersLabel,
    hidden: "",
  });

  /**
   * @param {(tier: Tier, isOn: boolean) => void} choose switches a way of matching on or off
   * @param {(number: number) => string} number writes a number in the page's digits
   */
  constructor(choose, number) {
    this.#choose = choose;
    this.#number = number;
    for (const tier of /** @type {Tier[]} */ (Object.keys(messages.tiers))) this.#add(tier);
  }

  /**
   * Shows a chip for each way in which places match; none where all of them match as typed.
   *
   * @param {Partial<Record<Tier, number>>} counts
   * @param {(tier: Tier) => TierState} stateOf
   */
  show(counts, stateOf) {
    const tiers = /** @type {Tier[]} */ (Object.keys(counts));
    this.element.hidden = tiers.every((tier) => tier === "exact" && stateOf(tier) === "on");
    for (const [tier, chip] of this.#chips) {
      chip.hidden = !(tier in counts);
      if (!chip.hidden) this.#describe(chip, tier, counts[tier] ?? 0, stateOf(tier));
    }
  }

  /** @param {Tier} tier */
  #add(tier) {
    const chip = make("button", { type: "button", part: "find-chip", "data-tier": tier });
    chip.addEventListener("click", () => {
      this.#choose(tier, chip.getAttribute("aria-pressed") !== "true");
    });
    this.#chips.set(tier, chip);
    this.element.append(chip);
  }

  /**
   * @param {HTMLButtonElement} chip
   * @param {Tier} tier
   * @param {number} count
   * @param {TierState} state
   */
  #describe(chip, tier, count, state) {
    const number = this.#number(count);
    chip.setAttribute("aria-pressed", PRESSED[state]);
    chip.title = messages[HINTS[state]](number);
    chip.textContent = `${messages.tiers[tier]} ${number}`;
  }
}
