// The page with its engine or its entities taken away: the article stays, and one message says why.
import assert from "node:assert/strict";
import { test } from "node:test";
import { articleText } from "./demo.js";
import { ask, get } from "./find-acts.js";
import { eachEngine } from "./spec.js";

/** @typedef {import("./page.js").Page} Page */
/** @typedef {import("./server.js").Answer} Answer */

eachEngine("failures", (page) => {
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

  for (const [path, use] of /** @type {const} */ ([
    ["/entity-panel.js", pressEntities],
    ["/find-share.js", shareFirst],
    ["/lookup.js", selectSome],
  ])) {
    test(`says that ${path} is missing when it is wanted`, async () => {
      page().server.answer(path, { status: 404 });
      await page().open("/");
      await page().ready();
      await page().run(noteFailures);
      await page().run(use);
      await page().until("the failure is told", hasFailed);
      const events = await page().run(() => /** @type {any} */ (window).failures);
      assertOneFailure({ events, problems: await page().problems() }, "modules", /Publish/);
    });
  }
});

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
  await page.run(noteFailures);
  release();
  await page.run(() =>
    /** @type {any} */ (document.querySelector("sorani-reader")).ready?.catch(() => {}),
  );
  await page.until("the failure is told", hasFailed);
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

// The functions below run in the page.

/** Keeps what the page is told of failures from now on. */
function noteFailures() {
  /** @type {any} */ (window).failures = [];
  addEventListener("sorani-reader-error", (event) => {
    const { part, message } = /** @type {CustomEvent} */ (event).detail;
    /** @type {any} */ (window).failures.push({ part, message });
  });
}

function hasFailed() {
  return /** @type {any} */ (window).failures.length > 0;
}

function pressEntities() {
  const shadow = document.querySelector("sorani-reader")?.shadowRoot;
  shadow?.querySelector(/** @type {"button"} */ ('[part~="entities-button"]'))?.click();
}

async function shareFirst() {
  const reader = /** @type {any} */ (document.querySelector("sorani-reader"));
  await reader.openFind({ query: "ئەمریکا" });
  const button = () => reader.shadowRoot.querySelector('[part~="find-share"]:enabled');
  while (!button()) await new Promise(requestAnimationFrame);
  button().click();
}

function selectSome() {
  const text = document.querySelector("sorani-reader p:not(.byline)")?.firstChild;
  if (text) getSelection()?.setBaseAndExtent(text, 0, text, 4);
}
