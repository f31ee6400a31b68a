// A small article with entities of its own, and what a person sees and does with their cards. For the
// specs card-*.test.js.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** @typedef {import("./page.js").Page} Page */
/** @typedef {{left: number, top: number, right: number, bottom: number}} Box */
/** @typedef {{x: number, y: number}} Point */

const CLI = fileURLToPath(new URL("../../target/release/sorani-reader", import.meta.url));

export const CARD = '[part~="card"]:popover-open';
export const CARD_NAME = `${CARD} [part~="card-name"]`;
/** A place of the window where there is no name. */
export const NOWHERE = { x: 3, y: 3 };

/** Milliseconds, as the interface promises them; and a margin for a busy machine. */
export const TIMES = { prefetch: 150, cold: 500, warm: 150, hide: 300, skeleton: 200, slack: 250 };

const ALAN = {
  "@id": "ex:alan",
  "@type": "Person",
  name: { ckb: "ئالان هیوا", en: "Alan Hiwa" },
  alternateName: ["ئالان"],
  disambiguatingDescription: { ckb: "نووسەرێکی سلێمانی", en: "writer from Sulaymaniyah" },
  description: {
    ckb: "نووسەر و وەرگێڕێکە کە چەند ڕۆمانێکی نووسیوە و لە زانکۆ وانەی وتووەتەوە.",
    en: "A writer and translator who has published several novels and taught at university.",
  },
  birthDate: "1974-05-09",
  hasOccupation: [
    { "@type": "Role", roleName: "سەرنووسەر", startDate: "2010", endDate: "2014-06" },
  ],
  image: { url: "/portrait.svg", width: 160, height: 200, caption: "وێنەی ئالان هیوا" },
  url: "https://example.org/alan",
};
const RIVER = {
  "@id": "ex:river",
  "@type": "RiverBodyOfWater",
  name: "سیروان",
  disambiguatingDescription: "ڕووبارێک لە ڕۆژهەڵات",
  description: "ڕووبارێکە کە لە چیاکانەوە دێت و بەرەو باشوور دەڕوات و دەڕژێتە دیجلە.",
};
const TOWN = {
  "@id": "ex:town",
  "@type": "City",
  name: "سیروان",
  disambiguatingDescription: "شارۆچکەیەکی نزیک هەڵەبجە",
  description: "شارۆچکەیەکە لە پارێزگای هەڵەبجە، خەڵکەکەی زۆربەیان جووتیارن.",
};
const THIN = { "@id": "ex:thin", "@type": "Organization", name: "کۆمەڵەی پەپوولە" };
const HOSTILE = {
  "@id": "ex:hostile",
  "@type": "Organization",
  name: "دەزگای گەردوون",
  description:
    '<img src=x onerror="document.title=1"><b>دەقێک</b> کە نابێت ببێت بە نیشانە لە پەڕەدا.',
  url: "javascript:document.title=1",
  image: "javascript:document.title=1",
};
export const ENTITIES = [ALAN, RIVER, TOWN, THIN, HOSTILE];

export const PORTRAIT = `<svg xmlns="http://www.w3.org/2000/svg" width="160" height="200">
<rect width="160" height="200" fill="#9ab"/></svg>`;

export const ARTICLE = `<article lang="ckb" dir="rtl">
<p>دوێنێ ئالان هیوا لە سیروان بوو.</p>
<p>کۆمەڵەی پەپوولە و دەزگای گەردوون لەوێ بوون.</p>
<p>پاشان لە سیروانەوە هاتن، <a href="#">هەواڵی ئالان</a> گەیشت.</p>
</article>`;

/**
 * A page around an article.
 *
 * @param {{article?: string, attributes?: string, style?: string, html?: string, before?: string,
 *   after?: string}} [options]
 */
export function pageOf({
  article = ARTICLE,
  attributes = "",
  style = "",
  html = 'lang="ckb" dir="rtl"',
  before = "",
  after = "",
} = {}) {
  return `<!doctype html><html ${html}><head><meta charset="utf-8"><title>x</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<script type="module" src="/sorani-reader.js"></script>
<style>body { margin: 2rem; font: 20px/2 serif } ${style}</style></head><body><main><h1>بابەتێک</h1>${before}
<sorani-reader entities="/cards.pack" ${attributes}>${article}</sorani-reader>${after}</main></body></html>`;
}

/** @type {Map<string, {pack: Buffer, names?: Buffer, records: Map<string, Buffer>}>} */
const built = new Map();

/**
 * Serves a page with its pack, opens it and waits for the reader.
 *
 * @param {Page} page
 * @param {Parameters<typeof pageOf>[0] & {entities?: object[], large?: true, width?: number,
 *   height?: number, path?: string}} [options] `large` puts the records into files of their own
 */
export async function openCards(page, options = {}) {
  const { width = 1000, height = 700 } = options;
  await serveCards(page, options);
  await page.resize(width, height);
  await page.moveTo(NOWHERE);
  await page.open("/cards.html");
  await page.ready();
  page.server.requests.length = 0;
}

/**
 * @param {Page} page
 * @param {Parameters<typeof openCards>[1]} [options]
 */
export async function serveCards(page, options = {}) {
  const { pack, names, records } = buildPack(options.entities ?? ENTITIES, options.large ?? false);
  page.server.answer("/cards.html", { body: pageOf(options) });
  page.server.answer("/cards.pack", { body: pack });
  if (names) page.server.answer("/cards.pack.names", { body: names });
  page.server.answer("/portrait.svg", { body: PORTRAIT });
  for (const [name, body] of records) page.server.answer(`/cards.pack.records/${name}`, { body });
}

/**
 * @param {readonly object[]} entities
 * @param {boolean} isLarge
 */
export function buildPack(entities, isLarge) {
  const lines = entities.map((entity) => JSON.stringify(entity)).join("\n");
  const key = `${isLarge} ${lines}`;
  const made = built.get(key) ?? runCli(lines, isLarge);
  built.set(key, made);
  return made;
}

/**
 * @param {string} lines
 * @param {boolean} isLarge
 */
function runCli(lines, isLarge) {
  const folder = mkdtempSync(join(tmpdir(), "sorani-reader-"));
  try {
    const [source, pack] = [join(folder, "e.jsonl"), join(folder, "cards.pack")];
    writeFileSync(source, lines);
    const split = isLarge ? ["--split", "1"] : [];
    execFileSync(CLI, ["pack", "build", source, "-o", pack, ...split], { stdio: "pipe" });
    const beside = isLarge ? readdirSync(`${pack}.records`) : [];
    const files = beside.map((name) => [name, readFileSync(join(`${pack}.records`, name))]);
    return {
      pack: readFileSync(pack),
      names: isLarge ? readFileSync(`${pack}.names`) : undefined,
      records: new Map(/** @type {any} */ (files)),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @param {Page} page */
export async function cardShows(page) {
  await page.until("the card shows", isThere, CARD);
}

/** @param {Page} page */
export async function cardIsGone(page) {
  await page.until("the card is gone", isGone, CARD);
}

/**
 * @param {Page} page
 * @returns {Promise<boolean>}
 */
export function isCardOpen(page) {
  return page.run(isThere, CARD);
}

/**
 * Opens the card of a name with the mouse.
 *
 * @param {Page} page
 * @param {string} word
 * @param {number} [nth]
 * @returns {Promise<Point>} where the mouse is
 */
export async function point(page, word, nth = 0) {
  await page.moveTo(NOWHERE);
  const place = await page.placeOf(word, nth);
  await page.moveTo(place);
  await cardShows(page);
  return place;
}

/**
 * @param {Page} page
 * @param {string} selector in the reader's shadow tree
 * @returns {Promise<string>} "" if there is no such element
 */
export function textIn(page, selector) {
  return page.run(
    (selector) =>
      document.querySelector("sorani-reader")?.shadowRoot?.querySelector(selector)?.textContent ??
      "",
    selector,
  );
}

/**
 * @param {Page} page
 * @param {string} selector in the reader's shadow tree
 * @returns {Promise<Box>}
 */
export function boxIn(page, selector) {
  return page.run((selector) => {
    const element = document.querySelector("sorani-reader")?.shadowRoot?.querySelector(selector);
    if (!element) throw new Error(`the reader has no ${selector}`);
    return element.getBoundingClientRect().toJSON();
  }, selector);
}

/**
 * The middle of a control of the reader.
 *
 * @param {Page} page
 * @param {string} selector
 * @returns {Promise<Point>}
 */
export async function middleOf(page, selector) {
  const { left, top, right, bottom } = await boxIn(page, selector);
  return { x: Math.round((left + right) / 2), y: Math.round((top + bottom) / 2) };
}

/**
 * An element of the reader's shadow tree, for what the driver knows of the accessibility tree.
 *
 * @param {Page} page
 * @param {string} selector
 * @returns {Promise<import("selenium-webdriver").WebElement>}
 */
export function elementIn(page, selector) {
  return /** @type {Promise<any>} */ (
    page.driver.executeScript(
      (/** @type {string} */ selector) =>
        document.querySelector("sorani-reader")?.shadowRoot?.querySelector(selector),
      selector,
    )
  );
}

/**
 * The part that has the focus in the reader, or "" if nothing of it has.
 *
 * @param {Page} page
 * @returns {Promise<string>}
 */
export function focusedPart(page) {
  return page.run(
    () =>
      document.querySelector("sorani-reader")?.shadowRoot?.activeElement?.getAttribute("part") ??
      "",
  );
}

/**
 * Notes when the reader shows and hides cards, from now on, on the page's clock.
 *
 * @param {Page} page
 */
export async function watchCards(page) {
  await page.run(() => {
    const seen = /** @type {any} */ (window);
    seen.cardEvents = [];
    for (const kind of ["show", "hide"]) {
      addEventListener(`sorani-reader-entity-${kind}`, (event) => {
        const { entity } = /** @type {CustomEvent} */ (event).detail;
        seen.cardEvents.push({ kind, entity, at: performance.now() });
      });
    }
    addEventListener(
      "pointermove",
      ({ clientX, clientY }) => {
        const place = `${clientX} ${clientY}`;
        // Firefox repeats the last move where it stands.
        if (place !== seen.lastPlace) seen.lastMove = performance.now();
        seen.lastPlace = place;
      },
      true,
    );
  });
}

/**
 * @param {Page} page
 * @returns {Promise<{kind: string, entity: string, at: number}[]>}
 */
export function cardEvents(page) {
  return page.run(() => /** @type {any} */ (window).cardEvents);
}

/**
 * Waits until what appears has appeared: half-way colours have too little contrast.
 *
 * @param {Page} page
 */
export async function settled(page) {
  await page.until(
    "nothing moves",
    (card) => {
      const shadow = document.querySelector("sorani-reader")?.shadowRoot;
      return shadow?.querySelector(card)?.getAnimations().length === 0;
    },
    CARD,
  );
}

/** @param {number} time in milliseconds: the timing under test, nothing else */
export function pass(time) {
  return new Promise((resolve) => setTimeout(resolve, time));
}

// These run in the page.

/** @param {string} selector in the reader's shadow tree */
function isThere(selector) {
  return !!document.querySelector("sorani-reader")?.shadowRoot?.querySelector(selector);
}

/** @param {string} selector */
function isGone(selector) {
  return !document.querySelector("sorani-reader")?.shadowRoot?.querySelector(selector);
}
