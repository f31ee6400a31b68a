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

/**
 * One browser and one server an engine and spec file; every test begins with the server's answers
 * forgotten, and ends with a look at the page's problems (see `Page.problems`).
 * @param {string} title
 * @param {(page: () => Page) => void} define defines the tests; `page()` is for use inside of them
 */
export function eachEngine(title, define) {
  for (const engine of engines()) defineIn(engine, "mouse", title, define);
}

/**
 * The same on a device with a touch screen and no mouse, in the engines whose driver has touch.
 * @param {string} title
 * @param {(page: () => Page) => void} define
 */
export function eachTouchEngine(title, define) {
  for (const engine of engines().filter(({ name }) => name !== "webkit")) {
    defineIn(engine, "touch", `${title} by touch`, define);
  }
}

/**
 * @param {import("./engines.js").Engine} engine
 * @param {import("./driver.js").PointerKind} pointer
 * @param {string} title
 * @param {(page: () => Page) => void} define
 */
function defineIn(engine, pointer, title, define) {
  const skip = engine.missing.length > 0 && `not found: ${engine.missing.join(", ")}`;
  describe(`${title} in ${engine.name}`, { skip, timeout: TIMEOUT_MS }, () => {
    define(usePage(engine, pointer));
  });
}

/**
 * @param {import("./engines.js").Engine} engine
 * @param {import("./driver.js").PointerKind} pointer
 * @returns {() => Page}
 */
function usePage(engine, pointer) {
  /** @type {Page} */
  let page;
  /** @type {(() => Promise<void>)[]} */
  const closing = [];
  before(async () => {
    const server = await startServer();
    closing.push(server.close);
    const browser = await openBrowser(engine, pointer);
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
