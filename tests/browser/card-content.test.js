// What a card says: languages, facts, picture, mentions, candidates, records on their way.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  boxIn,
  buildPack,
  CARD,
  CARD_NAME,
  cardEvents,
  cardShows,
  ENTITIES,
  focusedPart,
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

const SUMMARY = {
  type: "standard",
  title: "کۆمەڵەی پەپوولە",
  lang: "ckb",
  dir: "rtl",
  extract: "کۆمەڵەی پەپوولە ڕێکخراوێکی <b>خەیاڵییە</b> بۆ تاقیکردنەوە.",
  extract_html: "<p>نابێت پیشان بدرێت</p>",
  content_urls: { desktop: { page: "https://example.org/wiki/papula" } },
};
const SUMMARY_PATH = `/api/rest_v1/page/summary/${encodeURIComponent("کۆمەڵەی_پەپوولە")}`;

eachEngine("card content", (page) => {
  test("says kind, name, summary, facts with dates, count and source", async () => {
    await openCards(page());
    await point(page(), "ئالان هیوا");
    assert.equal(await textIn(page(), `${CARD} [part="card-kind"]`), "کەسایەتی");
    assert.equal(await textIn(page(), CARD_NAME), "ئالان هیوا");
    assert.equal(await textIn(page(), `${CARD} [part="card-summary"]`), "نووسەرێکی سلێمانی");
    const facts = String(await textIn(page(), `${CARD} [part="card-facts"]`));
    assert.match(facts, /سەرنووسەر٢٠١٠ تا حوزەیرانی ٢٠١٤/);
    assert.match(facts, /لەدایکبوون٩ی ئایاری ١٩٧٤/);
    assert.equal(await textIn(page(), `${CARD} [part="card-count"]`), "٢ جار لەم بابەتەدا");
    const address = await page().run(
      (selector) =>
        document
          .querySelector("sorani-reader")
          ?.shadowRoot?.querySelector(selector)
          ?.getAttribute("href"),
      `${CARD} [part="card-source"]`,
    );
    assert.equal(address, "https://example.org/alan");
  });

  test("switches to English and back, each text marked with its language", async () => {
    await openCards(page());
    await point(page(), "ئالان هیوا");
    const summary = `${CARD} [part="card-description"]`;
    assert.equal(await page().run(langOf, summary), "ckb");
    await page().click(await middleOf(page(), `${CARD} [part="card-language"]`));
    assert.match(String(await textIn(page(), summary)), /^A writer/);
    assert.equal(await page().run(langOf, summary), "en");
    assert.equal(await focusedPart(page()), "card-language");
    await page().click(await middleOf(page(), `${CARD} [part="card-language"]`));
    assert.match(String(await textIn(page(), summary)), /^نووسەر/);
    assert.ok(await isCardOpen(page()));
  });

  test("keeps a place for the picture, also while it is missing", async () => {
    await openCards(page());
    page().server.answer("/portrait.svg", {
      body: "",
      headers: { "Content-Type": "image/svg+xml" },
    });
    await point(page(), "ئالان هیوا");
    const { left, right, top, bottom } = await boxIn(page(), `${CARD} [part="card-picture"]`);
    assert.deepEqual([right - left, bottom - top], [80, 80]);
    await page().problems();
  });

  test("shows the form in the text where it differs", async () => {
    await openCards(page());
    await point(page(), "ئالان هیوا");
    assert.equal(await textIn(page(), `${CARD} [part="card-form"]`), "");
    await page().press("Escape");
    await point(page(), "سیروانەوە");
    assert.equal(await textIn(page(), CARD_NAME), "سیروان");
    assert.match(String(await textIn(page(), `${CARD} [part="card-form"]`)), /«سیروانەوە»$/);
    assert.equal(await page().run(scrollsSideways, CARD), false);
  });

  test("offers the candidates of an ambiguous name, and shows the chosen one", async () => {
    await openCards(page());
    await point(page(), "سیروان");
    const first = await textIn(page(), `${CARD} [part="card-summary"]`);
    await page().screenshot("card-ambiguous");
    const [chosen] = await page().run(candidateTexts);
    assert.notEqual(chosen, first);
    await page().click(await middleOf(page(), `${CARD} [part="card-candidate"]`));
    assert.equal(await textIn(page(), `${CARD} [part="card-summary"]`), chosen);
    assert.deepEqual(await page().run(candidateTexts), [first]);
  });

  test("goes to the next and the previous mention, and stays", async () => {
    const far = "<p>لێرە هیچ نییە</p>".repeat(40);
    const article = `<article lang="ckb" dir="rtl"><p>ئالان هیوا</p>${far}<p>ئالان هیوا هات</p>${far}<p>ئالان ڕۆیشت</p></article>`;
    await openCards(page(), { article });
    await point(page(), "ئالان هیوا");
    assert.equal(await textIn(page(), `${CARD} [part="card-position"]`), "١ لە ٣");
    await page().click(await middleOf(page(), `${CARD} [part="card-next"]`));
    await page().moveTo(NOWHERE);
    await pass(TIMES.hide + TIMES.slack);
    assert.equal(await textIn(page(), `${CARD} [part="card-position"]`), "٢ لە ٣");
    assert.ok(await page().run(isMarkedInView));
    await page().click(await middleOf(page(), `${CARD} [part="card-previous"]`));
    await page().click(await middleOf(page(), `${CARD} [part="card-previous"]`));
    assert.equal(await textIn(page(), `${CARD} [part="card-position"]`), "٣ لە ٣");
    assert.equal(await page().run(countTicks), 3);
  });

  test("makes no markup and no address of what is none", async () => {
    await openCards(page());
    await point(page(), "دەزگای گەردوون");
    assert.match(String(await textIn(page(), `${CARD} [part="card-description"]`)), /^<img src=x/);
    const made = await page().run(
      (card) =>
        document
          .querySelector("sorani-reader")
          ?.shadowRoot?.querySelectorAll(`${card} :is(img, b, a)`).length,
      CARD,
    );
    assert.equal(made, 0);
    assert.equal(await page().run(() => document.title), "x");
  });

  test("shows an empty place after 200 ms where the record is slow, and then the record", async () => {
    await openCards(page(), { large: true });
    const release = holdRecords(page());
    await watchCards(page());
    await page().press("Alt+ArrowDown");
    await page().press("Enter");
    const asked = await page().run(() => performance.now());
    await cardShows(page());
    const [{ at }] = await cardEvents(page());
    assert.ok(at - asked < TIMES.skeleton + TIMES.slack && at - asked > TIMES.skeleton - 120);
    assert.equal(await textIn(page(), CARD_NAME), "ئالان هیوا");
    assert.ok(await page().run(hasSkeleton, CARD));
    release();
    await page().until("the record is there", hasSummary, CARD);
    assert.equal(await page().run(hasSkeleton, CARD), false);
  });

  test("says that a record failed, and fetches it when asked again", async () => {
    await openCards(page(), { large: true });
    const { records } = buildPack(ENTITIES, true);
    for (const name of records.keys()) {
      page().server.answer(`/cards.pack.records/${name}`, { status: 503 });
    }
    await page().press("Alt+ArrowDown");
    await page().until("the failure shows", hasRetry, CARD);
    await page().problems();
    for (const [name, body] of records)
      page().server.answer(`/cards.pack.records/${name}`, { body });
    await page().click(await middleOf(page(), `${CARD} [part="card-retry"]`));
    await page().until("the record is there", hasSummary, CARD);
  });

  test("completes a thin record from the publisher's provider, once, as text", async () => {
    page().server.answer(SUMMARY_PATH, { body: JSON.stringify(SUMMARY) });
    await openCards(page(), { attributes: 'provider="/api/rest_v1/page/summary/"' });
    await page().run(() => sessionStorage.clear());
    await point(page(), "کۆمەڵەی پەپوولە");
    await page().until("the summary is there", hasExtract, CARD);
    assert.equal(await textIn(page(), `${CARD} [part="card-extract"]`), SUMMARY.extract);
    assert.equal(await page().run(langOf, `${CARD} [part="card-extract"]`), "ckb");
    await page().press("Escape");
    await page().open("/cards.html");
    await page().ready();
    await point(page(), "کۆمەڵەی پەپوولە");
    await page().until("the summary is there", hasExtract, CARD);
    const asked = page().server.requests.filter((path) => path.startsWith("/api/"));
    assert.equal(asked.length, 1);
  });

  test("asks no provider where none is named, nor about what says enough", async () => {
    await openCards(page());
    await point(page(), "کۆمەڵەی پەپوولە");
    await openCards(page(), { attributes: 'provider="/api/rest_v1/page/summary/{title}"' });
    await point(page(), "ئالان هیوا");
    await page().painted();
    assert.deepEqual(
      page().server.requests.filter((path) => path.startsWith("/api/")),
      [],
    );
  });

  test("does without a provider that is slow, damaged or has no such page", async () => {
    const attributes = 'provider="/api/rest_v1/page/summary/"';
    for (const answer of [
      { body: "<!doctype html>" },
      { body: JSON.stringify({ ...SUMMARY, type: "disambiguation" }) },
      { hold: new Promise(() => {}) },
    ]) {
      page().server.answer(SUMMARY_PATH, answer);
      await openCards(page(), { attributes });
      await page().run(() => sessionStorage.clear());
      await point(page(), "کۆمەڵەی پەپوولە");
      await pass(TIMES.slack);
      assert.equal(await textIn(page(), `${CARD} [part="card-extract"]`), "");
      assert.equal(await textIn(page(), CARD_NAME), "کۆمەڵەی پەپوولە");
    }
  });
});

/**
 * Keeps the server from answering for records until the function that it returns is called.
 *
 * @param {Page} page
 */
function holdRecords(page) {
  /** @type {(value?: unknown) => void} */
  let release = () => {};
  const hold = new Promise((resolve) => {
    release = resolve;
  });
  for (const [name, body] of buildPack(ENTITIES, true).records) {
    page.server.answer(`/cards.pack.records/${name}`, { body, hold });
  }
  return release;
}

// These run in the page.

/** @param {string} selector */
function langOf(selector) {
  const element = document.querySelector("sorani-reader")?.shadowRoot?.querySelector(selector);
  return element?.closest("[lang]")?.getAttribute("lang");
}

function candidateTexts() {
  const shadow = /** @type {ShadowRoot} */ (document.querySelector("sorani-reader")?.shadowRoot);
  return [...shadow.querySelectorAll('[part="card-candidate"] span')].map(
    ({ textContent }) => textContent,
  );
}

function countTicks() {
  const shadow = /** @type {ShadowRoot} */ (document.querySelector("sorani-reader")?.shadowRoot);
  return shadow.querySelectorAll('[part="card-map"] i').length;
}

function isMarkedInView() {
  const ranges = [...(CSS.highlights.get("sorani-entity-current") ?? [])];
  return ranges.some((marked) => {
    const range = document.createRange();
    range.setStart(marked.startContainer, marked.startOffset);
    range.setEnd(marked.endContainer, marked.endOffset);
    const { top, bottom } = range.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
}

/** @param {string} card */
function hasSkeleton(card) {
  const shadow = document.querySelector("sorani-reader")?.shadowRoot;
  return !!shadow?.querySelector(`${card} [part="card-skeleton"]`);
}

/** @param {string} card */
function hasSummary(card) {
  const shadow = document.querySelector("sorani-reader")?.shadowRoot;
  return !!shadow?.querySelector(`${card} [part="card-summary"]`);
}

/** @param {string} card */
function hasRetry(card) {
  const shadow = document.querySelector("sorani-reader")?.shadowRoot;
  return !!shadow?.querySelector(`${card} [part="card-retry"]`);
}

/** @param {string} card */
function hasExtract(card) {
  const shadow = document.querySelector("sorani-reader")?.shadowRoot;
  return !!shadow?.querySelector(`${card} [part="card-extract"]`);
}

/** Runs in the page. @param {string} selector */
function scrollsSideways(selector) {
  const card = document.querySelector("sorani-reader")?.shadowRoot?.querySelector(selector);
  return !card || card.scrollWidth > card.clientWidth;
}
