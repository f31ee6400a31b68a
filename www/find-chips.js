/**
 * The chips of the find bar: how many places match in which way. Each is a switch.
 */

import { make } from "./make.js";
import { messages } from "./messages.js";

/** @import { Tier } from "./core.js" */
/** @import { TierState } from "./find-results.js" */

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
