// Reading aids: what they change, that the article's markup stays, and that the choice is kept.
import assert from "node:assert/strict";
import { test } from "node:test";
import { eachEngine } from "./spec.js";

/** @typedef {import("./page.js").Page} Page */

eachEngine("reading aids", (page) => {
  test("are not loaded where nobody asks for them", async () => {
    await page().open("/variants/around.html");
    await page().ready();
    assert.ok(!page().server.requests.some((path) => path.includes("aids")));
  });

  test("make letters larger and smaller, and keep the markup and the choice", async () => {
    await open(page());
    const [html, size] = await page().run(look);
    await press(page(), "Larger letters");
    await press(page(), "Larger letters");
    const [sameHtml, larger] = await page().run(look);
    assert.equal(sameHtml, html);
    assert.ok(Math.abs(larger / size - 1.2) < 0.01, `${larger} / ${size}`);
    await open(page(), false);
    assert.equal((await page().run(look))[1], larger);
    await press(page(), "Smaller letters");
    await press(page(), "Smaller letters");
    assert.equal((await page().run(look))[1], size);
  });

  test("widen lines and change the theme", async () => {
    await open(page());
    const before = await page().run(() => getComputedStyle(paragraph()).lineHeight);
    await press(page(), "Lines further apart");
    await press(page(), "Lines further apart");
    assert.notEqual(await page().run(() => getComputedStyle(paragraph()).lineHeight), before);
    await press(page(), "Dark");
    assert.equal(await page().run(() => getComputedStyle(paragraph()).color), "rgb(230, 230, 230)");
    await press(page(), "As the page");
    assert.notEqual(
      await page().run(() => getComputedStyle(paragraph()).color),
      "rgb(230, 230, 230)",
    );
  });

  test("find and show cards in larger letters", async () => {
    await open(page());
    for (let step = 0; step < 5; step++) await press(page(), "Larger letters");
    await page().press("Escape");
    const point = await page().placeOf("هەولێر");
    await page().moveTo({ x: 2, y: 2 });
    await page().moveTo(point);
    await page().until("the card shows", () =>
      reader().shadowRoot?.querySelector('[part~="card"]:popover-open'),
    );
  });

  test("show the article in Latin letters and come back to the place", async () => {
    await open(page());
    await press(page(), "In Latin letters");
    await page().until("the Latin page shows", () => latin());
    const [text, language] = await page().run(() => [latin()?.innerText ?? "", latin()?.lang]);
    assert.match(text, /newroz/i);
    assert.doesNotMatch(text.replace(/.*\n/, ""), /[\u0621-\u06ff]/);
    assert.equal(language, "ckb-Latn");
    await page().press("Escape");
    await page().until("the Latin page is gone", () => !latin());
  });

  test("say how long it takes and how far one is", async () => {
    await open(page());
    assert.match(await page().run(() => panel().innerText), /Reading time: 1 min/);
    await press(page(), "Show how far I have read");
    const isShown = await page().run(
      () => /** @type {any} */ (shadow().querySelector('[part~="progress"]')).offsetWidth > 0,
    );
    assert.ok(isShown);
  });

  test("answer when something is to be taken along", async () => {
    await open(page());
    for (const label of ["Copy a link to the sentence", "Copy a citation of the article"]) {
      await press(page(), label);
      await page().until("it is said", () => /Copied|did not allow/.test(panel().innerText));
    }
  });

  test("break no accessibility rule", async () => {
    await open(page());
    assert.deepEqual(await page().violations(), []);
  });
});

/**
 * Opens the page and the panel.
 * @param {Page} page
 * @param {boolean} isNew whether this reader has chosen nothing yet
 */
async function open(page, isNew = true) {
  await page.open("/variants/reading-aids.html");
  if (isNew) await page.run(() => localStorage.clear());
  if (isNew) await page.open("/variants/reading-aids.html");
  await page.run(() => {
    const reader = () => document.querySelector("sorani-reader");
    const shadow = () => reader()?.shadowRoot;
    const part = (/** @type {string} */ name) => shadow()?.querySelector(`[part~="${name}"]`);
    Object.assign(window, {
      reader,
      shadow,
      panel: () => part("aids-panel"),
      latin: () => part("latin"),
      paragraph: () => document.querySelector("article p"),
    });
  });
  await page.ready();
  await page.until("the aids are there", () => panel());
  await page.run(() => panel().showPopover());
}

/**
 * @param {Page} page
 * @param {string} label
 */
async function press(page, label) {
  await page.run((label) => {
    const button = panel().querySelector(`[aria-label="${label}"]`);
    /** @type {HTMLElement} */ (button).click();
  }, label);
}

// The functions below run in the page, and stand here for the types.

/** @returns {HTMLElement} */
function panel() {
  return /** @type {any} */ (window).panel();
}

/** @returns {HTMLElement | null} */
function latin() {
  return /** @type {any} */ (window).latin();
}

/** @returns {HTMLElement} */
function reader() {
  return /** @type {any} */ (window).reader();
}

/** @returns {ShadowRoot} */
function shadow() {
  return /** @type {any} */ (window).shadow();
}

/** @returns {HTMLElement} */
function paragraph() {
  return /** @type {any} */ (window).paragraph();
}

/** The article's markup and the size of its letters. @returns {[string, number]} */
function look() {
  const article = /** @type {HTMLElement} */ (document.querySelector("sorani-reader"));
  const paragraph = /** @type {Element} */ (document.querySelector("article p"));
  return [article.innerHTML, parseFloat(getComputedStyle(paragraph).fontSize)];
}
