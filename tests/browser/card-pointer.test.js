// The card under a mouse: when it comes, when it stays, when it goes.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  boxIn,
  CARD,
  CARD_NAME,
  cardEvents,
  cardIsGone,
  cardShows,
  isCardOpen,
  middleOf,
  NOWHERE,
  openCards,
  pass,
  point,
  TIMES,
  textIn,
  watchCards,
} from "./cards.js";
import { eachEngine } from "./spec.js";

/** @typedef {import("./page.js").Page} Page */

/** Ten names on their own lines, for a mouse to pass over. */
const TEN = `<article lang="ckb" dir="rtl">${"<p>ئالان هیوا سیروان</p>".repeat(5)}</article>`;

eachEngine("card by pointer", (page) => {
  test("asks for the record at 150 ms and shows the card at 500", async () => {
    await openCards(page(), { large: true });
    await watchCards(page());
    await page().run(watchRequests);
    const place = await page().placeOf("ئالان هیوا");
    await page().moveTo(place);
    await cardShows(page());
    const [{ at, entity }] = await cardEvents(page());
    const entered = await page().run(() => /** @type {any} */ (window).lastMove);
    const asked = await page().run(() => /** @type {any} */ (window).requestedAt[0]);
    assert.equal(entity, "ex:alan");
    assertAbout(asked - entered, TIMES.prefetch);
    assertAbout(at - entered, TIMES.cold);
    assert.equal(page().server.requests.filter((path) => path.includes(".records/")).length, 1);
  });

  test("shows the next card at 150 ms", async () => {
    await openCards(page());
    await point(page(), "ئالان هیوا");
    await watchCards(page());
    await page().moveTo(await page().placeOf("سیروان"));
    await page().until("the next card shows", () =>
      /** @type {any} */ (window).cardEvents.some((/** @type {any} */ it) => it.kind === "show"),
    );
    const shown = (await cardEvents(page())).find(({ kind }) => kind === "show");
    const entered = await page().run(() => /** @type {any} */ (window).lastMove);
    assert.equal(shown?.entity, "ex:river");
    assertAbout(Number(shown?.at) - entered, TIMES.warm);
  });

  test("hides the card 300 ms after the pointer has left", async () => {
    await openCards(page());
    await point(page(), "ئالان هیوا");
    await watchCards(page());
    await page().moveTo({ x: 900, y: 650 });
    await cardIsGone(page());
    const [{ kind, at }] = await cardEvents(page());
    assert.equal(kind, "hide");
    assertAbout(at - (await page().run(() => /** @type {any} */ (window).lastMove)), TIMES.hide);
  });

  test("opens and fetches nothing for a sweep over ten names", async () => {
    await openCards(page(), { article: TEN, large: true });
    await watchCards(page());
    /** @type {{x: number, y: number}[]} */
    const places = [];
    for (let nth = 0; nth < 5; nth++) {
      places.push(await page().placeOf("ئالان هیوا", nth), await page().placeOf("سیروان", nth));
    }
    const sweep = page().driver.actions();
    for (const { x, y } of [...places, NOWHERE]) sweep.move({ x, y, duration: 40 });
    await sweep.perform();
    await pass(TIMES.cold + TIMES.slack);
    assert.deepEqual(await cardEvents(page()), []);
    assert.deepEqual(page().server.requests, []);
  });

  test("stays on the way to the card, on it, and while its link is used", async () => {
    await openCards(page());
    const from = await point(page(), "ئالان هیوا");
    const card = await boxIn(page(), CARD);
    const to = { x: Math.round(card.left + 30), y: Math.round(card.top + 40) };
    const way = page().driver.actions();
    for (let step = 1; step <= 8; step++) {
      const share = step / 8;
      way.move({
        x: Math.round(from.x + share * (to.x - from.x)),
        y: Math.round(from.y + share * (to.y - from.y)),
        duration: 60,
      });
    }
    await way.perform();
    await pass(TIMES.hide + TIMES.slack);
    assert.ok(await isCardOpen(page()));
    await page().moveTo(await middleOf(page(), '[part~="card-source"]'));
    await pass(TIMES.hide + TIMES.slack);
    assert.equal(await textIn(page(), CARD_NAME), "ئالان هیوا");
    await page().moveTo({ x: 900, y: 650 });
    await cardIsGone(page());
  });

  test("closes at Esc within a frame and stays closed until the pointer has left", async () => {
    await openCards(page());
    const place = await point(page(), "ئالان هیوا");
    await page().run(measureEsc, CARD);
    await page().press("Escape");
    await page().until("a frame is drawn", () => "openAfterEsc" in window);
    assert.equal(await page().run(() => /** @type {any} */ (window).openAfterEsc), false);
    await page().moveTo({ x: place.x + 2, y: place.y });
    await pass(TIMES.cold + TIMES.slack);
    assert.equal(await isCardOpen(page()), false);
    await page().moveTo(NOWHERE);
    await page().moveTo(place);
    await cardShows(page());
  });

  test("can be sent away before it comes", async () => {
    await openCards(page());
    await point(page(), "ئالان هیوا");
    await page().press("Escape");
    await page().moveTo(NOWHERE);
    await page().moveTo(await page().placeOf("ئالان هیوا"));
    await page().moveTo(NOWHERE);
    await pass(TIMES.cold + TIMES.slack);
    assert.equal(await isCardOpen(page()), false);
  });

  test("shows one card where an article lies in another one", async () => {
    const inner = '<sorani-reader entities="/cards.pack"><p>ئالان هیوا</p></sorani-reader>';
    await openCards(page(), { article: `<article>${inner}<p>سیروان</p></article>` });
    await page().ready("sorani-reader sorani-reader");
    await page().moveTo(await page().placeOf("ئالان هیوا"));
    await page().until("there is a card", countCards);
    assert.equal(await page().run(countCards), 1);
    await page().press("Escape");
    await point(page(), "سیروان");
    assert.equal(await page().run(countCards), 1);
  });

  test("opens nothing while a button is held down or text is selected", async () => {
    await openCards(page());
    const [from, to] = [await page().placeOf("دوێنێ"), await page().placeOf("ئالان هیوا")];
    const drag = page()
      .driver.actions()
      .move({ ...from, duration: 0 })
      .press();
    await drag
      .move({ ...to, duration: 60 })
      .pause(TIMES.cold + TIMES.slack)
      .perform();
    assert.equal(await isCardOpen(page()), false);
    await page().driver.actions().release().perform();
  });

  test("opens nothing while scrolling under a pointer that rests", async () => {
    const article = `<article lang="ckb" dir="rtl">${"<p>لێرە هیچ نییە</p>".repeat(40)}
      <p>ئالان هیوا ئالان هیوا ئالان هیوا</p>${"<p>لێرە هیچ نییە</p>".repeat(40)}</article>`;
    await openCards(page(), { article });
    const place = await page().placeOf("ئالان هیوا", 1);
    await page().run(() => scrollBy(0, -120));
    await page().moveTo(place);
    await page().run(() => scrollBy(0, 120));
    await pass(TIMES.cold + TIMES.slack);
    assert.equal(await isCardOpen(page()), false);
  });

  test("closes when its word scrolls away, and follows it until then", async () => {
    const article = `${"<p>لێرە هیچ نییە</p>".repeat(20)}<p>ئالان هیوا</p>${"<p>لێرە هیچ نییە</p>".repeat(40)}`;
    await openCards(page(), { article: `<article lang="ckb" dir="rtl">${article}</article>` });
    await point(page(), "ئالان هیوا");
    const before = await boxIn(page(), CARD);
    await page().run(() => scrollBy(0, 40));
    await page().painted();
    assert.ok(Math.abs((await boxIn(page(), CARD)).top - (before.top - 40)) < 2);
    await page().run(() => scrollBy(0, 700));
    await cardIsGone(page());
  });

  test("goes when the pointer leaves the window's names for a control of the page", async () => {
    await openCards(page(), { after: '<button type="button">دوگمەیەک</button>' });
    await point(page(), "ئالان هیوا");
    await page().click(await page().placeOf("دوگمەیەک"));
    await cardIsGone(page());
  });

  test("asks nobody but the page's own server", async () => {
    await openCards(page(), { large: true });
    await point(page(), "ئالان هیوا");
    const foreign = await page().run(() =>
      performance
        .getEntriesByType("resource")
        .map(({ name }) => name)
        .filter((name) => !name.startsWith(location.origin)),
    );
    assert.deepEqual(foreign, []);
  });
});

/**
 * @param {number} measured in milliseconds
 * @param {number} promised
 */
function assertAbout(measured, promised) {
  const isAbout = measured > promised - 30 && measured < promised + TIMES.slack;
  assert.ok(isAbout, `${Math.round(measured)} ms instead of ${promised}`);
}

// These run in the page.

function watchRequests() {
  const seen = /** @type {any} */ (window);
  seen.requestedAt = [];
  const original = window.fetch;
  window.fetch = (...request) => {
    seen.requestedAt.push(performance.now());
    return original(...request);
  };
}

/**
 * Notes at the next Esc whether the card is still open when the next frame is drawn.
 *
 * @param {string} card
 */
function measureEsc(card) {
  const shadow = document.querySelector("sorani-reader")?.shadowRoot;
  addEventListener(
    "keydown",
    () =>
      requestAnimationFrame(() => {
        /** @type {any} */ (window).openAfterEsc = !!shadow?.querySelector(card);
      }),
    { capture: true, once: true },
  );
}

/** Runs in the page. */
function countCards() {
  const readers = [...document.querySelectorAll("sorani-reader")];
  return readers.filter((it) => it.shadowRoot?.querySelector('[part~="card"]:popover-open')).length;
}
