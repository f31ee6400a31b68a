// The card under a finger: at once, as a sheet on small screens, and gone as easily.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Origin } from "selenium-webdriver";
import input from "selenium-webdriver/lib/input.js";
import {
  boxIn,
  CARD,
  CARD_NAME,
  cardEvents,
  cardIsGone,
  cardShows,
  isCardOpen,
  middleOf,
  openCards,
  pass,
  settled,
  TIMES,
  textIn,
  watchCards,
} from "./cards.js";
import { eachTouchEngine } from "./spec.js";

/** @typedef {import("./page.js").Page} Page */
/** @typedef {import("./cards.js").Point} Point */

/** The button that asks about a selection. */
const LOOKUP = '[part~="lookup"]:popover-open';
/** Longer than any system waits before a press is a long one, in milliseconds. */
const LONG_MS = 1000;
const PHONE = { width: 360, height: 640 };

eachTouchEngine("card", (page) => {
  test("opens at a tap at once, as a sheet that does not cover its word", async () => {
    const lines = "<p>لێرە هیچ نییە</p>".repeat(30);
    const article = `<article lang="ckb" dir="rtl">${lines}<p>ئالان هیوا</p>${lines}</article>`;
    await openCards(page(), { ...PHONE, article });
    await page().placeOf("ئالان هیوا");
    await page().run(() => scrollBy(0, -220));
    const { middle: place } = await page().boxOf("ئالان هیوا");
    assert.ok(place.y > 500);
    await watchCards(page());
    await page().run(watchTaps);
    await page().tap(place);
    await cardShows(page());
    const [{ at }] = await cardEvents(page());
    assert.ok(at - (await page().run(() => /** @type {any} */ (window).tappedAt)) < 100);
    await page().screenshot("card-sheet");
    await settled(page());
    const { left, right, top, bottom } = await boxIn(page(), CARD);
    const width = await page().run(() => document.documentElement.clientWidth);
    assert.deepEqual([Math.round(right - left), bottom], [width, PHONE.height]);
    const { middle: word } = await page().boxOf("ئالان هیوا");
    assert.ok(word.y > 0 && word.y < top, `the word is at ${word.y}, the sheet from ${top}`);
  });

  test("closes at a second tap", async () => {
    await openCards(page(), PHONE);
    const place = await page().placeOf("ئالان هیوا");
    await page().tap(place);
    await cardShows(page());
    await page().tap(place);
    await cardIsGone(page());
  });

  test("closes at a tap outside, or shows the name that was tapped", async () => {
    await openCards(page(), PHONE);
    await page().tap(await page().placeOf("ئالان هیوا"));
    await cardShows(page());
    await page().tap({ x: 180, y: 6 });
    await cardIsGone(page());
    await page().tap(await page().placeOf("ئالان هیوا"));
    await cardShows(page());
    await page().tap((await page().boxOf("سیروان")).middle);
    await page().until("the other card shows", isAbout, CARD_NAME, "سیروان");
  });

  test("closes at a swipe down, not at a small one", async () => {
    await openCards(page(), PHONE);
    await page().tap(await page().placeOf("ئالان هیوا"));
    await cardShows(page());
    await settled(page());
    const { top } = await boxIn(page(), CARD);
    await swipe(page(), await middleOf(page(), `${CARD} .grip`), 24);
    assert.ok(await isCardOpen(page()));
    await page().until("the sheet is back in its place", isAt, CARD, top);
    await swipe(page(), await middleOf(page(), `${CARD} .grip`), 160);
    await cardIsGone(page());
  });

  test("opens nothing for a finger that scrolls", async () => {
    const article = `<article lang="ckb" dir="rtl">${"<p>ئالان هیوا سیروان ئالان هیوا</p>".repeat(40)}</article>`;
    await openCards(page(), { ...PHONE, article });
    await watchCards(page());
    await swipe(page(), { x: 180, y: 420 }, -300);
    await pass(TIMES.cold + TIMES.slack);
    assert.deepEqual(await cardEvents(page()), []);
  });

  test("stays away from a long press, which selects: the selection can be asked about", async () => {
    await openCards(page(), PHONE);
    await watchCards(page());
    await pressLong(page(), await page().placeOf("ئالان هیوا"));
    await pass(TIMES.cold + TIMES.slack);
    assert.deepEqual(await cardEvents(page()), []);
    // What a phone does at a long press, and the drivers do not.
    await page().run(selectText, "سیروان");
    await page().until("the question is offered", isShown, LOOKUP);
    await page().tap(await middleOf(page(), LOOKUP));
    await cardShows(page());
    assert.equal(await textIn(page(), CARD_NAME), "سیروان");
  });

  test("is beside its word on a large screen", async () => {
    await openCards(page(), { width: 1000, height: 700 });
    await page().tap(await page().placeOf("ئالان هیوا"));
    await cardShows(page());
    const { bottom, left, right } = await boxIn(page(), CARD);
    assert.ok(right - left < 500 && bottom < 700);
  });

  test("offers candidates and English in the sheet, with targets of 44 pixels", async () => {
    await openCards(page(), PHONE);
    await page().tap(await page().placeOf("سیروان"));
    await cardShows(page());
    const before = await textIn(page(), `${CARD} [part="card-summary"]`);
    await page().tap(await middleOf(page(), `${CARD} [part="card-candidate"]`));
    await page().until(
      "the other is shown",
      (selector, before) => {
        const shadow = document.querySelector("sorani-reader")?.shadowRoot;
        return shadow?.querySelector(selector)?.textContent !== before;
      },
      `${CARD} [part="card-summary"]`,
      before,
    );
    const { top, bottom } = await boxIn(page(), `${CARD} [part="card-close"]`);
    assert.ok(bottom - top >= 44);
    assert.deepEqual(await page().violations(), []);
  });
});

/**
 * @param {Page} page
 * @param {Point} from
 * @param {number} way in CSS pixels downward
 */
async function swipe(page, { x, y }, way) {
  // selenium-webdriver's published types know neither touch nor `insert`.
  const { Pointer } = /** @type {any} */ (input);
  const finger = new Pointer("finger", Pointer.Type.TOUCH);
  const at = (/** @type {number} */ share, /** @type {number} */ duration) =>
    finger.move({ origin: Origin.VIEWPORT, x, y: Math.round(y + share * way), duration });
  await /** @type {any} */ (page.driver.actions())
    .insert(finger, at(0, 0), finger.press(), at(0.3, 60), at(0.7, 60), at(1, 60), finger.release())
    .perform();
}

/**
 * Presses long with a finger. The touches of Chromium's driver are no gestures: after any of them it
 * clicks, as a phone does after a tap only.
 *
 * @param {Page} page
 * @param {Point} point
 */
async function pressLong(page, { x, y }) {
  if (page.engine === "chromium") {
    const driver = /** @type {any} */ (page.driver);
    const gesture = { x, y, duration: LONG_MS, gestureSourceType: "touch" };
    await driver.sendDevToolsCommand("Input.synthesizeTapGesture", gesture);
    return;
  }
  const { Pointer } = /** @type {any} */ (input);
  const finger = new Pointer("finger", Pointer.Type.TOUCH);
  const stay = (/** @type {number} */ duration) =>
    finger.move({ origin: Origin.VIEWPORT, x, y, duration });
  await /** @type {any} */ (page.driver.actions())
    .insert(finger, stay(0), finger.press(), stay(LONG_MS), finger.release())
    .perform();
}

// These run in the page.

/** @param {string} selector */
function isShown(selector) {
  return !!document.querySelector("sorani-reader")?.shadowRoot?.querySelector(selector);
}

/** @param {string} text */
function selectText(text) {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    const at = node.data.indexOf(text);
    if (at >= 0) return getSelection()?.setBaseAndExtent(node, at, node, at + text.length);
  }
}

function watchTaps() {
  addEventListener(
    "click",
    () => {
      /** @type {any} */ (window).tappedAt = performance.now();
    },
    true,
  );
}

/**
 * @param {string} selector
 * @param {number} top
 */
function isAt(selector, top) {
  const card = document.querySelector("sorani-reader")?.shadowRoot?.querySelector(selector);
  return !!card && Math.abs(card.getBoundingClientRect().top - top) < 1;
}

/**
 * @param {string} selector
 * @param {string} text
 */
function isAbout(selector, text) {
  const shadow = document.querySelector("sorani-reader")?.shadowRoot;
  return shadow?.querySelector(selector)?.textContent === text;
}
