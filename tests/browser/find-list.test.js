// What the find bar offers beside its field: suggestions, the list of hits, ticks; and that all of
// it can be used with a screen reader, in dark colours and on a phone.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  arabic,
  ask,
  COUNT,
  click,
  FIND_BAR,
  get,
  hasCursor,
  isThere,
  openBar,
  openPage,
  textOf,
} from "./find-acts.js";
import { LEFT_TO_RIGHT, LONG, RICH } from "./find-pages.js";
import { eachEngine } from "./spec.js";

const LIST = '[part~="find-list"]';
const HITS = '[part~="hits"]';
const HIT = '[part~="hit"]';
const SUGGESTIONS = '[part~="suggestions"]:not([hidden])';
const SUGGESTION = '[part~="suggestion"]';

eachEngine("beside the find bar", (page) => {
  test("loads the list of hits when it is asked for", async () => {
    await openPage(page(), LONG);
    await openBar(page(), "هەولێر");
    const isList = (/** @type {string} */ path) => path.startsWith("/hits-panel.js");
    assert.equal(page().server.requests.some(isList), false);
    await openList(page());
    assert.equal(page().server.requests.some(isList), true);
    await click(page(), LIST);
    assert.equal(await page().run(isThere, HITS), false);
  });

  test("lists each hit in its sentence under its paragraph, lit in the list too", async () => {
    await openPage(page(), RICH);
    await openBar(page(), "هەولێر");
    await openList(page());
    const groups = await page().run(listOfHits);
    assert.equal(groups.length, 7);
    assert.deepEqual(groups[1], {
      title: `پەرەگرافی ${arabic(3)}`,
      hits: ["«ئێمە لە هەولێرەوە هاتین.»"],
    });
    const lit = await page().run(() =>
      [...(CSS.highlights.get("sorani-match-listed") ?? [])].map(
        ({ startContainer, startOffset, endOffset }) =>
          startContainer.nodeValue?.slice(startOffset, endOffset),
      ),
    );
    assert.deepEqual([...new Set(lit)], ["هەولێر"]);
    assert.equal(lit.length, 7);
  });

  test("goes from hit to hit of the list by keys, and to the place by Enter", async () => {
    await openPage(page(), LONG);
    await openBar(page(), "هەولێر");
    await openList(page());
    await page().run(focusIn, '[part~="find-input"]');
    await page().press("ArrowDown");
    await page().until("a hit has the focus", hasCursor, "hit");
    for (const key of ["ArrowDown", "ArrowDown", "End", "ArrowUp", "Enter"])
      await page().press(key);
    assert.equal(await page().run(textOf, COUNT), `${arabic(11)} لە ${arabic(12)}`);
    assert.ok(await page().run(hasCursor, "hit"));
    await page().until("the list shows it", isCurrent, HIT, 10);
    await page().press("Home");
    await page().press("Enter");
    assert.equal(await get(page(), "current"), 0);
    await page().press("Escape");
    assert.equal(await page().run(isThere, FIND_BAR), false);
  });

  test("makes the rows of a long list as it is scrolled", async () => {
    await openPage(page(), LONG);
    await openBar(page(), "هەواڵەکە");
    await openList(page());
    assert.equal(await page().run(countOf, HIT), 100);
    await ask(page(), "previous");
    await page().until("the last hit is listed", lastIsCurrent, HIT);
    await page().run(focusIn, `${HIT}[tabindex="0"]`);
    await page().press("Home");
    await page().press("ArrowUp");
    await page().until(
      "earlier ones are listed",
      (selector, least) => {
        const shadow = document.querySelector("sorani-reader")?.shadowRoot;
        return (shadow?.querySelectorAll(selector).length ?? 0) > least;
      },
      HIT,
      100,
    );
  });

  test("suggests the article's own words, and takes one by keys", async () => {
    await openPage(page(), LONG);
    await openBar(page(), "هەول");
    const suggestion = `هەولێر ${arabic(12)}`;
    await page().until("words are suggested", isFirst, SUGGESTION, suggestion);
    assert.deepEqual(await page().run(comboboxState), { expanded: "true", active: null });
    await page().press("ArrowDown");
    const { active } = await page().run(comboboxState);
    assert.equal(await page().run(textOf, `#${active}[aria-selected="true"]`), suggestion);
    await page().press("Enter");
    await page().until(
      "it is searched for",
      (selector, total) =>
        document
          .querySelector("sorani-reader")
          ?.shadowRoot?.querySelector(selector)
          ?.textContent?.endsWith(total),
      COUNT,
      arabic(12),
    );
    assert.equal(await page().run(isThere, SUGGESTIONS), false);
    assert.ok(await page().run(hasCursor, "find-input"));
  });

  test("Enter steps while nothing of the suggestions is chosen; Esc leaves them first", async () => {
    await openPage(page(), LONG);
    await openBar(page(), "هەول");
    await page().until("words are suggested", isThere, SUGGESTIONS);
    await page().press("ArrowDown");
    await page().press("Escape");
    assert.equal(await page().run(isThere, SUGGESTIONS), false);
    assert.ok(await page().run(isThere, FIND_BAR));
    await page().press("Enter");
    assert.match(await page().run(textOf, COUNT), new RegExp(`^${arabic(2)} `));
  });

  test("takes a suggestion at a click", async () => {
    await openPage(page(), LONG);
    await openBar(page(), "هەول");
    await page().until("words are suggested", isThere, SUGGESTIONS);
    await click(page(), SUGGESTION);
    assert.equal(await page().run(textOf, COUNT), `${arabic(1)} لە ${arabic(12)}`);
    assert.ok(await page().run(hasCursor, "find-input"));
  });

  test("a suggestion's number is what the search for it then finds", async () => {
    await page().resize(1000, 760);
    await page().open("/");
    await page().ready();
    await openBar(page(), "ئەم");
    await page().until("words are suggested", isThere, SUGGESTIONS);
    const suggested = await page().run(suggestions, SUGGESTION);
    assert.ok(suggested.length > 2);
    for (const [text, count] of suggested) {
      assert.equal(arabic((await ask(page(), "find", text)).total), count, text);
    }
  });

  test("suggestions take one line of a phone's window, the rest is for the article", async () => {
    await openPage(page(), LONG, 360, 740);
    await openBar(page(), "ه");
    await page().until("words are suggested", isThere, SUGGESTIONS);
    const { top, bottom, left, right } = await page().run(boxOf, SUGGESTIONS);
    assert.ok(bottom - top < 60, `they are ${bottom - top} high`);
    const bar = await page().run(boxOf, FIND_BAR);
    assert.ok(bar.left <= left && right <= bar.right && bottom <= bar.bottom);
    await page().press("ArrowUp");
    const active = await page().run(boxOf, `${SUGGESTION}[aria-selected="true"]`);
    assert.ok(left - 1 < active.left && active.right < right + 1, "the chosen one is in view");
    assert.deepEqual(await page().violations("sorani-reader"), []);
  });

  test("shows ticks where the matches are, and goes to one at a click", async () => {
    await openPage(page(), LONG);
    await openBar(page(), "هەولێر");
    const hasTicks = (/** @type {string} */ selector) =>
      document.querySelector("sorani-reader")?.shadowRoot?.querySelectorAll(selector).length === 12;
    await page().until("each match has its tick", hasTicks, '[part~="tick"]');
    const { left, width } = await page().run(boxOf, '[part~="ticks"]');
    const isOnTheLeft = left + width / 2 < 500;
    assert.equal(isOnTheLeft, page().engine === "webkit", "they are where the scrollbar is");
    await click(page(), '[part~="tick"]:nth-child(9)');
    assert.equal(await page().run(textOf, COUNT), `${arabic(9)} لە ${arabic(12)}`);
    await page().press("Escape");
    assert.equal(await page().run(isThere, '[part~="ticks"]'), false);
  });

  test("finds without what could not be loaded, and says so once", async () => {
    page().server.answer("/ticks.js", { status: 404 });
    await openPage(page(), LONG);
    await page().press("/");
    await page().until("the find bar has the cursor", hasCursor, "find-input");
    await page().type("هەولێر");
    await page().until("it is counted", textOf, COUNT);
    assert.equal(await page().run(textOf, COUNT), `${arabic(1)} لە ${arabic(12)}`);
    await page().until("it says so", () => /** @type {any} */ (window).__problems.length > 0);
    const problems = await page().problems();
    assert.equal(problems.filter((problem) => problem.startsWith("console.error")).length, 1);
    assert.equal(problems.filter((problem) => /unhandled/.test(problem)).length, 0);
  });

  test("breaks no accessibility rule with everything open", async () => {
    for (const html of [RICH, LEFT_TO_RIGHT]) {
      await openPage(page(), html);
      await openBar(page(), "سەر");
      await page().until("words are suggested", isThere, SUGGESTIONS);
      await openList(page());
      await page().run(focusIn, '[part~="find-input"]');
      await page().type("ۆ");
      await page().until("words are suggested again", isThere, SUGGESTIONS);
      assert.deepEqual(await page().violations("sorani-reader"), []);
    }
  });

  test("fits a phone, with the list and the suggestions open", async () => {
    await openPage(page(), LONG, 360, 740);
    await openBar(page(), "هەول");
    await page().until("words are suggested", isThere, SUGGESTIONS);
    await page().screenshot("find-suggestions-phone");
    await openList(page());
    for (const selector of [FIND_BAR, HITS]) {
      const { left, right, bottom } = await page().run(boxOf, selector);
      assert.ok(
        left >= 0 && right <= 360 && bottom <= 740,
        `${selector}: ${left} ${right} ${bottom}`,
      );
    }
    assert.ok(await page().run(() => document.documentElement.scrollWidth <= innerWidth));
    await page().screenshot("find-list-phone");
  });

  test("keeps its colours apart in the dark, and moves nothing", async () => {
    const dark = LONG.replace('content="light dark"', 'content="dark"');
    await openPage(page(), dark);
    await openBar(page(), "هەولێر");
    for (let step = 0; step < 5; step++) await page().press("Enter");
    await openList(page());
    await page().painted();
    const [bar, match] = await page().run(barAndCurrent, FIND_BAR);
    assert.ok(match.top >= bar.bottom, `the match at ${match.top} is covered`);
    await page().screenshot("find-dark");
    assert.deepEqual(await page().violations("sorani-reader"), []);
    const running = await page().run(
      () => document.querySelector("sorani-reader")?.shadowRoot?.getAnimations().length,
    );
    assert.equal(running, 0);
  });

  test("brings matches into view beside the bar, never under it", async () => {
    await openPage(page(), LONG, 360, 740);
    await openBar(page(), "هەولێر");
    await openList(page());
    for (let step = 0; step < 12; step++) {
      await page().press("F3");
      const [bar, match] = await page().run(barAndCurrent, FIND_BAR);
      assert.ok(match.top >= bar.bottom && match.bottom <= 740, `${step}: ${match.top}`);
    }
  });
});

/** @param {import("./page.js").Page} page */
async function openList(page) {
  await click(page, LIST);
  await page.until("the hits are listed", isThere, HIT);
}

// The functions below run in the page.

function listOfHits() {
  const shadow = document.querySelector("sorani-reader")?.shadowRoot;
  return [...(shadow?.querySelectorAll('[part~="hits"] [role="group"]') ?? [])].map((group) => ({
    title: group.firstChild?.textContent,
    hits: [...group.querySelectorAll("[role=button]")].map(({ textContent }) => textContent),
  }));
}

/** @param {string} selector */
function focusIn(selector) {
  const shadow = document.querySelector("sorani-reader")?.shadowRoot;
  /** @type {HTMLElement | null | undefined} */ (shadow?.querySelector(selector))?.focus();
}

/**
 * @param {string} selector
 * @param {number} index
 */
function isCurrent(selector, index) {
  const shadow = document.querySelector("sorani-reader")?.shadowRoot;
  const rows = [...(shadow?.querySelectorAll(selector) ?? [])];
  return rows[index]?.getAttribute("aria-current") === "true";
}

/** @param {string} selector */
function lastIsCurrent(selector) {
  const shadow = document.querySelector("sorani-reader")?.shadowRoot;
  const rows = [...(shadow?.querySelectorAll(selector) ?? [])];
  return rows.at(-1)?.getAttribute("aria-current") === "true";
}

/** @param {string} selector */
function countOf(selector) {
  return document.querySelector("sorani-reader")?.shadowRoot?.querySelectorAll(selector).length;
}

/**
 * @param {string} selector
 * @param {string} text
 */
function isFirst(selector, text) {
  const shadow = document.querySelector("sorani-reader")?.shadowRoot;
  return shadow?.querySelector(selector)?.textContent === text;
}

function comboboxState() {
  const field = document
    .querySelector("sorani-reader")
    ?.shadowRoot?.querySelector("[role=combobox]");
  return {
    expanded: field?.getAttribute("aria-expanded"),
    active: field?.getAttribute("aria-activedescendant"),
  };
}

/** @param {string} selector @returns {[string, string][]} */
function suggestions(selector) {
  const shadow = document.querySelector("sorani-reader")?.shadowRoot;
  return [...(shadow?.querySelectorAll(selector) ?? [])].map((option) => {
    const [name, count] = option.children;
    return [name.textContent ?? "", count.textContent ?? ""];
  });
}

/** @param {string} selector */
function boxOf(selector) {
  const element = document.querySelector("sorani-reader")?.shadowRoot?.querySelector(selector);
  if (!element) throw new Error(`the reader has no ${selector}`);
  return element.getBoundingClientRect().toJSON();
}

/** @param {string} selector of the bar */
function barAndCurrent(selector) {
  const [lit] = CSS.highlights.get("sorani-match-current") ?? [];
  const range = document.createRange();
  range.setStart(lit.startContainer, lit.startOffset);
  range.setEnd(lit.endContainer, lit.endOffset);
  const bar = document.querySelector("sorani-reader")?.shadowRoot?.querySelector(selector);
  return [bar?.getBoundingClientRect().toJSON(), range.getBoundingClientRect().toJSON()];
}
