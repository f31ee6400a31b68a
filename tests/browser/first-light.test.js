// The demo page, used as a reader uses it: search, step, names and their cards, Esc, a phone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { searchFile } from "./command-line.js";
import { articleHtml, DEMO, DEMO_PACK, openDemo } from "./demo.js";
import { arabic, ask, COUNT, FIND_BAR, get, hasCursor, isThere, textOf } from "./find-acts.js";
import { eachEngine, eachTouchEngine } from "./spec.js";

/** Longer than any card takes to come or to go. */
const CARD_MS = 900;

const CARD = '[part~="card"]:popover-open';
const CARD_NAME = '[part~="card-name"]';

/** What a reader points at, which of its places on the page that is, and whose card shows. */
const NAMES = /** @type {const} */ ([
  ["مستەفا کازمی", 0, "مستەفا کازمی"],
  ["کازمی", 1, "مستەفا کازمی"],
  ["ئێرانەوە", 0, "ئێران"],
  ["حەشدی شەعبی", 0, "حەشدی شەعبی"],
  ["فڕۆکەخانەی نێودەوڵەتیی بەغدا", 0, "فڕۆکەخانەی نێودەوڵەتیی بەغدا"],
]);

eachEngine("first light", (page) => {
  test("lights up every form of a word", async () => {
    await openDemo(page());
    await ask(page(), "find", "ئەمریکا");
    const words = await page().run(wordsOfMatches);
    for (const form of ["ئەمریکا", "ئەمریکای", "ئەمریکادا", "ئەمریکاوە"]) {
      assert.ok(words.includes(form), `${form} among ${words}`);
    }
    assert.ok((await page().run(countLit, "sorani-match")) > 0);
  });

  test("is searched by keys: / types, Enter steps and wraps, Esc goes back", async () => {
    await openDemo(page());
    await page().run(() => scrollTo(0, 300));
    await page().press("/");
    await page().until("the find bar has the cursor", hasCursor, "find-input");
    await page().type("ئەمریکا");
    const total = (await get(page(), "matches")).length;
    const start = await get(page(), "current");
    await page().press("Enter");
    await page().press("F3");
    await page().press("Shift+Enter");
    assert.equal(await get(page(), "current"), start + 1);
    assert.equal(await page().run(textOf, COUNT), `${arabic(start + 2)} لە ${arabic(total)}`);
    for (let at = start + 1; at < total; at++) await page().press("Enter");
    assert.equal(await page().run(textOf, COUNT), `${arabic(1)} لە ${arabic(total)}`);
    await page().press("Escape");
    assert.equal(await page().run(isThere, FIND_BAR), false);
    assert.equal(await page().run(countLit, "sorani-match"), 0);
    assert.equal(await page().run(() => scrollY), 300);
  });

  test("brings each match into view", async () => {
    await openDemo(page());
    const { total } = await ask(page(), "find", "ئەمریکا");
    for (let step = 0; step < total; step++) {
      assert.ok(await page().run(currentIsInView), `match ${step + 1}`);
      await ask(page(), "next");
    }
  });

  test("shows who or what a name is, and sends it away with Esc", async () => {
    await openDemo(page());
    const before = await page().run(articleHtml);
    for (const [name, nth, title] of NAMES) {
      await page().moveTo({ x: 2, y: 2 });
      const point = await page().placeOf(name, nth);
      await page().moveTo(point);
      await page().until(`the card of ${name} shows`, isThere, CARD);
      assert.equal(await page().run(textOf, CARD_NAME), title);
      const card = await page().run(boxOf, CARD);
      assert.ok(await page().run(isClearOf, point, card), `the card of ${name} is beside it`);
      if (nth > 0) await page().screenshot("first-light-card");
      await page().press("Escape");
      assert.equal(await page().run(isThere, CARD), false);
      await page().moveTo({ x: point.x + 1, y: point.y });
      await pass(CARD_MS);
      assert.equal(await page().run(isThere, CARD), false, `${name} does not come back`);
    }
    assert.equal(await page().run(articleHtml), before);
  });

  test("keeps a card while the pointer is on it, and lets it go after", async () => {
    await openDemo(page());
    await page().moveTo(await page().placeOf("ئێرانەوە"));
    await page().until("the card shows", isThere, CARD);
    const card = await page().run(boxOf, CARD);
    await page().moveTo({ x: Math.round(card.left + 40), y: Math.round(card.top + 20) });
    await pass(CARD_MS);
    assert.equal(await page().run(isThere, CARD), true);
    await page().moveTo({ x: 2, y: 2 });
    await page().until("the card is gone", isGone, CARD);
  });

  test("opens nothing for a pointer that passes by", async () => {
    await openDemo(page());
    await page().run(() => {
      addEventListener("sorani-reader-entity-show", () => {
        document.title = "a card";
      });
    });
    for (const name of ["مستەفا کازمی", "پۆمپەیۆ", "ئێرانەوە"]) {
      await page().moveTo(await page().placeOf(name));
    }
    await page().moveTo({ x: 2, y: 2 });
    await pass(CARD_MS);
    assert.notEqual(await page().run(() => document.title), "a card");
  });

  test("steps from name to name by keys, into the card and out", async () => {
    await openDemo(page());
    await page().run(() => {
      addEventListener("sorani-reader-entity-show", (event) => {
        document.title = /** @type {CustomEvent} */ (event).detail.entity;
      });
    });
    await page().press("Alt+ArrowDown");
    await page().press("Alt+ArrowDown");
    await page().until("the card shows", isThere, CARD);
    const [, second] = await get(page(), "mentions");
    assert.equal(await page().run(() => document.title), second.entity);
    await page().press("Tab");
    assert.ok(await page().run(holdsFocus, CARD));
    await page().press("Escape");
    assert.equal(await page().run(isThere, CARD), false);
    assert.ok(await page().run(() => document.activeElement === document.body));
  });

  test("leaves the article as it was", async () => {
    await page().open("/");
    const before = await page().run(articleHtml);
    await page().ready();
    await ask(page(), "find", "ئەمریکا");
    await ask(page(), "next");
    const [{ entity }] = await get(page(), "mentions");
    assert.equal(await ask(page(), "showEntity", entity), true);
    await ask(page(), "hideEntity");
    assert.equal(await page().run(articleHtml), before);
  });

  test("searches again when the article's text changes", async () => {
    await openDemo(page());
    const before = await ask(page(), "find", "ئەمریکا");
    const after = await page().run(totalAfterAppending, "دیسان ئەمریکا");
    assert.equal(after, before.total + 1);
  });

  test("answers the newest of several searches", async () => {
    await page().open("/");
    const [older, newest] = await page().run(async () => {
      await customElements.whenDefined("sorani-reader");
      const reader = /** @type {any} */ (document.querySelector("sorani-reader"));
      return Promise.all([reader.find("عێراق"), reader.find("ئەمریکا")]);
    });
    assert.equal(older.superseded, true);
    assert.equal(older.total, 0);
    assert.equal(newest.total + newest.parts, searchFile("ئەمریکا", DEMO, DEMO_PACK).length);
  });

  test("fits a phone", async () => {
    await openDemo(page(), 360, 740);
    await page().press("/");
    await page().until("the find bar has the cursor", hasCursor, "find-input");
    await page().type("هێرش");
    await page().screenshot("first-light-phone");
    const { left, right } = await page().run(boxOf, FIND_BAR);
    assert.ok(left >= 0 && right <= 360, `the find bar is from ${left} to ${right}`);
    assert.ok(await page().run(() => document.documentElement.scrollWidth <= innerWidth));
  });
});

eachTouchEngine("first light", (page) => {
  test("shows a card at a tap, and hides it at the next", async () => {
    await openDemo(page());
    const point = await page().placeOf("ئێرانەوە");
    await page().tap(point);
    await page().until("the card shows", isThere, CARD);
    assert.equal(await page().run(textOf, CARD_NAME), "ئێران");
    await page().tap(point);
    await page().until("the card is gone", isGone, CARD);
  });
});

/** @param {number} time in milliseconds */
function pass(time) {
  return new Promise((resolve) => setTimeout(resolve, time));
}

// The functions below run in the page.

/** @param {string} selector */
function holdsFocus(selector) {
  const focused = document.querySelector("sorani-reader")?.shadowRoot?.activeElement;
  return !!focused?.closest(selector);
}

/** @param {string} selector */
function isGone(selector) {
  return !document.querySelector("sorani-reader")?.shadowRoot?.querySelector(selector);
}

/**
 * @param {string} selector
 * @returns {{left: number, top: number, right: number, bottom: number}}
 */
function boxOf(selector) {
  const element = document.querySelector("sorani-reader")?.shadowRoot?.querySelector(selector);
  if (!element) throw new Error(`the reader has no ${selector}`);
  return element.getBoundingClientRect().toJSON();
}

/** @param {string} name of a highlight */
function countLit(name) {
  return CSS.highlights.get(name)?.size ?? 0;
}

/** The whole words that the matches stand in. */
function wordsOfMatches() {
  const { matches, text } = /** @type {any} */ (document.querySelector("sorani-reader"));
  const words = matches.map((/** @type {{start: number}} */ { start }) => {
    return /^[\p{L}\p{M}]*/u.exec(text.slice(start))?.[0];
  });
  return [...new Set(words)];
}

function currentIsInView() {
  const [current] = CSS.highlights.get("sorani-match-current") ?? [];
  const range = document.createRange();
  range.setStart(current.startContainer, current.startOffset);
  range.setEnd(current.endContainer, current.endOffset);
  const { top, bottom } = range.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}

/**
 * Whether the card is inside the window and not over a point.
 * @param {{x: number, y: number}} point
 * @param {{left: number, top: number, right: number, bottom: number}} card
 */
function isClearOf({ x, y }, { left, top, right, bottom }) {
  const covers = left <= x && x <= right && top <= y && y <= bottom;
  return !covers && left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
}

/**
 * Adds text at the end of the article, and gives the total of the search that follows.
 * @param {string} text
 */
function totalAfterAppending(text) {
  const reader = document.querySelector("sorani-reader");
  const told = new Promise((resolve) => {
    reader?.addEventListener("sorani-reader-find", (event) => {
      resolve(/** @type {CustomEvent} */ (event).detail.total);
    });
  });
  reader?.querySelector("article")?.append(text);
  return told;
}
