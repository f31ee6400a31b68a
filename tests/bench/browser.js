// Prints how fast the widget is in each browser engine, beside mark.js and MiniSearch on the same
// text. `ENGINE=firefox node tests/bench/browser.js` for one engine only. Reads the news that
// `cargo bench --bench text` leaves, and what is in dist/.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { ISOLATED, inEachEngine } from "./engines.js";

/** @import { Page } from "../browser/page.js" */

const SIZES = { "10 KB": 10_000, "100 KB": 100_000, "1 MB": 1_000_000 };
/** Stands in the made news about 22 times in 10 KB; mark.js finds it at the same places. */
const WORD = "کوردستان";
const HALF_TYPED = "کوردس";
const MISSPELT = "کودستان";
const LETTER = "ا";

const require = createRequire(import.meta.url);
const news = readNews();
const template = readFileSync(new URL("pages/article.html", import.meta.url), "utf8");
const scripts = {
  "/measure.js": new URL("pages/measure.js", import.meta.url),
  "/mark.js": require.resolve("mark.js/dist/mark.min.js"),
  "/minisearch.js": require.resolve("minisearch").replace("cjs/index.cjs", "es/index.js"),
};

await inEachEngine(scripts, measureOn);

function readNews() {
  const target = process.env.CARGO_TARGET_DIR ?? "target";
  const file = new URL(`${target}/tmp/news.txt`, new URL("../../", import.meta.url));
  try {
    return readFileSync(file, "utf8");
  } catch {
    console.error(`error: ${file.pathname} is not there. Run 'cargo bench --bench text' first.`);
    process.exit(1);
  }
}

/** @param {Page} page */
async function measureOn(page) {
  /** @type {Record<string, string>[]} */
  const columns = [];
  for (const bytes of Object.values(SIZES)) columns.push(await measureArticle(page, bytes));
  printRow(page.engine, Object.keys(SIZES));
  for (const row of Object.keys(columns[0])) {
    printRow(
      row,
      columns.map((column) => column[row]),
    );
  }
  for (const [row, figures] of Object.entries(await measureLongest(page))) printRow(row, [figures]);
}

/**
 * @param {string} name
 * @param {string[]} cells
 */
function printRow(name, cells) {
  console.log(name.padEnd(54) + cells.map((cell) => cell.padStart(18)).join(""));
}

/**
 * What grows with the article.
 *
 * @param {Page} page
 * @param {number} bytes
 * @returns {Promise<Record<string, string>>}
 */
async function measureArticle(page, bytes) {
  await openArticle(page, bytes);
  const [ours, theirs] = await inPage(page, "indexing");
  const first = await inPage(page, "firstSearch", WORD);
  const marked = await inPage(page, "markKeystroke", WORD);
  await openArticle(page, bytes);
  const typed = await inPage(page, "keystroke", WORD);
  const half = await inPage(page, "keystroke", HALF_TYPED);
  const wrong = await inPage(page, "keystroke", MISSPELT);
  return {
    "text in to index ready, ms: ours / MiniSearch": pair(ours, theirs),
    "first search of a text, engine alone, ms": show(first),
    "keystroke to highlights, ms: ours / mark.js": pair(typed.time, marked.time),
    "  until the bar has told and the page is laid out, ms": show(typed.told),
    "  hits: ours + parts of words / mark.js": `${typed.total}+${typed.parts} / ${marked.hits}`,
    [`  half a word (${half.tiers}), ms`]: show(half.time),
    [`  a misspelt word (${wrong.tiers}), ms`]: show(wrong.time),
    "next match, ms": show(await inPage(page, "nextMatch", WORD)),
  };
}

/**
 * What is measured on the longest article only.
 *
 * @param {Page} page
 * @returns {Promise<Record<string, string>>}
 */
async function measureLongest(page) {
  await openArticle(page, SIZES["1 MB"]);
  const heap = await inPage(page, "memory", WORD);
  const letter = await inPage(page, "oneLetter", LETTER);
  /** @type {Record<string, string>} */
  const rows = {
    "memory for a byte of text: first / each further document": pair(heap.first, heap.further),
    [`query of one letter, ${letter.hits} hits, ms / longest frame`]: pair(letter.time, letter.gap),
  };
  await openArticle(page, SIZES["1 MB"]);
  const none = await inPage(page, "scrollUnlit");
  await openArticle(page, SIZES["1 MB"]);
  const ours = await inPage(page, "scrollOurs", WORD);
  await openArticle(page, SIZES["1 MB"]);
  const all = await inPage(page, "scrollAll", WORD);
  rows[`scroll frame, ${ours.total} hits, ms: none lit / ours / all`] = [none, ours.time, all]
    .map(show)
    .join(" / ");
  if (page.engine === "chromium") {
    const shift = await inPage(page, "layoutShift", WORD);
    rows["layout shift while finding: ours / mark.js"] =
      `${shift.ours.toFixed(4)} / ${shift.theirs.toFixed(4)}`;
  }
  return rows;
}

/**
 * Opens a page with so much news in its article.
 *
 * @param {Page} page
 * @param {number} bytes
 */
async function openArticle(page, bytes) {
  const text = beginning(news, bytes);
  const paragraphs = text.split("\n").map((line) => `<p>${line}</p>`);
  const body = template.replace(/(?<=<article[^>]*>)/, paragraphs.join("\n"));
  page.server.answer("/bench.html", { body, headers: ISOLATED });
  page.server.answer("/news.txt", { body: text });
  await page.open("/bench.html");
  await page.until("the modules are there", () => "bench" in window);
}

/**
 * The first paragraphs of a text.
 *
 * @param {string} text
 * @param {number} bytes in UTF-8, which the paragraphs together just stay below
 */
function beginning(text, bytes) {
  const cut = Buffer.from(text).subarray(0, bytes).toString();
  return cut.slice(0, cut.lastIndexOf("\n"));
}

/**
 * Calls one of the measurements in pages/measure.js.
 *
 * @param {Page} page
 * @param {string} name
 * @param {string} [query]
 * @returns {Promise<any>} what it gives there
 */
function inPage(page, name, query) {
  return page.run(
    (/** @type {string} */ name, /** @type {string | undefined} */ query) =>
      /** @type {any} */ (window).bench[name](query),
    name,
    query,
  );
}

/**
 * @param {number | null} ours
 * @param {number | null} theirs
 */
function pair(ours, theirs) {
  return `${show(ours)} / ${show(theirs)}`;
}

/** @param {number | null} figure nothing for what took too long to be measured */
function show(figure) {
  if (figure === null) return "> 1500";
  return figure < 10 ? figure.toFixed(2) : figure.toFixed(0);
}
