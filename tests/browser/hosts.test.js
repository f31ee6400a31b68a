// Pages in the manner of real templates: the widget finds in them what the command line finds, and
// leaves everything as it was.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { searchFile, searchPage } from "./command-line.js";
import { eachEngine } from "./spec.js";

/** @typedef {import("./page.js").Page} Page */

/** The pages in pages/hosts/, and what is searched for in each. */
const HOSTS = {
  ads: "کارەبا",
  "amp-like": "پلە",
  "app-shell": "نەخۆش",
  "article-before-reader": "بازرگانی",
  "base-href": "فڕۆکە",
  blogger: "ڕەواندز",
  "content-visibility": "کۆچەر",
  "dark-theme": "ئەستێرە",
  "display-contents": "مۆسیقا",
  "drawn-again": "نمرە",
  drupal: "زانکۆ",
  figures: "مۆزەخانە",
  floats: "ترێ",
  "grid-full-bleed": "پارک",
  "iframe-host": "ترێ",
  interview: "شانۆ",
  joomla: "یاری",
  "keys-kept-back": "زێڕ",
  liveblog: "هەڵبژاردن",
  "ltr-page": "بودجە",
  "moved-content": "ئاو",
  "multi-column": "ڕۆژنامە",
  "narrow-mixed": "تەکنەلۆژیا",
  "old-cms-tables": "نرخ",
  "old-scripts": "ئاوارە",
  "page-builder": "وێنە",
  poem: "مانگ",
  "popup-modal": "یاسا",
  "several-readers": "گەنم",
  "shadow-host": "گەشتیار",
  "slotted-host": "کتێب",
  "soft-hyphens": "نیشتمان",
  "sticky-header": "پڕۆژە",
  tables: "یانە",
  "text-zoom": "قەڵا",
  translated: "پەروەردە",
  "wordpress-block": "هەنار",
  "wordpress-classic": "ڕێگا",
  "words-apart": "کاروان",
  "wrapped-fetch": "باران",
};
/** Where the command line cannot see every article in the page's file, it gets them one by one. */
const IN_PARTS = new Set(["iframe-host", "several-readers", "shadow-host"]);

eachEngine("host pages", (page) => {
  for (const [name, query] of Object.entries(HOSTS)) {
    test(`${name} is searched and stays as it is`, async () => {
      const path = `/pages/hosts/${name}.html`;
      const before = await lookWithoutScript(page(), path);
      await page().open(path);
      await page().until("there are readers", findReaders);
      await page().run(readyAll);
      const [after, boxes] = [await page().run(look), await page().run(measure)];
      assert.deepEqual(boxes, before.boxes);
      const found = await page().run(searchAll, query);
      assert.deepEqual(
        found.map(({ places }) => places),
        await expected(name, query, before.articles),
      );
      assertLit(found, await page().run(readLights));
      await page().run(stepAndClear);
      assert.deepEqual(after, before.articles);
      assert.deepEqual(await page().run(look), before.articles);
      assert.deepEqual(await page().run(layoutShifts), []);
    });
  }
});

/**
 * The same page without the widget.
 * @param {Page} page
 * @param {string} path
 */
async function lookWithoutScript(page, path) {
  page.server.answer("/sorani-reader.js", { body: "" });
  await page.open(path);
  await page.until("there are readers", findReaders);
  const seen = { articles: await page.run(look), boxes: await page.run(measure) };
  page.server.reset();
  return seen;
}

/**
 * @param {string} name
 * @param {string} query
 * @param {{html: string}[]} articles
 */
async function expected(name, query, articles) {
  if (IN_PARTS.has(name)) return articles.map(({ html }) => searchPage(query, html));
  return [searchFile(query, fileURLToPath(new URL(`pages/hosts/${name}.html`, import.meta.url)))];
}

/**
 * What is lit are the matches, all of them.
 * @param {{surfaces: string[]}[]} found
 * @param {{lit: string[], current: string[]}} lights
 */
function assertLit(found, { lit, current }) {
  const surfaces = found.flatMap((reader) => reader.surfaces).sort();
  assert.ok(surfaces.length > 1);
  assert.deepEqual(lit.sort(), surfaces);
  assert.equal(current.length, found.filter((reader) => reader.surfaces.length > 0).length);
}

// The functions below run in the page. The readers are kept in window.__readers, those in shadow
// trees and frames included.

function findReaders() {
  /** @param {Document | ShadowRoot} root @returns {any[]} */
  const readersIn = (root) =>
    [...root.querySelectorAll("*")].flatMap((/** @type {any} */ element) => {
      if (element.localName === "sorani-reader") return [element];
      const inside = element.shadowRoot ?? element.contentDocument;
      return inside ? readersIn(inside) : [];
    });
  const readers = readersIn(document);
  /** @type {any} */ (window).__readers = readers;
  return readers.length;
}

async function readyAll() {
  const { __readers: readers } = /** @type {any} */ (window);
  for (const reader of readers) {
    await reader.ownerDocument.defaultView.customElements.whenDefined("sorani-reader");
    await reader.ready;
  }
}

/** What each article is, to scripts and to somebody who copies it. */
function look() {
  const { __readers: readers } = /** @type {any} */ (window);
  return readers.map((/** @type {HTMLElement} */ reader) => {
    const root = /** @type {Document | ShadowRoot} */ (reader.getRootNode());
    const id = reader.getAttribute("for");
    const article = (id && root.getElementById(id)) || reader;
    const selection = /** @type {Selection} */ (reader.ownerDocument.getSelection());
    selection.selectAllChildren(article);
    const copied = String(selection);
    selection.removeAllRanges();
    return { html: article.innerHTML, text: article.textContent, copied };
  });
}

/** Where everything around the readers stands, to a tenth of a pixel. */
function measure() {
  const { __readers: readers } = /** @type {any} */ (window);
  const roots = new Set(readers.map((/** @type {Node} */ reader) => reader.getRootNode()));
  return [...roots].flatMap((/** @type {any} */ root) =>
    [...root.querySelectorAll("body *, :host > *, p, div, h1")]
      .filter(({ localName }) => localName !== "sorani-reader")
      .map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        const box = [x, y, width, height].map((number) => Math.round(number * 10) / 10);
        return `${element.localName} ${box}`;
      }),
  );
}

/** @param {string} query */
async function searchAll(query) {
  const { __readers: readers } = /** @type {any} */ (window);
  const found = [];
  for (const reader of readers) {
    await reader.find(query);
    const places = reader.matches.map((/** @type {any} */ { start, end, tier }) => ({
      start,
      end,
      tier,
    }));
    const surfaces = places.map((/** @type {any} */ { start, end }) =>
      reader.text.slice(start, end),
    );
    found.push({ places, surfaces });
  }
  return found;
}

/** The texts that are lit as matches, and as the ones that the readers are at. */
function readLights() {
  const [reader] = /** @type {any} */ (window).__readers;
  const { CSS } = reader.ownerDocument.defaultView;
  /** @param {string} name @returns {string[]} */
  const textsOf = (name) =>
    [...(CSS.highlights.get(name) ?? [])].map((light) => {
      const range = document.createRange();
      range.setStart(light.startContainer, light.startOffset);
      range.setEnd(light.endContainer, light.endOffset);
      return range.toString();
    });
  return {
    lit: [...textsOf("sorani-match"), ...textsOf("sorani-match-quiet")],
    current: textsOf("sorani-match-current"),
  };
}

async function stepAndClear() {
  const { __readers: readers } = /** @type {any} */ (window);
  for (const reader of readers) {
    await reader.next();
    reader.clear();
    await reader.openFind();
    reader.closeFind();
  }
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}

/** What has moved by itself; nothing in engines that do not tell. */
function layoutShifts() {
  if (!PerformanceObserver.supportedEntryTypes.includes("layout-shift")) return [];
  const observer = new PerformanceObserver(() => {});
  observer.observe({ type: "layout-shift", buffered: true });
  const shifts = /** @type {any[]} */ (observer.takeRecords());
  return shifts.flatMap(({ value, sources }) =>
    sources.map((/** @type {any} */ { node, previousRect: from, currentRect: to }) => {
      const [x, y] = [to.x - from.x, to.y - from.y];
      return `${value}: ${node?.nodeName} ${node?.textContent.slice(0, 20)} by ${x}, ${y}`;
    }),
  );
}
