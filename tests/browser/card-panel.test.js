// The panel of the article's names, the marks, and asking about a selection.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  boxIn,
  CARD,
  CARD_NAME,
  cardIsGone,
  cardShows,
  elementIn,
  focusedPart,
  middleOf,
  openCards,
  pass,
  TIMES,
  textIn,
} from "./cards.js";
import { eachEngine } from "./spec.js";

/** @typedef {import("./page.js").Page} Page */

const BUTTON = '[part~="entities-button"]';
const PANEL = '[part~="entities"]:popover-open';
const ITEM = `${PANEL} [part~="entities-item"]`;
const LOOKUP = '[part~="lookup"]:popover-open';

eachEngine("card panel", (page) => {
  test("lists people, places and organisations with how often", async () => {
    await openCards(page());
    await openPanel(page());
    assert.deepEqual(await page().run(listed, PANEL), [
      ["کەسەکان", "ئالان هیوا", "٢ جار"],
      ["شوێنەکان", "سیروان", "٢ جار"],
      ["دەزگا و ڕێکخراوەکان", "کۆمەڵەی پەپوولە", "یەک جار"],
      ["دەزگا و ڕێکخراوەکان", "دەزگای گەردوون", "یەک جار"],
    ]);
    const panel = await elementIn(page(), PANEL);
    assert.equal(await panel.getAriaRole(), "dialog");
    assert.equal(await panel.getAccessibleName(), "ناوەکانی ئەم بابەتە");
    assert.deepEqual(await page().violations(), []);
    await page().screenshot("card-panel-open");
  });

  test("filters as one types, in any spelling and in English", async () => {
    await openCards(page());
    await openPanel(page());
    assert.equal(await focusedPart(page()), "entities-filter");
    for (const typed of ["ئالان هي", "alan"]) {
      await page().run(clearFilter);
      await page().type(typed);
      assert.deepEqual(await page().run(names, PANEL), ["ئالان هیوا"], typed);
    }
    await page().type("xyz");
    assert.deepEqual(await page().run(names, PANEL), []);
    assert.deepEqual(await page().violations(), []);
  });

  test("opens the card of a name by keys, lights up its mentions, and gives the focus back", async () => {
    await openCards(page(), { before: '<button id="first">پێش</button>' });
    await page().run(() => document.getElementById("first")?.focus());
    await openPanel(page());
    await page().press("ArrowDown");
    assert.equal(await focusedPart(page()), "entities-item");
    await page().press("Enter");
    await cardShows(page());
    assert.equal(await textIn(page(), CARD_NAME), "ئالان هیوا");
    assert.equal(await page().run(() => CSS.highlights.get("sorani-entity-current")?.size), 2);
    await page().press("Tab");
    assert.equal(await focusedPart(page()), "card-language");
    await page().press("Escape");
    await cardIsGone(page());
    assert.equal(await focusedPart(page()), "entities-item");
    await page().press("Escape");
    assert.equal(await page().run(isOpen, PANEL), false);
  });

  test("makes room for the card on a small screen", async () => {
    await openCards(page(), { width: 360, height: 640 });
    await openPanel(page());
    await page().screenshot("card-panel-phone");
    const { left, right } = await boxIn(page(), PANEL);
    assert.ok(left >= 0 && right <= 360);
    assert.deepEqual(await page().violations(), []);
    await page().click(await middleOf(page(), ITEM));
    await cardShows(page());
    assert.equal(await page().run(isOpen, PANEL), false);
  });

  test("turns the marks off, for good", async () => {
    await openCards(page());
    const before = await page().run(countMarks);
    assert.equal(before, 6);
    await openPanel(page());
    await page().click(await middleOf(page(), `${PANEL} [part~="entities-marks"] input`));
    assert.equal(await page().run(countMarks), 0);
    const box = await elementIn(page(), `${PANEL} [part~="entities-marks"] input`);
    assert.equal(await box.getAriaRole(), "switch");
    await page().open("/cards.html");
    await page().ready();
    assert.equal(await page().run(countMarks), 0);
    await page().run(() => localStorage.clear());
  });

  for (const [marks, count] of /** @type {const} */ ([
    ["all", 6],
    ["first", 4],
    ["none", 0],
  ])) {
    test(`marks ${marks} as the publisher wishes`, async () => {
      await openCards(page(), { attributes: `marks="${marks}"` });
      assert.equal(await page().run(countMarks), count);
    });
  }

  test("answers who or what a selection is", async () => {
    const article =
      '<article lang="ckb" dir="rtl"><p>ئەمڕۆ Alan Hiwa لێرەیە</p><p>شتێکی نەناسراو</p></article>';
    await openCards(page(), { article });
    await select(page(), "Alan Hiwa");
    await page().click(await middleOf(page(), LOOKUP));
    await cardShows(page());
    assert.equal(await textIn(page(), CARD_NAME), "ئالان هیوا");
    await page().press("Escape");
    await cardIsGone(page());
    await select(page(), "نەناسراو");
    assert.deepEqual(await page().violations(), []);
    await page().press("Tab");
    await page().press("Enter");
    await cardShows(page());
    assert.match(await textIn(page(), `${CARD} [part="card-unknown"]`), /«نەناسراو»/);
    assert.deepEqual(await page().violations(), []);
  });

  test("answers a name in Latin letters from a large pack", async () => {
    const article = '<article lang="ckb" dir="rtl"><p>ئەمڕۆ Alan Hîwa لێرەیە</p></article>';
    await openCards(page(), { article, large: true });
    await select(page(), "Alan Hîwa");
    await page().click(await middleOf(page(), LOOKUP));
    await cardShows(page());
    await page().until("the entity is shown", isNamed, CARD_NAME, "ئالان هیوا");
  });

  test("suggests names that begin as the selection does", async () => {
    const article = '<article lang="ckb" dir="rtl"><p>ئەمە کۆمەڵەی پەپوو بوو</p></article>';
    await openCards(page(), { article });
    await select(page(), "کۆمەڵەی پەپوو");
    await page().click(await middleOf(page(), LOOKUP));
    await cardShows(page());
    await page().click(await middleOf(page(), `${CARD} [part="card-candidate"]`));
    await page().until("the suggestion is shown", isNamed, CARD_NAME, "کۆمەڵەی پەپوولە");
  });

  test("asks about nothing but the article's own words", async () => {
    await openCards(page(), { before: "<p>لە دەرەوە</p>" });
    await page().run(selectText, "دەرەوە");
    await pass(TIMES.cold + TIMES.slack);
    assert.equal(await page().run(isOpen, LOOKUP), false);
  });
});

/** @param {Page} page */
async function openPanel(page) {
  await page.until("the button is there", isOpen, BUTTON);
  await page.click(await middleOf(page, BUTTON));
  await page.until("the panel lists names", isOpen, ITEM);
}

/**
 * Selects a text as a person does, with the mouse.
 *
 * @param {Page} page
 * @param {string} text
 */
async function select(page, text) {
  await page.placeOf(text);
  const { left, right, middle } = await page.boxOf(text);
  await page.driver
    .actions()
    .move({ x: Math.ceil(left), y: middle.y, duration: 0 })
    .press()
    .move({ x: Math.floor(right), y: middle.y, duration: 60 })
    .release()
    .perform();
  await page.until("the question is offered", isOpen, LOOKUP);
}

// These run in the page.

/** @param {string} selector */
function isOpen(selector) {
  return !!document
    .querySelector("sorani-reader")
    ?.shadowRoot?.querySelector(`${selector}:not([hidden])`);
}

/** @param {string} panel */
function listed(panel) {
  const shadow = /** @type {ShadowRoot} */ (document.querySelector("sorani-reader")?.shadowRoot);
  return [...shadow.querySelectorAll(`${panel} section`)].flatMap((section) =>
    [...section.querySelectorAll("button")].map((button) => [
      section.querySelector("h3")?.textContent,
      button.querySelector("b")?.textContent,
      button.querySelector(".times")?.textContent,
    ]),
  );
}

/** @param {string} panel */
function names(panel) {
  const shadow = /** @type {ShadowRoot} */ (document.querySelector("sorani-reader")?.shadowRoot);
  return [...shadow.querySelectorAll(`${panel} li b`)].map(({ textContent }) => textContent);
}

function clearFilter() {
  const shadow = document.querySelector("sorani-reader")?.shadowRoot;
  const field = /** @type {HTMLInputElement} */ (
    shadow?.querySelector('[part~="entities-filter"]')
  );
  field.value = "";
}

function countMarks() {
  return CSS.highlights.get("sorani-entity")?.size ?? 0;
}

/**
 * @param {string} selector
 * @param {string} text
 */
function isNamed(selector, text) {
  const shadow = document.querySelector("sorani-reader")?.shadowRoot;
  return shadow?.querySelector(selector)?.textContent === text;
}

/** @param {string} text */
function selectText(text) {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    const at = node.data.indexOf(text);
    if (at >= 0) getSelection()?.setBaseAndExtent(node, at, node, at + text.length);
  }
}
