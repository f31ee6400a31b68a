// The demo page, used as a reader uses it: search, step, names and their cards, Esc; and the page
// with its engine or its entities taken away.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { eachEngine, eachTouchEngine } from "./spec.js";

/** @typedef {import("./page.js").Page} Page */
/** @typedef {import("./server.js").Answer} Answer */

const CLI = fileURLToPath(new URL("../../target/release/sorani-reader", import.meta.url));
const DEMO = fileURLToPath(new URL("../../dist/index.html", import.meta.url));
const PACK = fileURLToPath(new URL("../../dist/entities.pack", import.meta.url));
const SEED = fileURLToPath(new URL("../../seeds/000_fd8a1b6014ca0d5e.txt", import.meta.url));

/** Longer than any card takes to come or to go. */
const CARD_MS = 900;

const FIND_BAR = '[part~="find-bar"]:popover-open';
const COUNT = '[part~="find-count"]';
const CARD = '[part~="card"]:popover-open';
const CARD_NAME = '[part~="card-name"]';

/** What a reader points at, which of its places on the page that is, and whose card shows. */
const NAMES = /** @type {const} */ ([
  ["مستەفا کازمی", 0, "مستەفا کازمی"],
  ["کازمی", 1, "مستەفا کازمی"],
  ["ئێرانەوە", 0, "ئێران"],
  ["حەشدی شەعبی", 0, "حەشدی شەعبی"],
  ["فڕۆکەخانەی نێودەوڵەتیی بەغدا", 0, "فڕۆکەخانەی نێودەوڵەتیی بەغدا"],
]);

/** Markup as it is met: what is left out, what parts blocks, what joins. */
const MESSY = `<!doctype html><meta charset="utf-8"><title>x</title>
<script type="module" src="/sorani-reader.js"></script>
<sorani-reader>
  <article><h1>سەر<em>دێڕ</em></h1> <!-- نا -->
  <p>لە ئەم<b>ریکا</b>وە &amp; ئەم&shy;ریکا<wbr>دا&nbsp;!<br>دێڕی دوو<br><br></p>
  <p>بێ کۆتایی<p hidden>شاراوە<p hidden="until-found">تا دۆزینەوە<div>قوتوو</div>دوای قوتوو
  <script>"ئەمریکا"</script><style>p { }</style><template>ئەمریکا</template>
  <noscript>ئەمریکا</noscript><nav>ئەمریکا</nav><aside>ئەمریکا</aside>
  <textarea>ئەمریکا</textarea><select><option>ئەمریکا</select>
  <ruby>بنچینە<rp>(</rp><rt>خوێندنەوە</rt></ruby>
  <table><caption>خشتە</caption><tr><th>١<td>٢<tr><td>ئەمریکا</table>
  <ul><li>یەک<li>دوو <i>سێ</i></ul><pre>
  پێش
    دوا</pre><details><summary>زیاتر</summary>😀 ئەمریکا</details>
  <div data-sorani-reader="skip">ئەمریکا</div>
  <p></p><p> </p>کۆتایی</article>
</sorani-reader>`;

/** An article that is a text file. */
const SOURCE = `<!doctype html><meta charset="utf-8"><title>x</title>
<script type="module" src="/sorani-reader.js"></script>
<sorani-reader src="article.txt" headline="سەردێڕ"><a href="article.txt">دەق</a></sorani-reader>`;

eachEngine("first light", (page) => {
  for (const query of ["ئەمریکا", "باڵیۆزخانە", "2020", "کازمی"]) {
    test(`finds ${query} where the command line does`, async () => {
      await openDemo(page());
      const found = await ask(page(), "find", query);
      const expected = searchByCli(query);
      assert.deepEqual(await get(page(), "matches"), expected);
      const quiet = expected.filter(({ tier }) => /^(scattered|part|typo)$/.test(tier)).length;
      assert.equal(found.parts, quiet);
      assert.equal(found.total, expected.length - quiet || quiet);
      assert.ok(found.total > 0);
    });
  }

  test("lights up every form of a word", async () => {
    await openDemo(page());
    await ask(page(), "find", "ئەمریکا");
    const words = await page().run(wordsOfMatches);
    for (const form of ["ئەمریکا", "ئەمریکای", "ئەمریکادا", "ئەمریکاوە"]) {
      assert.ok(words.includes(form), `${form} among ${words}`);
    }
    assert.ok((await page().run(countLit, "sorani-match")) > 0);
  });

  test("is searched by keys: / types, Enter steps and wraps, Esc goes back", async () => {
    await openDemo(page());
    await page().run(() => scrollTo(0, 300));
    await page().press("/");
    await page().until("the find bar has the cursor", hasCursor, "find-input");
    await page().type("ئەمریکا");
    const total = (await get(page(), "matches")).length;
    const start = await get(page(), "current");
    await page().press("Enter");
    await page().press("F3");
    await page().press("Shift+Enter");
    assert.equal(await get(page(), "current"), start + 1);
    assert.equal(await page().run(textOf, COUNT), `${arabic(start + 2)} لە ${arabic(total)}`);
    for (let at = start + 1; at < total; at++) await page().press("Enter");
    assert.equal(await page().run(textOf, COUNT), `${arabic(1)} لە ${arabic(total)}`);
    await page().press("Escape");
    assert.equal(await page().run(isThere, FIND_BAR), false);
    assert.equal(await page().run(countLit, "sorani-match"), 0);
    assert.equal(await page().run(() => scrollY), 300);
  });

  test("brings each match into view", async () => {
    await openDemo(page());
    const { total } = await ask(page(), "find", "ئەمریکا");
    for (let step = 0; step < total; step++) {
      assert.ok(await page().run(currentIsInView), `match ${step + 1}`);
      await ask(page(), "next");
    }
  });

  test("shows who or what a name is, and sends it away with Esc", async () => {
    await openDemo(page());
    const before = await page().run(articleHtml);
    for (const [name, nth, title] of NAMES) {
      await page().moveTo({ x: 2, y: 2 });
      const point = await page().placeOf(name, nth);
      await page().moveTo(point);
      await page().until(`the card of ${name} shows`, isThere, CARD);
      assert.equal(await page().run(textOf, CARD_NAME), title);
      const card = await page().run(boxOf, CARD);
      assert.ok(await page().run(isClearOf, point, card), `the card of ${name} is beside it`);
      if (nth > 0) await page().screenshot("first-light-card");
      await page().press("Escape");
      assert.equal(await page().run(isThere, CARD), false);
      await page().moveTo({ x: point.x + 1, y: point.y });
      await pass(CARD_MS);
      assert.equal(await page().run(isThere, CARD), false, `${name} does not come back`);
    }
    assert.equal(await page().run(articleHtml), before);
  });

  test("keeps a card while the pointer is on it, and lets it go after", async () => {
    await openDemo(page());
    await page().moveTo(await page().placeOf("ئێرانەوە"));
    await page().until("the card shows", isThere, CARD);
    const card = await page().run(boxOf, CARD);
    await page().moveTo({ x: Math.round(card.left + 40), y: Math.round(card.top + 20) });
    await pass(CARD_MS);
    assert.equal(await page().run(isThere, CARD), true);
    await page().moveTo({ x: 2, y: 2 });
    await page().until("the card is gone", isGone, CARD);
  });

  test("opens nothing for a pointer that passes by", async () => {
    await openDemo(page());
    await page().run(() => {
      addEventListener("sorani-reader-entity-show", () => {
        document.title = "a card";
      });
    });
    for (const name of ["مستەفا کازمی", "پۆمپەیۆ", "ئێرانەوە"]) {
      await page().moveTo(await page().placeOf(name));
    }
    await page().moveTo({ x: 2, y: 2 });
    await pass(CARD_MS);
    assert.notEqual(await page().run(() => document.title), "a card");
  });

  test("steps from name to name by keys, into the card and out", async () => {
    await openDemo(page());
    await page().run(() => {
      addEventListener("sorani-reader-entity-show", (event) => {
        document.title = /** @type {CustomEvent} */ (event).detail.entity;
      });
    });
    await page().press("Alt+ArrowDown");
    await page().press("Alt+ArrowDown");
    await page().until("the card shows", isThere, CARD);
    const [, second] = await get(page(), "mentions");
    assert.equal(await page().run(() => document.title), second.entity);
    await page().press("Tab");
    assert.ok(await page().run(holdsFocus, CARD));
    await page().press("Escape");
    assert.equal(await page().run(isThere, CARD), false);
    assert.ok(await page().run(() => document.activeElement === document.body));
  });

  test("knows the names of the article as the command line does", async () => {
    await openDemo(page());
    const mentions = await get(page(), "mentions");
    const places = mentions.map((/** @type {any} */ { start, end, coreEnd, entity }) => ({
      start,
      end,
      coreEnd,
      entity,
    }));
    assert.deepEqual(places, mentionsByCli());
    assert.ok(places.length >= 110);
  });

  test("reads any markup as the command line does", async () => {
    page().server.answer("/messy.html", { body: MESSY });
    await page().open("/messy.html");
    await page().ready();
    assert.equal(await get(page(), "text"), textByCli(MESSY));
    const found = await ask(page(), "find", "ئەمریکا");
    assert.equal(found.total, 4);
  });

  test("renders a text file and keeps its offsets", async () => {
    const file = "یەکەم: ئەمریکا.\r\n\r\n  دووەم لە ئەمریکاوە.\n\nسێیەم\n";
    page().server.answer("/article.txt", { body: `\uFEFF${file}` });
    page().server.answer("/src.html", { body: SOURCE });
    await page().open("/src.html");
    await page().ready();
    assert.equal(await get(page(), "text"), file);
    await ask(page(), "find", "ئەمریکا");
    const [first, second] = await get(page(), "matches");
    assert.equal(first.start, file.indexOf("ئەمریکا"));
    assert.equal(second.start, file.lastIndexOf("ئەمریکا"));
    const shown = await page().run(() =>
      [...document.querySelectorAll("article > *")].map((part) => part.textContent),
    );
    assert.deepEqual(shown, ["سەردێڕ", "یەکەم: ئەمریکا.", "دووەم لە ئەمریکاوە.", "سێیەم"]);
  });

  test("leaves the article as it was", async () => {
    await page().open("/");
    const before = await page().run(articleHtml);
    await page().ready();
    await ask(page(), "find", "ئەمریکا");
    await ask(page(), "next");
    const [{ entity }] = await get(page(), "mentions");
    assert.equal(await ask(page(), "showEntity", entity), true);
    await ask(page(), "hideEntity");
    assert.equal(await page().run(articleHtml), before);
  });

  test("searches again when the article's text changes", async () => {
    await openDemo(page());
    const before = await ask(page(), "find", "ئەمریکا");
    const after = await page().run(totalAfterAppending, "دیسان ئەمریکا");
    assert.equal(after, before.total + 1);
  });

  test("answers the newest of several searches", async () => {
    await page().open("/");
    const [older, newest] = await page().run(async () => {
      await customElements.whenDefined("sorani-reader");
      const reader = /** @type {any} */ (document.querySelector("sorani-reader"));
      return Promise.all([reader.find("عێراق"), reader.find("ئەمریکا")]);
    });
    assert.equal(older.superseded, true);
    assert.equal(older.total, 0);
    assert.equal(newest.total + newest.parts, searchByCli("ئەمریکا").length);
  });

  test("keeps the article when the engine is missing", async () => {
    const problems = await openBroken(page(), "/sorani_reader_bg.wasm", { status: 404 });
    assertOneFailure(problems, "core", /sorani_reader_bg\.wasm.*404.*Publish/);
    const answer = await page().run(() => {
      const reader = /** @type {any} */ (document.querySelector("sorani-reader"));
      return reader.find("ئەمریکا").catch(() => "refused");
    });
    assert.equal(answer, "refused");
  });

  test("keeps the article when the page forbids the engine", async () => {
    page().server.answer("/", { headers: { "Content-Security-Policy": "script-src 'self'" } });
    const problems = await openBroken(page(), "/sorani_reader_bg.wasm", {});
    assertOneFailure(problems, "core", /wasm-unsafe-eval/);
  });

  test("searches without entities when the pack is missing", async () => {
    const problems = await openBroken(page(), "/entities.pack", { status: 404 });
    assertOneFailure(problems, "entities", /entities\.pack.*404/);
    assert.ok((await ask(page(), "find", "ئەمریکا")).total > 0);
  });

  test("searches without entities when the pack is damaged", async () => {
    const problems = await openBroken(page(), "/entities.pack", { bytes: 1000 });
    assertOneFailure(problems, "entities", /entities\.pack/);
    assert.deepEqual(await get(page(), "mentions"), []);
    assert.ok((await ask(page(), "find", "ئەمریکا")).total > 0);
  });

  test("fits a phone", async () => {
    await openDemo(page(), 360, 740);
    await page().press("/");
    await page().until("the find bar has the cursor", hasCursor, "find-input");
    await page().type("هێرش");
    await page().screenshot("first-light-phone");
    const { left, right } = await page().run(boxOf, FIND_BAR);
    assert.ok(left >= 0 && right <= 360, `the find bar is from ${left} to ${right}`);
    assert.ok(await page().run(() => document.documentElement.scrollWidth <= innerWidth));
  });
});

eachTouchEngine("first light", (page) => {
  test("shows a card at a tap, and hides it at the next", async () => {
    await openDemo(page());
    const point = await page().placeOf("ئێرانەوە");
    await page().tap(point);
    await page().until("the card shows", isThere, CARD);
    assert.equal(await page().run(textOf, CARD_NAME), "ئێران");
    await page().tap(point);
    await page().until("the card is gone", isGone, CARD);
  });
});

test("core.js reads a text in Node as the command line does", async () => {
  const { Document, load } = await import(new URL("../../dist/core.js", import.meta.url).href);
  await load();
  const article = new Document(readFileSync(SEED, "utf8"));
  article.usePack(readFileSync(PACK));
  const tokens = article
    .tokens()
    .map((/** @type {any} */ { start, end, kind, surface, fold, stem }) =>
      [start, end, kind, surface, fold, stem].map(String),
    );
  assert.deepEqual(tokens, rowsByCli("tokens", SEED));
  const names = article
    .mentions()
    .map((/** @type {any} */ { start, end, coreEnd, entity }) =>
      [start, end, coreEnd, entity].map(String),
    );
  const expected = rowsByCli("entities", "--pack", PACK, SEED).map((row) => row.slice(0, 4));
  assert.deepEqual(names, expected);
});

/**
 * @param {Page} page
 * @param {number} [width] of the window
 * @param {number} [height]
 */
async function openDemo(page, width = 1280, height = 860) {
  await page.resize(width, height);
  await page.open("/");
  await page.ready();
}

/**
 * Opens the demo with one of its files answered badly, and waits until that has been noticed.
 * @param {Page} page
 * @param {string} path
 * @param {Answer} answer
 * @returns {Promise<{events: any[], problems: string[]}>}
 */
async function openBroken(page, path, answer) {
  /** @type {(value?: unknown) => void} */
  let release = () => {};
  const hold = new Promise((resolve) => {
    release = resolve;
  });
  page.server.answer(path, { ...answer, hold });
  await page.open("/");
  const text = await page.run(articleText);
  await page.run(() => {
    /** @type {any} */ (window).failures = [];
    addEventListener("sorani-reader-error", (event) => {
      const { part, message } = /** @type {CustomEvent} */ (event).detail;
      /** @type {any} */ (window).failures.push({ part, message });
    });
  });
  release();
  await page.run(() =>
    /** @type {any} */ (document.querySelector("sorani-reader")).ready?.catch(() => {}),
  );
  await page.until("the failure is told", () => /** @type {any} */ (window).failures.length > 0);
  assert.equal(await page.run(articleText), text);
  const events = await page.run(() => /** @type {any} */ (window).failures);
  return { events, problems: await page.problems() };
}

/**
 * @param {{events: any[], problems: string[]}} seen
 * @param {string} part
 * @param {RegExp} message
 */
function assertOneFailure({ events, problems }, part, message) {
  assert.deepEqual(
    events.map((event) => event.part),
    [part],
  );
  assert.match(events[0].message, message);
  const lines = problems.filter((problem) => problem.startsWith("console.error"));
  assert.deepEqual(lines, [`console.error: sorani-reader: ${events[0].message}`]);
  assert.deepEqual(
    problems.filter((problem) => /unhandled|^error/.test(problem)),
    [],
  );
}

/**
 * Runs the command line, and gives the columns of its answer without their names.
 * @param {...string} args
 * @returns {string[][]}
 */
function rowsByCli(...args) {
  const [, ...lines] = execFileSync(CLI, args, { encoding: "utf8" }).split("\n");
  return lines.filter((line) => line !== "").map((line) => line.split("\t"));
}

/**
 * The flat text of a page as the command line reads it.
 * @param {string} html
 */
function textByCli(html) {
  const folder = mkdtempSync(join(tmpdir(), "sorani-reader-"));
  const file = join(folder, "page.html");
  writeFileSync(file, html);
  try {
    return execFileSync(CLI, ["text", file], { encoding: "utf8" });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @param {string} query */
function searchByCli(query) {
  return rowsByCli("search", query, "--pack", PACK, DEMO).map(([start, end, tier]) => ({
    start: Number(start),
    end: Number(end),
    tier,
  }));
}

function mentionsByCli() {
  return rowsByCli("entities", "--pack", PACK, DEMO).map(([start, end, coreEnd, entity]) => ({
    start: Number(start),
    end: Number(end),
    coreEnd: Number(coreEnd),
    entity,
  }));
}

/**
 * Calls a method of the reader.
 * @param {Page} page
 * @param {string} method
 * @param {...unknown} values
 * @returns {Promise<any>}
 */
function ask(page, method, ...values) {
  return page.run(
    (method, values) =>
      /** @type {any} */ (document.querySelector("sorani-reader"))[method](...values),
    method,
    values,
  );
}

/**
 * @param {Page} page
 * @param {string} property of the reader
 * @returns {Promise<any>}
 */
function get(page, property) {
  return page.run(
    (property) => /** @type {any} */ (document.querySelector("sorani-reader"))[property],
    property,
  );
}

/**
 * @param {number} number
 * @returns {string} in Arabic digits
 */
function arabic(number) {
  return String(number).replace(/\d/g, (digit) => "٠١٢٣٤٥٦٧٨٩"[Number(digit)]);
}

/** @param {number} time in milliseconds */
function pass(time) {
  return new Promise((resolve) => setTimeout(resolve, time));
}

// The functions below run in the page.

/** @param {string} selector in the reader's shadow tree */
function isThere(selector) {
  return !!document.querySelector("sorani-reader")?.shadowRoot?.querySelector(selector);
}

/**
 * Whether one of these parts has the focus, whatever the window has.
 * @param {string} parts
 */
function hasCursor(parts) {
  const focused = document.querySelector("sorani-reader")?.shadowRoot?.activeElement;
  return parts.split(" ").some((part) => focused?.part.contains(part));
}

/** @param {string} selector */
function holdsFocus(selector) {
  const focused = document.querySelector("sorani-reader")?.shadowRoot?.activeElement;
  return !!focused?.closest(selector);
}

/** @param {string} selector */
function isGone(selector) {
  return !document.querySelector("sorani-reader")?.shadowRoot?.querySelector(selector);
}

/** @param {string} selector */
function textOf(selector) {
  return document.querySelector("sorani-reader")?.shadowRoot?.querySelector(selector)?.textContent;
}

/**
 * @param {string} selector
 * @returns {{left: number, top: number, right: number, bottom: number}}
 */
function boxOf(selector) {
  const element = document.querySelector("sorani-reader")?.shadowRoot?.querySelector(selector);
  if (!element) throw new Error(`the reader has no ${selector}`);
  return element.getBoundingClientRect().toJSON();
}

function articleHtml() {
  return document.querySelector("sorani-reader")?.innerHTML;
}

function articleText() {
  return /** @type {HTMLElement} */ (document.querySelector("sorani-reader")).innerText;
}

/** @param {string} name of a highlight */
function countLit(name) {
  return CSS.highlights.get(name)?.size ?? 0;
}

/** The whole words that the matches stand in. */
function wordsOfMatches() {
  const { matches, text } = /** @type {any} */ (document.querySelector("sorani-reader"));
  const words = matches.map((/** @type {{start: number}} */ { start }) => {
    return /^[\p{L}\p{M}]*/u.exec(text.slice(start))?.[0];
  });
  return [...new Set(words)];
}

function currentIsInView() {
  const [current] = CSS.highlights.get("sorani-match-current") ?? [];
  const range = document.createRange();
  range.setStart(current.startContainer, current.startOffset);
  range.setEnd(current.endContainer, current.endOffset);
  const { top, bottom } = range.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}

/**
 * Whether the card is inside the window and not over a point.
 * @param {{x: number, y: number}} point
 * @param {{left: number, top: number, right: number, bottom: number}} card
 */
function isClearOf({ x, y }, { left, top, right, bottom }) {
  const covers = left <= x && x <= right && top <= y && y <= bottom;
  return !covers && left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
}

/**
 * Adds text at the end of the article, and gives the total of the search that follows.
 * @param {string} text
 */
function totalAfterAppending(text) {
  const reader = document.querySelector("sorani-reader");
  const told = new Promise((resolve) => {
    reader?.addEventListener("sorani-reader-find", (event) => {
      resolve(/** @type {CustomEvent} */ (event).detail.total);
    });
  });
  reader?.querySelector("article")?.append(text);
  return told;
}
