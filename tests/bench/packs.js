// Prints how fast packs of many labels are loaded and matched in each browser engine.
// `ENGINE=firefox node tests/bench/packs.js` for one engine only. Reads the packs that
// `cargo bench --bench entities` leaves, and what is in dist/.
import { existsSync } from "node:fs";
import { inEachEngine } from "./engines.js";

/** @import { Page } from "../browser/page.js" */

const LABELS = [1_000, 100_000, 1_000_000];
const root = new URL("../../", import.meta.url);
const folder = new URL(`${process.env.CARGO_TARGET_DIR ?? "target"}/tmp/`, root);
const files = {
  "/packs.html": new URL("pages/packs.html", import.meta.url),
  "/packs-measure.js": new URL("pages/packs-measure.js", import.meta.url),
  "/story.txt": new URL("seeds/000_fd8a1b6014ca0d5e.txt", root),
  ...Object.fromEntries(
    LABELS.map((count) => [packOf(count), new URL(`.${packOf(count)}`, folder)]),
  ),
};

const missing = Object.values(files).find((file) => !existsSync(file));
if (missing) {
  console.error(
    `error: ${missing.pathname} is not there. Run 'cargo bench --bench entities' first.`,
  );
  process.exit(1);
}
await inEachEngine(files, measureOn);

/** @param {number} labels */
function packOf(labels) {
  return `/labels-${labels}.pack`;
}

/** @param {Page} page */
async function measureOn(page) {
  await page.open("/packs.html");
  await page.until("the modules are there", () => "packs" in window);
  const addresses = LABELS.map(packOf);
  const matched = await page.run(
    (/** @type {string} */ story, /** @type {string[]} */ addresses) =>
      /** @type {any} */ (window).packs.matching(story, addresses),
    "/story.txt",
    addresses,
  );
  /** @type {number[]} */
  const loaded = [];
  for (const address of addresses) {
    loaded.push(
      await page.run(
        (/** @type {string} */ address) => /** @type {any} */ (window).packs.loading(address),
        address,
      ),
    );
  }
  printRow(`${page.engine}: labels`, LABELS.map(String));
  printRow("a pack loaded, ms after its bytes are there", loaded.map(show));
  printRow("a story of 790 words matched, ms", matched.map(show));
}

/**
 * @param {string} name
 * @param {string[]} cells
 */
function printRow(name, cells) {
  console.log(name.padEnd(54) + cells.map((cell) => cell.padStart(18)).join(""));
}

/** @param {number} figure */
function show(figure) {
  return figure.toFixed(2);
}
