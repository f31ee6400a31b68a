// What a person does and sees in a browser window, for the specs.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { Key, Origin } from "selenium-webdriver";
import BrowsingContext from "selenium-webdriver/bidi/browsingContext.js";
import input from "selenium-webdriver/lib/input.js";

const SCREENSHOTS = new URL("../../target/screenshots/", import.meta.url);
const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const PATIENCE_MS = 10_000;
const POLL_MS = 30;
const RESIZE_ATTEMPTS = 5;

/** @typedef {{ x: number, y: number }} Point in CSS pixels from the viewport's top left */

export class Page {
  /** Whether the running test has looked at the page's problems itself. */
  problemsSeen = false;

  /**
   * @param {import("./engines.js").EngineName} engine
   * @param {import("selenium-webdriver").WebDriver} driver
   * @param {import("./server.js").TestServer} server
   */
  constructor(engine, driver, server) {
    this.engine = engine;
    this.driver = driver;
    this.server = server;
    /** Whether this engine's driver can touch; WebKitGTK's sends a mouse instead. */
    this.hasTouch = engine !== "webkit";
  }

  /**
   * Loads a page, until its `load` event.
   * @param {string} path such as "/" (the demo), "/variants/csp.html" or "/pages/blank.html"
   */
  async open(path) {
    await this.driver.get(this.server.origin + path);
  }

  /**
   * Waits until the reader element is defined and its `ready` has resolved.
   * @param {string} [selector]
   */
  async ready(selector = "sorani-reader") {
    try {
      await this.#whenReady(selector);
    } catch (error) {
      if (!this.#isEngineFault(error)) throw error;
      console.error(`${this.engine} stopped in compiled code; the page is opened once more`);
      await this.driver.navigate().refresh();
      await this.#whenReady(selector);
    }
  }

  /** @param {string} selector */
  async #whenReady(selector) {
    await this.run(async (/** @type {string} */ selector) => {
      await customElements.whenDefined("sorani-reader");
      await /** @type {any} */ (document.querySelector(selector)).ready;
    }, selector);
  }

  /**
   * WebKitGTK has been seen to stop in wasm while a page was loading, once in some 200 loads, where
   * the same page then loads. A panic of ours, on the same text, stops again.
   * @param {unknown} error
   */
  #isEngineFault(error) {
    const isFault = /Unreachable code|Out of bounds memory access/u.test(String(error));
    return this.engine === "webkit" && isFault;
  }

  /**
   * Runs a function in the page. It sees nothing of the spec but its arguments, which cross as
   * JSON; its result (or what its promise resolves to) crosses back.
   * @template Result
   * @template {unknown[]} Arguments
   * @param {(...values: Arguments) => Result} script
   * @param {Arguments} values
   * @returns {Promise<Awaited<Result>>}
   */
  run(script, ...values) {
    return this.driver.executeScript(script, ...values);
  }

  /**
   * Waits until a function in the page returns something truthy, and gives that back.
   * @template Result
   * @template {unknown[]} Arguments
   * @param {string} what what is waited for, for the error: "the find bar is open"
   * @param {(...values: Arguments) => Result} condition
   * @param {Arguments} values
   * @returns {Promise<Awaited<Result>>}
   */
  async until(what, condition, ...values) {
    const check = () => this.run(condition, ...values);
    const message = `waited ${PATIENCE_MS} ms in ${this.engine} until ${what}`;
    return this.driver.wait(check, PATIENCE_MS, message, POLL_MS);
  }

  /** Waits until the page has been drawn anew. */
  async painted() {
    await this.run(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
  }

  /**
   * What went wrong in the page since it was opened: console errors and warnings, uncaught errors,
   * unhandled rejections, resources that did not load, policy violations. After each test it must
   * be empty, unless the test has called this to check it.
   * @returns {Promise<string[]>}
   */
  async problems() {
    this.problemsSeen = true;
    return this.run(() => /** @type {any} */ (window).__problems ?? []);
  }

  /**
   * The accessibility rules that the page breaks, as axe sees them.
   * @param {string} [within] a selector: only this part of the page
   * @returns {Promise<string[]>} `rule: where`
   */
  async violations(within = "html") {
    await this.driver.executeScript(await readFile(AXE, "utf8"));
    return this.run(async (/** @type {string} */ within) => {
      const { violations } = await /** @type {any} */ (window).axe.run(within);
      return violations.map(
        (/** @type {any} */ { id, nodes }) =>
          `${id}: ${nodes.map((/** @type {any} */ n) => n.target)}`,
      );
    }, within);
  }

  /**
   * Scrolls a word into view and gives the point in the middle of its letters.
   * @param {string} word text within one text node of the page's light DOM
   * @param {number} [nth] which of its occurrences, from 0
   * @returns {Promise<Point>}
   * @throws {Error} if the word does not occur so often
   */
  async placeOf(word, nth = 0) {
    const place = await this.run(middleOfWord, word, nth);
    if (place === null) throw new Error(`the page does not show ${word} ${nth + 1} times`);
    return place;
  }

  /**
   * The box of a text that stands in one text node, as it is now, without scrolling there.
   * @param {string} text
   * @param {string} [host] looks in the shadow tree of this element instead of the page
   * @returns {Promise<{left: number, right: number, middle: Point}>}
   * @throws {Error} if the text is not there
   */
  async boxOf(text, host) {
    const box = await this.run(boxOfText, text, host);
    if (box === null) throw new Error(`the page does not have ${text}`);
    const { left, right, top, bottom } = box;
    const middle = { x: Math.round((left + right) / 2), y: Math.round((top + bottom) / 2) };
    return { left, right, middle };
  }

  /**
   * Moves the mouse.
   * @param {Point} point
   */
  async moveTo({ x, y }) {
    await this.driver.actions().move({ origin: Origin.VIEWPORT, x, y, duration: 50 }).perform();
  }

  /**
   * @param {Point} point
   */
  async click({ x, y }) {
    await this.driver.actions().move({ origin: Origin.VIEWPORT, x, y }).click().perform();
  }

  /**
   * Taps with a finger. Only where `hasTouch`.
   * @param {Point} point
   */
  async tap({ x, y }) {
    if (!this.hasTouch) throw new Error(`the driver of ${this.engine} has no touch`);
    // selenium-webdriver's published types know neither touch nor `insert`.
    const { Pointer } = /** @type {any} */ (input);
    const finger = new Pointer("finger", Pointer.Type.TOUCH);
    await /** @type {any} */ (this.driver.actions())
      .insert(finger, finger.move({ origin: Origin.VIEWPORT, x, y, duration: 0 }))
      .insert(finger, finger.press(), finger.release())
      .perform();
  }

  /**
   * Presses a key, with the modifiers before it: "Escape", "Control+f", "Shift+F3".
   * @param {string} chord names of selenium's `Key` in any case, or single characters
   */
  async press(chord) {
    const keys = chord.split("+").map(keyCode);
    const actions = this.driver.actions();
    for (const key of keys) actions.keyDown(key);
    for (const key of keys.reverse()) actions.keyUp(key);
    await actions.perform();
  }

  /**
   * Types into whatever has the focus.
   * @param {string} text
   */
  async type(text) {
    await this.driver.actions().sendKeys(text).perform();
  }

  /**
   * Resizes the viewport, to a phone's width too.
   * @param {number} width in CSS pixels, at least 320
   * @param {number} height
   */
  async resize(width, height) {
    if (this.engine === "webkit") await this.#resizeWindow(width, height);
    else await this.#resizeViewport(width, height);
    await this.until(
      `it is ${width} wide`,
      (w, h) => innerWidth === w && innerHeight === h,
      width,
      height,
    );
  }

  /**
   * The windows of Chromium and Firefox stop at 500 pixels, their viewports do not.
   * @param {number} width
   * @param {number} height
   */
  async #resizeViewport(width, height) {
    const browsingContextId = await this.driver.getWindowHandle();
    const context = await BrowsingContext(this.driver, { browsingContextId });
    await context.setViewport(width, height);
  }

  /**
   * WebKitGTK lays the page out some time after its window has changed, so what the frame measures
   * may be of two moments: it is measured again until the viewport fits. A window that has its size
   * already must not be set to it, for which the driver never answers.
   * @param {number} width
   * @param {number} height
   */
  async #resizeWindow(width, height) {
    for (let attempt = 0; attempt < RESIZE_ATTEMPTS; attempt++) {
      if (await this.#settles(width, height)) return;
      const window = await this.run(() => ({
        outer: [outerWidth, outerHeight],
        frame: [outerWidth - innerWidth, outerHeight - innerHeight],
      }));
      const outer = [width + window.frame[0], height + window.frame[1]];
      if (outer.join() === window.outer.join()) continue;
      await this.driver.manage().window().setRect({ width: outer[0], height: outer[1] });
    }
  }

  /**
   * Whether the viewport has the size, or gets it within a second.
   * @param {number} width
   * @param {number} height
   * @returns {Promise<boolean>}
   */
  #settles(width, height) {
    return this.run(
      (w, h) =>
        new Promise((resolve) => {
          const end = performance.now() + 1000;
          const look = () => {
            const fits = innerWidth === w && innerHeight === h;
            if (fits || performance.now() > end) resolve(fits);
            else requestAnimationFrame(look);
          };
          look();
        }),
      width,
      height,
    );
  }

  /**
   * Saves what the window shows to target/screenshots/, for a person to look at.
   * @param {string} name of the file, without the engine and .png
   */
  async screenshot(name) {
    await mkdir(SCREENSHOTS, { recursive: true });
    await this.painted();
    const picture = Buffer.from(await this.driver.takeScreenshot(), "base64");
    await writeFile(new URL(`${name}-${this.engine}.png`, SCREENSHOTS), picture);
    return picture;
  }
}

/** @param {string} name */
function keyCode(name) {
  const codes = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (Key));
  const code = codes[name.replace(/([a-z])([A-Z])/g, "$1_$2").toUpperCase()];
  return typeof code === "string" && name.length > 1 ? code : name;
}

/**
 * Runs in the page.
 * @param {string} text
 * @param {string} [host]
 */
function boxOfText(text, host) {
  const root = (host && document.querySelector(host)?.shadowRoot) || document.body;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    const at = node.data.indexOf(text);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + text.length);
    const { left, right, top, bottom } = range.getBoundingClientRect();
    return { left, right, top, bottom };
  }
  return null;
}

/**
 * Runs in the page.
 * @param {string} word
 * @param {number} nth
 * @returns {Point | null}
 */
function middleOfWord(word, nth) {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let left = nth;
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    for (let at = node.data.indexOf(word); at >= 0; at = node.data.indexOf(word, at + 1)) {
      range.setStart(node, at);
      range.setEnd(node, at + word.length);
      if (range.getClientRects().length === 0 || left-- > 0) continue;
      node.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
      const box = range.getClientRects()[0];
      return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
    }
  }
  return null;
}
