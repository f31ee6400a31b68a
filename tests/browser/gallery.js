// Photographs the widget for the docs, in the first engine that is there: `make screenshots`.
import { readdirSync, writeFileSync } from "node:fs";
import { openBrowser } from "./driver.js";
import { engines } from "./engines.js";
import { Page } from "./page.js";
import { startServer } from "./server.js";

const FOLDER = new URL("../../target/screenshots/", import.meta.url);
const DESK = /** @type {const} */ ([1280, 860]);
const PHONE = /** @type {const} */ ([390, 780]);

/**
 * What each picture shows, and how to get there.
 *
 * @typedef {object} Picture
 * @property {string} title
 * @property {readonly [number, number]} size of the window
 * @property {string} path
 * @property {(page: Page) => Promise<unknown>} [act]
 */

/** @type {Record<string, Picture>} */
const PICTURES = {
  article: { title: "An article, its names marked", size: DESK, path: "/" },
  find: { title: "A word found in all its forms", size: DESK, path: "/", act: find },
  card: { title: "Who a name is", size: DESK, path: "/", act: hover },
  names: {
    title: "Everything that the article names",
    size: DESK,
    path: "/",
    act: (page) => call(page, "openEntities"),
  },
  "phone-find": { title: "The find bar on a phone", size: PHONE, path: "/", act: find },
  english: {
    title: "The interface in English",
    size: DESK,
    path: "/variants/language.html",
    act: find,
  },
  looks: {
    title: "Colours of the publisher's own",
    size: DESK,
    path: "/variants/looks.html",
    act: find,
  },
};

const engine = engines().find(({ missing }) => missing.length === 0);
if (engine === undefined) throw new Error("no browser engine was found; install Chromium");
const server = await startServer();
const browser = await openBrowser(engine, "mouse");
try {
  const page = new Page(engine.name, browser.driver, server);
  for (const [name, picture] of Object.entries(PICTURES)) await photograph(page, name, picture);
} finally {
  await browser.close();
  await server.close();
}
writeFileSync(new URL("index.html", FOLDER), indexOf(engine.name));
console.log(`screenshots: target/screenshots/index.html shows ${Object.keys(PICTURES).length}`);

/**
 * @param {Page} page
 * @param {string} name
 * @param {Picture} picture
 */
async function photograph(page, name, { size, path, act }) {
  await page.resize(...size);
  await page.open(path);
  await page.ready();
  await act?.(page);
  await page.screenshot(`gallery-${name}`);
}

/** @param {Page} page */
async function find(page) {
  await page.press("/");
  await page.until(
    "the find bar has the cursor",
    () => document.querySelector("sorani-reader")?.shadowRoot?.activeElement,
  );
  await page.type(await page.run(() => (location.pathname === "/" ? "ئەمریکا" : "نەورۆز")));
}

/** @param {Page} page */
async function hover(page) {
  await page.moveTo({ x: 2, y: 2 });
  await page.moveTo(await page.placeOf("مستەفا کازمی"));
  await page.until("the card shows", () =>
    document
      .querySelector("sorani-reader")
      ?.shadowRoot?.querySelector('[part~="card"]:popover-open'),
  );
}

/**
 * @param {Page} page
 * @param {string} method
 */
function call(page, method) {
  return page.run(
    (method) => /** @type {any} */ (document.querySelector("sorani-reader"))[method](),
    method,
  );
}

/** @param {string} engine */
function indexOf(engine) {
  const there = new Set(readdirSync(FOLDER));
  const figures = Object.entries(PICTURES)
    .map(([name, { title }]) => ({ file: `gallery-${name}-${engine}.png`, title }))
    .filter(({ file }) => there.has(file))
    .map(
      ({ file, title }) =>
        `<figure><img src="${file}" alt=""><figcaption>${title}</figcaption></figure>`,
    );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>sorani-reader: gallery</title>
<style>body { font: 1rem/1.6 sans-serif; margin: 2rem } img { max-width: 100%; border: 1px solid #ccc }</style>
</head><body><h1>sorani-reader: gallery</h1>
${figures.join("\n")}
</body></html>
`;
}
