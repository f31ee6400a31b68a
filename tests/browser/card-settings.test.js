// The card where a reader has asked for something: no motion, other colours, a page on paper.
import assert from "node:assert/strict";
import { test } from "node:test";
import { CARD, openCards, point } from "./cards.js";
import { eachCalmEngine, eachContrastEngine, eachEngine, eachPrintingEngine } from "./spec.js";

/** How much two prints of the same may differ, in bytes: they carry their time. */
const PRINTED_APART = 200;

eachEngine("card", (page) => {
  test("comes with a short motion", async () => {
    await openCards(page());
    await page().run(countAnimations);
    await point(page(), "ئالان هیوا");
    assert.ok(await page().run(animationsSeen));
  });
});

eachCalmEngine("card", (page) => {
  test("does not move", async () => {
    await openCards(page());
    await page().run(countAnimations);
    await point(page(), "ئالان هیوا");
    assert.equal(await page().run(animationsSeen), 0);
  });
});

eachContrastEngine("card", (page) => {
  test("keeps its edges and ticks, and the text its names", async () => {
    await openCards(page());
    assert.equal(await page().run(() => CSS.highlights.get("sorani-entity")?.size), 0);
    await point(page(), "ئالان هیوا");
    await page().screenshot("card-forced");
    assert.match(await page().run(borderOf, CARD), /^1px solid/);
    assert.match(await page().run(borderOf, `${CARD} [part~="card-map"] i`), /solid/);
    assert.deepEqual(await page().violations(), []);
  });
});

eachPrintingEngine("card", (page) => {
  test("is not there, nor any mark of it", async () => {
    await openCards(page());
    const before = await printed(page());
    await point(page(), "ئالان هیوا");
    const apart = (await printed(page())) - before;
    assert.ok(Math.abs(apart) < PRINTED_APART, `${apart} bytes more than ${before}`);
  });
});

/**
 * @param {import("./page.js").Page} page
 * @returns {Promise<number>} the bytes of the page as a PDF
 */
async function printed(page) {
  // The types of selenium-webdriver miss that every option has a default, and what comes back.
  const pdf = await /** @type {any} */ (page.driver).printPage({});
  return Buffer.from(pdf, "base64").length;
}

// The functions below run in the page.

/** Counts from now on how often something in the reader is set in motion. */
function countAnimations() {
  const seen = /** @type {any} */ (window);
  const shadow = document.querySelector("sorani-reader")?.shadowRoot;
  seen.animations = 0;
  for (const kind of ["animationstart", "transitionrun"]) {
    shadow?.addEventListener(kind, () => seen.animations++);
  }
}

/** @returns {Promise<number>} */
async function animationsSeen() {
  for (let frame = 0; frame < 5; frame++) await new Promise(requestAnimationFrame);
  return /** @type {any} */ (window).animations;
}

/** @param {string} selector */
function borderOf(selector) {
  const card = document.querySelector("sorani-reader")?.shadowRoot?.querySelector(selector);
  return getComputedStyle(/** @type {Element} */ (card)).borderInlineStart;
}
