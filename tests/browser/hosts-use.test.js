// Pages whose templates are in the way of a reader's hand: what the engine measures in other pixels,
// what does not stay where it is fixed, keys that do not arrive, text that is drawn anew.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { ask, FIND_BAR, get, isThere } from "./find-acts.js";
import { eachEngine } from "./spec.js";

/** @typedef {import("./page.js").Page} Page */

/** Pages in pages/hosts/, each with this name in it. */
const HOSTS = [
  "drawn-again",
  "keys-kept-back",
  "moved-content",
  "page-builder",
  "text-zoom",
  "words-apart",
  "wrapped-fetch",
];
const NAME = "هەولێر";
const CARD = '[part~="card"]:popover-open';

eachEngine("use on host pages", (page) => {
  for (const host of HOSTS) {
    test(`shows a card beside its word, and sends it away, on ${host}`, async () => {
      await page().resize(1000, 700);
      await page().moveTo({ x: 2, y: 2 });
      await page().open(`/pages/hosts/${host}.html`);
      await page().ready();
      const name = await placeOfName(page());
      await page().moveTo(name);
      await page().until("the card shows", isThere, CARD);
      await page().until("the card is beside its word", isBeside, name);
      await page().press("Escape");
      assert.equal(await page().run(isThere, CARD), false);
    });
  }

  test("keeps a card beside its word when the page loads something above it", async () => {
    await page().resize(1000, 700);
    await page().open("/pages/hosts/words-apart.html");
    await page().ready();
    await page().moveTo(await placeOfName(page()));
    await page().until("the card shows", isThere, CARD);
    await page().run(() => {
      const advertisement = document.createElement("div");
      advertisement.style.height = "150px";
      document.body.prepend(advertisement);
    });
    await page().painted();
    const name = await placeOfName(page());
    await page().until("the card is beside its word", isBeside, name);
  });

  // "ResizeObserver loop completed with undelivered notifications", seen in WebKit.
  test("gives the page no error when it shows a card while sizes are told", async () => {
    await page().open("/pages/hosts/words-apart.html");
    await page().ready();
    await page().run(() => {
      const reader = /** @type {any} */ (document.querySelector("sorani-reader"));
      const watching = new ResizeObserver(() => {
        watching.disconnect();
        reader.showEntity(reader.mentions[0].entity);
      });
      watching.observe(reader.querySelector("p"));
    });
    await page().until("the card shows", isThere, CARD);
    await page().painted();
  });

  test("keeps its buttons in the window where nothing fixed stays there", async () => {
    await page().open("/pages/hosts/moved-content.html");
    await page().ready();
    for (const top of [0, 300, 0]) {
      await page().run((top) => scrollTo({ top, behavior: "instant" }), top);
      await page().painted();
      for (const part of ["find-button", "entities-button"]) {
        await page().until(`the ${part} can be pressed`, isOnTop, part);
      }
    }
  });

  // Chromium and WebKit run no module script of such a page.
  test("is imported by a page of XHTML", async () => {
    page().server.answer("/page.xhtml", {
      body: xhtml(readFileSync(new URL("hook.js", import.meta.url), "utf8")),
      headers: { "Content-Type": "application/xhtml+xml; charset=utf-8" },
    });
    await page().open("/page.xhtml");
    await page().ready();
    assert.equal((await ask(page(), "find", "کتێب")).total, 2);
    await ask(page(), "openFind");
    await page().until("the find bar is open", isThere, FIND_BAR);
    assert.equal((await get(page(), "text")).trim(), "دوو کتێب\nکتێبی نوێ");
  });
});

/** @param {Page} page */
async function placeOfName(page) {
  const point = await page.until("the name is drawn", middleOfMention, NAME);
  return /** @type {{x: number, y: number}} */ (point);
}

/** @param {string} hook what collects the problems of the page */
function xhtml(hook) {
  return `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="ckb" dir="rtl">
<head><title>x</title><script><![CDATA[${hook}]]></script>
<script>import("/sorani-reader.js");</script></head>
<body><sorani-reader><p>دوو کتێب<br />کتێبی نوێ</p></sorani-reader></body></html>`;
}

// The functions below run in the page.

/**
 * @param {string} text of a mention
 * @returns {{x: number, y: number} | undefined} a point of the window; nothing while the article is
 *   being drawn anew
 */
function middleOfMention(text) {
  const reader = /** @type {any} */ (document.querySelector("sorani-reader"));
  for (const light of CSS.highlights.get("sorani-entity") ?? []) {
    const range = document.createRange();
    range.setStart(light.startContainer, light.startOffset);
    range.setEnd(light.endContainer, light.endOffset);
    if (!range.toString().startsWith(text)) continue;
    const [line] = range.getClientRects();
    if (!line) return undefined;
    const { x, y, width, height } = line;
    // What WebKit measures, the page's zoom enlarges.
    let zoom = 1;
    let around = "currentCSSZoom" in reader ? null : range.startContainer.parentElement;
    for (; around; around = around.parentElement) zoom *= Number(getComputedStyle(around).zoom);
    return { x: Math.round(zoom * (x + width / 2)), y: Math.round(zoom * (y + height / 2)) };
  }
  throw new Error(`no mention of ${text}`);
}

/**
 * Whether the card is near a point, above it or below, and not over it: by what is hit there.
 *
 * @param {{x: number, y: number}} point
 */
function isBeside({ x, y }) {
  const shadow = document.querySelector("sorani-reader")?.shadowRoot;
  const isCard = (/** @type {number} */ down) =>
    !!shadow?.elementFromPoint(x, y + down)?.closest('[part~="card"]');
  const near = Array.from({ length: 40 }, (_, distance) => distance);
  return !isCard(0) && near.some((distance) => isCard(distance) || isCard(-distance));
}

/** @param {string} part of the reader, whether it is seen and can be pressed */
function isOnTop(part) {
  const shadow = document.querySelector("sorani-reader")?.shadowRoot;
  const button = shadow?.querySelector(`[part~="${part}"]`);
  if (!button) return false;
  const { x, y, width, height } = button.getBoundingClientRect();
  const hit = shadow?.elementFromPoint(x + width / 2, y + height / 2);
  return hit?.closest(`[part~="${part}"]`) === button;
}
