// The card for whoever uses no mouse: stepping keys, focus, Esc, and what a screen reader is told.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  CARD,
  CARD_NAME,
  cardEvents,
  cardIsGone,
  cardShows,
  elementIn,
  focusedPart,
  isCardOpen,
  openCards,
  pass,
  TIMES,
  textIn,
  watchCards,
} from "./cards.js";
import { eachEngine } from "./spec.js";

/** @typedef {import("./page.js").Page} Page */

eachEngine("card by keys", (page) => {
  test("steps from name to name both ways, and opens after 500 ms", async () => {
    await openCards(page());
    // The first card of a page also makes the surface; what is timed is the waiting.
    await page().press("Alt+ArrowDown");
    await page().press("Enter");
    await page().press("Escape");
    await pass(TIMES.cold + TIMES.slack);
    await watchCards(page());
    await page().run(watchKeys);
    await page().press("Alt+ArrowDown");
    await cardShows(page());
    const [{ at, entity }] = await cardEvents(page());
    const waited = at - (await page().run(() => /** @type {any} */ (window).lastKey));
    assert.equal(entity, "ex:alan");
    assert.ok(waited > TIMES.cold - 30 && waited < TIMES.cold + TIMES.slack, `${waited} ms`);
    for (const [chord, entity] of /** @type {const} */ ([
      ["Alt+ArrowDown", "ex:river"],
      ["Alt+ArrowDown", "ex:thin"],
      ["Alt+ArrowUp", "ex:river"],
      ["Alt+ArrowUp", "ex:alan"],
      ["Alt+ArrowUp", "ex:alan"],
    ])) {
      await page().press(chord);
      await cardShows(page());
      assert.equal((await cardEvents(page())).at(-1)?.entity, entity, chord);
    }
  });

  test("opens at once on Enter", async () => {
    await openCards(page());
    await page().press("Alt+ArrowDown");
    await page().run(watchEnter, CARD);
    await page().press("Enter");
    await page().until("a frame is drawn", () => "openAtEnter" in window);
    assert.equal(await page().run(() => /** @type {any} */ (window).openAtEnter), true);
  });

  test("is entered by Tab, left at both ends and closed by Esc, which gives the focus back", async () => {
    await openCards(page(), { before: '<button id="first">پێش</button>' });
    await page().run(() => document.getElementById("first")?.focus());
    await page().press("Alt+ArrowDown");
    await cardShows(page());
    await page().press("Tab");
    assert.equal(await focusedPart(page()), "card-language");
    await page().press("Escape");
    assert.equal(await isCardOpen(page()), false);
    assert.equal(await page().run(() => document.activeElement?.id), "first");
    await page().press("Alt+ArrowDown");
    await cardShows(page());
    await page().press("Tab");
    await page().press("Shift+Tab");
    assert.equal(await isCardOpen(page()), false);
    assert.equal(await page().run(() => document.activeElement?.id), "first");
  });

  test("comes with the focus on a link that holds a name, and goes with it", async () => {
    await openCards(page(), { before: '<button id="first">پێش</button>' });
    await tabToLink(page());
    await cardShows(page());
    assert.equal(await textIn(page(), CARD_NAME), "ئالان هیوا");
    await page().press("Shift+Tab");
    await cardIsGone(page());
    assert.notEqual(await page().run(() => document.activeElement?.tagName), "A");
  });

  test("does not come back by the focus that Esc has given back", async () => {
    await openCards(page(), { before: '<button id="first">پێش</button>' });
    await tabToLink(page());
    await cardShows(page());
    await page().press("Tab");
    assert.equal(await focusedPart(page()), "card-language");
    await page().press("Escape");
    assert.equal(await page().run(() => document.activeElement?.tagName), "A");
    await pass(TIMES.cold + TIMES.slack);
    assert.equal(await isCardOpen(page()), false);
  });

  test("is not sent away by a mouse that moves elsewhere", async () => {
    await openCards(page());
    await page().press("Alt+ArrowDown");
    await cardShows(page());
    await page().moveTo({ x: 40, y: 600 });
    await page().moveTo({ x: 60, y: 610 });
    await pass(TIMES.hide + TIMES.slack);
    assert.ok(await isCardOpen(page()));
  });

  test("is a dialog with a name, says itself once, and its controls have names", async () => {
    await openCards(page());
    await page().press("Alt+ArrowDown");
    await cardShows(page());
    const card = await elementIn(page(), CARD);
    assert.equal(await card.getAriaRole(), "dialog");
    assert.equal(await card.getAccessibleName(), "ئالان هیوا");
    const names = [
      ["card-close", "button", "داخستن"],
      ["card-language", "button", "English"],
      ["card-next", "button", "شوێنی دواتر لە بابەتەکەدا"],
      ["card-previous", "button", "شوێنی پێشوو لە بابەتەکەدا"],
    ];
    for (const [part, role, name] of names) {
      const control = await elementIn(page(), `${CARD} [part~="${part}"]`);
      assert.equal(await control.getAriaRole(), role, part);
      assert.equal(await control.getAccessibleName(), name);
    }
    const picture = await elementIn(page(), `${CARD} [part~="card-picture"]`);
    assert.equal(await picture.getAccessibleName(), "وێنەی ئالان هیوا");
    const source = await elementIn(page(), `${CARD} [part~="card-source"]`);
    assert.equal(await source.getAriaRole(), "link");
    const said = await page().run(spokenTexts);
    assert.ok(
      said.some((text) => /ئالان هیوا.*نووسەرێکی سلێمانی/.test(text)),
      said.join(" | "),
    );
  });

  test("closes only itself at Esc", async () => {
    await openCards(page());
    await page().press("/");
    await page().until("the find bar is open", isFindOpen);
    await page().moveTo(await page().placeOf("کۆمەڵەی پەپوولە"));
    await cardShows(page());
    await page().press("Escape");
    assert.equal(await isCardOpen(page()), false);
    assert.equal(await page().run(isFindOpen), true);
  });
});

/**
 * Gives the focus to the article's link by Tab.
 *
 * @param {Page} page
 */
async function tabToLink(page) {
  await page.run(() => document.getElementById("first")?.focus());
  const isThere = () => page.run(() => document.activeElement?.tagName === "A");
  for (let tab = 0; tab < 5 && !(await isThere()); tab++) await page.press("Tab");
  assert.ok(await isThere());
}

// These run in the page.

function watchKeys() {
  addEventListener(
    "keydown",
    () => {
      /** @type {any} */ (window).lastKey = performance.now();
    },
    true,
  );
}

/** @param {string} card */
function watchEnter(card) {
  const shadow = document.querySelector("sorani-reader")?.shadowRoot;
  const look = () => {
    /** @type {any} */ (window).openAtEnter = !!shadow?.querySelector(card);
  };
  addEventListener("keydown", () => requestAnimationFrame(look), { capture: true, once: true });
}

/** What the reader's live regions say. @returns {string[]} */
function spokenTexts() {
  const shadow = /** @type {ShadowRoot} */ (document.querySelector("sorani-reader")?.shadowRoot);
  return [...shadow.querySelectorAll('[role="status"]')].map(({ textContent }) => `${textContent}`);
}

function isFindOpen() {
  const shadow = document.querySelector("sorani-reader")?.shadowRoot;
  return !!shadow?.querySelector('[part~="find-bar"]:popover-open');
}
