// What the specs of the find bar do and look at.

/** @typedef {import("./page.js").Page} Page */

export const FIND_BAR = '[part~="find-bar"]:popover-open';
export const COUNT = '[part~="find-count"]';
export const NOTE = '[part~="find-note"]';
export const CHIP = '[part~="find-chip"]:not([hidden])';

/**
 * Opens a page of our own making, with its reader ready.
 * @param {Page} page
 * @param {string} html
 * @param {number} [width] of the window
 * @param {number} [height]
 */
export async function openPage(page, html, width = 1000, height = 760) {
  await page.resize(width, height);
  page.server.answer("/find.html", { body: html });
  await page.open("/find.html");
  await page.ready();
}

/**
 * Opens the bar by its key, with everything in it, and types into it until the count or the note is
 * there.
 * @param {Page} page
 * @param {string} query
 */
export async function openBar(page, query) {
  await page.press("/");
  await page.until("the find bar has the cursor", hasCursor, "find-input");
  await page.until("the find bar has its tools", isThere, '[part~="find-list"]');
  if (query === "") return;
  await page.type(query);
  await page.until("all of it has been searched for", hasAnswered, query);
}

/**
 * Clicks on the middle of a part of the reader.
 * @param {Page} page
 * @param {string} selector in its shadow tree
 */
export async function click(page, selector) {
  await page.click(await page.run(middleOf, selector));
}

/**
 * Calls a method of the reader.
 * @param {Page} page
 * @param {string} method
 * @param {...unknown} values
 * @returns {Promise<any>}
 */
export function ask(page, method, ...values) {
  return page.run(
    (method, values) =>
      /** @type {any} */ (document.querySelector("sorani-reader"))[method](...values),
    method,
    values,
  );
}

/**
 * @param {Page} page
 * @param {string} property of the reader
 * @returns {Promise<any>}
 */
export function get(page, property) {
  return page.run(
    (property) => /** @type {any} */ (document.querySelector("sorani-reader"))[property],
    property,
  );
}

/**
 * @param {number} number
 * @returns {string} in Arabic digits
 */
export function arabic(number) {
  return String(number).replace(/\d/g, (digit) => "٠١٢٣٤٥٦٧٨٩"[Number(digit)]);
}

// The functions below run in the page.

/** @param {string} selector in the reader's shadow tree */
export function isThere(selector) {
  return !!document.querySelector("sorani-reader")?.shadowRoot?.querySelector(selector);
}

/** @param {string} selector in the reader's shadow tree */
export function textOf(selector) {
  return (
    document.querySelector("sorani-reader")?.shadowRoot?.querySelector(selector)?.textContent ?? ""
  );
}

/** @param {string} part whether it has the focus, whatever the window has */
export function hasCursor(part) {
  const focused = document.querySelector("sorani-reader")?.shadowRoot?.activeElement;
  return !!focused?.part.contains(part);
}

/** @param {string} query */
function hasAnswered(query) {
  const shadow = document.querySelector("sorani-reader")?.shadowRoot;
  const field = /** @type {HTMLInputElement | null} */ (shadow?.activeElement);
  const answers = shadow?.querySelectorAll('[part~="find-count"], [part~="find-note"]') ?? [];
  return field?.value === query && [...answers].some((answer) => answer.textContent !== "");
}

/**
 * @param {string} selector
 * @returns {{x: number, y: number}}
 */
function middleOf(selector) {
  const element = document.querySelector("sorani-reader")?.shadowRoot?.querySelector(selector);
  if (!element) throw new Error(`the reader has no ${selector}`);
  const box = element.getBoundingClientRect();
  return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
}
