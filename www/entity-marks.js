/**
 * Which mentions are underlined: all, the first of each entity, or none, as the publisher says with
 * the attribute `marks`; none where the reader has turned the marks off, which the site remembers.
 */

import { repaint } from "./highlights.js";

/** @import { Mention } from "./core.js" */

const KEY = "sorani-reader.marks";

/** What the reader wants where nothing can be remembered. */
let isOn = true;

/**
 * @param {HTMLElement} host
 * @param {readonly Mention[]} mentions in text order
 * @returns {readonly Mention[]} those that are underlined
 */
export function markedOf(host, mentions) {
  const marks = host.getAttribute("marks");
  if (marks === "none" || !areMarksOn()) return [];
  return marks === "first" ? firstOfEach(mentions) : mentions;
}

/** Whether the reader has left the marks on. */
export function areMarksOn() {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === null ? isOn : kept === "on";
  } catch {
    return isOn;
  }
}

/**
 * @param {"on" | "off"} wanted for every reader on the page, now and on the next visit
 */
export function turnMarks(wanted) {
  isOn = wanted === "on";
  try {
    localStorage.setItem(KEY, wanted);
  } catch {
    // A browser that keeps nothing still obeys until the page is left.
  }
  repaint("sorani-entity");
}

/** @param {readonly Mention[]} mentions */
function firstOfEach(mentions) {
  const seen = new Set();
  return mentions.filter(({ index }) => !seen.has(index) && seen.add(index));
}
