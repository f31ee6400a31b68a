// Defines a spec's tests once for every browser engine. A spec imports this and nothing else of
// the harness:
//
//   eachEngine("search", (page) => {
//     test("finds a word", async () => {
//       await page().open("/");
//       await page().ready();
//       …
//     });
//   });
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe } from "node:test";
import { openBrowser } from "./driver.js";
import { engines } from "./engines.js";
import { Page } from "./page.js";
import { startServer } from "./server.js";

/** A browser that hangs must not stop the run. */
const TIMEOUT_MS = 180_000;

/** @typedef {(page: () => Page) => void} Define defines the tests; `page()` is for use inside of them */

/**
 * One browser and one server an engine and spec file; every test begins with the server's answers
 * forgotten, and ends with a look at the page's problems (see `Page.problems`).
 * @param {string} title
 * @param {Define} define
 */
export function eachEngine(title, define) {
  for (const engine of engines()) defineIn(engine, "mouse", title, define);
}

/**
 * The same on a device with a touch screen and no mouse; WebKitGTK's driver has no touch.
 * @param {string} title
 * @param {Define} define
 */
export function eachTouchEngine(title, define) {
  for (const engine of engines().filter(isNoWebkit)) {
    defineIn(engine, "touch", `${title} by touch`, define);
  }
}

/**
 * The same for readers who want no motion.
 * @param {string} title
 * @param {Define} define
 */
export function eachCalmEngine(title, define) {
  for (const engine of engines()) defineIn(engine, "calm", `${title} without motion`, define);
}

/**
 * The same for readers who have chosen the colours of all pages, which WebKitGTK does not know.
 * @param {string} title
 * @param {Define} define
 */
export function eachContrastEngine(title, define) {
  for (const engine of engines().filter(isNoWebkit)) {
    defineIn(engine, "contrast", `${title} in forced colours`, define);
  }
}

/**
 * The engines whose driver can print: WebKitGTK's cannot.
 * @param {string} title
 * @param {Define} define
 */
export function eachPrintingEngine(title, define) {
  for (const engine of engines().filter(isNoWebkit)) {
    defineIn(engine, "mouse", `${title} on paper`, define);
  }
}

/** @param {import("./engines.js").Engine} engine */
function isNoWebkit({ name }) {
  return name !== "webkit";
}

/**
 * @param {import("./engines.js").Engine} engine
 * @param {import("./driver.js").Device} device
 * @param {string} title
 * @param {Define} define
 */
function defineIn(engine, device, title, define) {
  const skip = engine.missing.length > 0 && `not found: ${engine.missing.join(", ")}`;
  describe(`${title} in ${engine.name}`, { skip, timeout: TIMEOUT_MS }, () => {
    define(usePage(engine, device));
  });
}

/**
 * @param {import("./engines.js").Engine} engine
 * @param {import("./driver.js").Device} device
 * @returns {() => Page}
 */
function usePage(engine, device) {
  /** @type {Page} */
  let page;
  /** @type {(() => Promise<void>)[]} */
  const closing = [];
  before(async () => {
    const server = await startServer();
    closing.push(server.close);
    const browser = await openBrowser(engine, device);
    closing.push(browser.close);
    page = new Page(engine.name, browser.driver, server);
  });
  beforeEach(() => {
    page.server.reset();
    page.problemsSeen = false;
  });
  afterEach(async () => {
    if (!page.problemsSeen) assert.deepEqual(await page.problems(), []);
  });
  after(async () => {
    for (const close of closing.reverse()) await close();
  });
  return () => page;
}
