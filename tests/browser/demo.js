// The demo page, for the specs that use it.
import { fileURLToPath } from "node:url";

/** @typedef {import("./page.js").Page} Page */

/** Its file, and that of its pack. */
export const DEMO = fileURLToPath(new URL("../../dist/index.html", import.meta.url));
export const DEMO_PACK = fileURLToPath(new URL("../../dist/entities.pack", import.meta.url));

/**
 * @param {Page} page
 * @param {number} [width] of the window
 * @param {number} [height]
 */
export async function openDemo(page, width = 1280, height = 860) {
  await page.resize(width, height);
  await page.open("/");
  await page.ready();
}

// The functions below run in the page.

export function articleHtml() {
  return document.querySelector("sorani-reader")?.innerHTML;
}

export function articleText() {
  return /** @type {HTMLElement} */ (document.querySelector("sorani-reader")).innerText;
}
