// The find bar as a reader uses it: typing, stepping, chips and modes, leaving.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  arabic,
  ask,
  CHIP,
  COUNT,
  click,
  FIND_BAR,
  get,
  hasCursor,
  isThere,
  NOTE,
  openBar,
  openPage,
  textOf,
} from "./find-acts.js";
import { AT_THE_TOP, GIANT, LEFT_TO_RIGHT, LONG, RICH } from "./find-pages.js";
import { eachEngine } from "./spec.js";

eachEngine("find bar", (page) => {
  test("counts in the page's digits, and steps by Enter, Shift+Enter, F3 and Shift+F3", async () => {
    await openPage(page(), LONG);
    await openBar(page(), "هەولێر");
    assert.equal(await page().run(textOf, COUNT), `${arabic(1)} لە ${arabic(12)}`);
    for (const [key, position] of /** @type {const} */ ([
      ["Enter", 2],
      ["F3", 3],
      ["Shift+F3", 2],
      ["Shift+Enter", 1],
    ])) {
      await page().press(key);
      assert.equal(await page().run(textOf, COUNT), `${arabic(position)} لە ${arabic(12)}`, key);
    }
  });

  test("says that it wrapped, at either end", async () => {
    await openPage(page(), LONG);
    await openBar(page(), "هەولێر");
    await page().press("Shift+Enter");
    assert.equal(await page().run(textOf, COUNT), `${arabic(12)} لە ${arabic(12)}`);
    assert.equal(await page().run(textOf, NOTE), "لە کۆتاییەوە دەستی پێکردەوە");
    await page().press("Enter");
    assert.equal(await page().run(textOf, NOTE), "لە سەرەتاوە دەستی پێکردەوە");
    await page().press("Enter");
    assert.equal(await page().run(textOf, NOTE), "");
  });

  test("Esc gives the focus and the scroll position back, the query stays for the next time", async () => {
    await openPage(page(), LONG);
    await page().run(() => {
      document.getElementById("outside")?.focus();
      scrollTo(0, 700);
    });
    await openBar(page(), "هەولێر");
    for (let step = 0; step < 5; step++) await page().press("Enter");
    assert.notEqual(await page().run(() => scrollY), 700);
    await page().press("Escape");
    assert.equal(await page().run(isThere, FIND_BAR), false);
    assert.equal(await page().run(() => scrollY), 700);
    assert.equal(await page().run(() => document.activeElement?.id), "outside");
    assert.equal(await page().run(() => CSS.highlights.get("sorani-match")?.size), 0);
    await page().press("/");
    await page().until("the last query is back", hasQuery, "هەولێر");
    await page().until(
      "it is found again",
      (selector) =>
        !!document.querySelector("sorani-reader")?.shadowRoot?.querySelector(selector)?.textContent,
      COUNT,
    );
  });

  test("takes pasted text at once, and a composed word when it is done", async () => {
    await openPage(page(), LONG);
    await openBar(page(), "");
    const counts = await page().run(composeAndPaste, "هەولێر", COUNT);
    assert.deepEqual(counts, [
      "",
      `${arabic(1)} لە ${arabic(12)}`,
      `${arabic(1)} لە ${arabic(108)}`,
    ]);
  });

  test("does not step on the Enter that ends a composition", async () => {
    await openPage(page(), LONG);
    await openBar(page(), "هەولێر");
    await page().run(() => {
      const field = document.querySelector("sorani-reader")?.shadowRoot?.activeElement;
      for (const init of [{ isComposing: true }, { keyCode: 229 }]) {
        field?.dispatchEvent(
          new KeyboardEvent("keydown", { key: "Enter", bubbles: true, composed: true, ...init }),
        );
      }
    });
    assert.equal(await get(page(), "current"), 0);
  });

  test("finds a word across inline tags as one, in quotes, captions, tables and lists", async () => {
    await openPage(page(), RICH);
    await openBar(page(), "هەولێر");
    assert.equal(await page().run(textOf, COUNT), `${arabic(1)} لە ${arabic(7)}`);
    const found = await ask(page(), "find", "هێزە چەکدارەکان");
    assert.equal(found.total, 1);
    const ranges = await page().run(() =>
      [...(CSS.highlights.get("sorani-match") ?? [])].map((range) => [
        range.startContainer.nodeValue?.slice(range.startOffset),
        range.endContainer.nodeValue?.slice(0, range.endOffset),
      ]),
    );
    assert.deepEqual(ranges, [["هێزە ", "ەکان"]]);
  });

  test("opens what hides a match when it gets there, and tells the page before", async () => {
    await openPage(page(), RICH);
    await page().run(() => {
      /** @type {any} */ (window).told = [];
      addEventListener("beforematch", ({ target }) => {
        /** @type {any} */ (window).told.push(/** @type {Element} */ (target).localName);
      });
    });
    await openBar(page(), "هەولێر");
    assert.equal(await page().run(() => document.querySelector("details")?.open), false);
    for (let step = 0; step < 5; step++) await page().press("Enter");
    assert.equal(await page().run(() => document.querySelector("details")?.open), true);
    await page().press("Enter");
    assert.equal(await page().run(() => document.querySelector("section")?.hidden), false);
    assert.deepEqual(await page().run(() => /** @type {any} */ (window).told), [
      "details",
      "section",
    ]);
    assert.ok(await page().run(isInView, "#hidden"));
    assert.equal(await page().run(textOf, COUNT), `${arabic(7)} لە ${arabic(7)}`);
  });

  test("switches ways of matching off and on by their chips", async () => {
    await openPage(page(), RICH);
    await openBar(page(), "سەرۆک");
    assert.deepEqual(await page().run(chipsShown, CHIP), [
      ["exact", "true", `هەمان نووسین ${arabic(1)}`],
      ["inflected", "true", `شێوەی دیکەی وشە ${arabic(1)}`],
    ]);
    await click(page(), '[data-tier="exact"]');
    assert.equal(await page().run(textOf, COUNT), `${arabic(1)} لە ${arabic(1)}`);
    assert.deepEqual(
      (await get(page(), "matches")).map((/** @type {any} */ { tier }) => tier),
      ["inflected"],
    );
    await click(page(), '[data-tier="inflected"]');
    assert.equal(await page().run(textOf, COUNT), "");
    assert.equal(await page().run(textOf, NOTE), "ئەنجامەکان لابراون");
    await click(page(), '[data-tier="exact"]');
    await click(page(), '[data-tier="inflected"]');
    assert.equal(await page().run(textOf, COUNT), `${arabic(1)} لە ${arabic(2)}`);
  });

  test("counts parts of words apart, and steps through them when asked", async () => {
    await openPage(page(), RICH);
    await openBar(page(), "سەر");
    const [total, parts] = await page().run(litStronglyAndQuietly);
    assert.ok(total > 0 && parts > 0, `${total} and ${parts}`);
    assert.equal(await page().run(textOf, COUNT), `${arabic(1)} لە ${arabic(total)}`);
    await click(page(), '[data-tier="part"]');
    assert.match(await page().run(textOf, COUNT), new RegExp(`لە ${arabic(total + parts)}$`));
    await click(page(), '[data-tier="part"]');
    assert.deepEqual(await page().run(litStronglyAndQuietly), [total, 0]);
    assert.equal(await page().run(textOf, COUNT), `${arabic(1)} لە ${arabic(total)}`);
  });

  test("steps through parts of words where there is nothing better", async () => {
    await openPage(page(), RICH);
    await openBar(page(), "دیمەن");
    const found = await ask(page(), "find", "یمەن");
    assert.deepEqual([found.total, found.parts, found.position], [1, 1, 1]);
  });

  test("searches every form, the whole word, or the letters as typed", async () => {
    await openPage(page(), RICH);
    await openBar(page(), "سەرۆک");
    const totals = [];
    for (const mode of ["word", "exact", "smart"]) {
      await click(page(), `[value="${mode}"]`);
      totals.push(await page().run(textOf, COUNT));
    }
    const [one, two] = [arabic(1), arabic(2)];
    assert.deepEqual(totals, [`${one} لە ${one}`, `${one} لە ${two}`, `${one} لە ${two}`]);
  });

  test("says the count aloud after a pause, and nothing while letters come", async () => {
    await openPage(page(), LONG);
    await page().press("/");
    await page().until("the bar has the cursor", hasCursor, "find-input");
    await page().until("it can speak", isThere, "[role=search] [role=status]");
    await page().run(() => {
      /** @type {any} */ (window).said = [];
      const voice = document
        .querySelector("sorani-reader")
        ?.shadowRoot?.querySelector("[role=search] [role=status]");
      if (!voice) throw new Error("no live region");
      new MutationObserver(() => /** @type {any} */ (window).said.push(voice.textContent)).observe(
        voice,
        {
          childList: true,
        },
      );
    });
    await page().type("هەولێر");
    await page().until("something is said", () => /** @type {any} */ (window).said.length > 0);
    const said = await page().run(() => /** @type {any} */ (window).said);
    assert.equal(said.length, 1);
    assert.match(said[0], new RegExp(`^ئەنجامی ${arabic(1)} لە ${arabic(12)}`));
  });

  test("lights every place; of thousands those around the window, wherever it goes", async () => {
    await openPage(page(), LONG);
    assert.equal((await ask(page(), "find", "هەولێر")).total, 12);
    assert.equal(await page().run(litCount), 12);
    await openPage(page(), GIANT);
    assert.equal((await ask(page(), "find", "هەولێر")).total, 4000);
    await page().until("the most are lit that may be", () => {
      const lit = CSS.highlights.get("sorani-match")?.size ?? 0;
      return lit > 1000 && lit < 3000;
    });
    for (const share of [0.3, 1, 0]) {
      await page().run((share) => scrollTo(0, share * document.body.scrollHeight), share);
      await page().until("what is in the window is lit", hasLitInView);
      assert.ok((await page().run(litCount)) < 3000);
    }
  });

  test("moves nothing and changes nothing in the article", async () => {
    await openPage(page(), LONG);
    const before = await page().run(articleState);
    await openBar(page(), "هەولێر");
    await page().press("Enter");
    await page().press("Escape");
    assert.deepEqual(await page().run(articleState), before);
  });

  test("steps aside from a match that nothing can scroll from under it", async () => {
    await openPage(page(), AT_THE_TOP, 1000);
    for (const word of ["دووەم", "یەکەم"]) {
      await openBar(page(), word);
      await page().until(`${word} can be seen`, isUncovered, word);
      await page().press("Escape");
    }
  });

  test("stays inside the window on a phone and on a page from left to right", async () => {
    for (const [width, html] of /** @type {const} */ ([
      [360, RICH],
      [1000, LEFT_TO_RIGHT],
    ])) {
      await openPage(page(), html, width);
      await openBar(page(), "سەر");
      const box = await page().run(boxOf, FIND_BAR);
      assert.ok(box.left >= 0 && box.right <= width, `${width}: from ${box.left} to ${box.right}`);
      assert.ok(await page().run(() => document.documentElement.scrollWidth <= innerWidth));
      assert.deepEqual(await page().run(overflowing, FIND_BAR), []);
    }
  });
});

// The functions below run in the page.

/** @param {string} id of the word, whether no bar lies over it */
function isUncovered(id) {
  const { x, y, width, height } = /** @type {Element} */ (
    document.getElementById(id)
  ).getBoundingClientRect();
  return document.elementFromPoint(x + width / 2, y + height / 2)?.id === id;
}

/** @param {string} query */
function hasQuery(query) {
  const field = document.querySelector("sorani-reader")?.shadowRoot?.activeElement;
  return field instanceof HTMLInputElement && field.value === query;
}

/**
 * @param {string} word
 * @param {string} selector of the count
 */
async function composeAndPaste(word, selector) {
  const shadow = document.querySelector("sorani-reader")?.shadowRoot;
  const field = /** @type {HTMLInputElement} */ (shadow?.activeElement);
  const count = async () => {
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return shadow?.querySelector(selector)?.textContent;
  };
  field.dispatchEvent(new CompositionEvent("compositionstart"));
  field.value = word;
  field.dispatchEvent(new InputEvent("input", { isComposing: true }));
  const composing = await count();
  field.dispatchEvent(new CompositionEvent("compositionend"));
  const composed = await count();
  field.value = "شارەوە";
  field.dispatchEvent(new InputEvent("input", { inputType: "insertFromPaste" }));
  return [composing, composed, await count()];
}

/** @param {string} selector */
function isInView(selector) {
  const box = document.querySelector(selector)?.getBoundingClientRect();
  return !!box && box.height > 0 && box.top >= 0 && box.bottom <= innerHeight;
}

/** @param {string} selector */
function chipsShown(selector) {
  const chips =
    document.querySelector("sorani-reader")?.shadowRoot?.querySelectorAll(selector) ?? [];
  return [...chips].map((chip) => [
    chip.getAttribute("data-tier"),
    chip.getAttribute("aria-pressed"),
    chip.textContent,
  ]);
}

function litCount() {
  return CSS.highlights.get("sorani-match")?.size ?? 0;
}

function litStronglyAndQuietly() {
  return ["sorani-match", "sorani-match-quiet"].map((name) => CSS.highlights.get(name)?.size ?? 0);
}

function hasLitInView() {
  return [...(CSS.highlights.get("sorani-match") ?? [])].some((lit) => {
    const range = document.createRange();
    range.setStart(lit.startContainer, lit.startOffset);
    const { top } = range.getBoundingClientRect();
    return top > 0 && top < innerHeight;
  });
}

function articleState() {
  const article = document.querySelector("article");
  const places = [...(article?.children ?? [])].map((part) => part.getBoundingClientRect().top);
  return [article?.innerHTML, places, scrollY];
}

/** @param {string} selector */
function boxOf(selector) {
  const element = document.querySelector("sorani-reader")?.shadowRoot?.querySelector(selector);
  if (!element) throw new Error(`the reader has no ${selector}`);
  return element.getBoundingClientRect().toJSON();
}

/**
 * The parts of the bar that reach out of it.
 *
 * @param {string} selector
 */
function overflowing(selector) {
  const bar = document.querySelector("sorani-reader")?.shadowRoot?.querySelector(selector);
  const outer = bar?.getBoundingClientRect() ?? new DOMRect();
  const parts = [...(bar?.querySelectorAll("button, input, label, [part]") ?? [])];
  return parts
    .filter((part) => {
      const { left, right, width } = part.getBoundingClientRect();
      return width > 0 && (left < outer.left || right > outer.right);
    })
    .map((part) => part.outerHTML.slice(0, 80));
}
