// What becomes of an article while its page lives: nothing is loaded before it is wanted, the text
// changes, more of it arrives, a file fails or is slow.
import assert from "node:assert/strict";
import { test } from "node:test";
import { eachEngine } from "./spec.js";

/** @typedef {import("./page.js").Page} Page */

const SCRIPT = '<script type="module" src="/sorani-reader.js"></script>';

/** An article far below the window. */
const FAR = pageOf(`<div style="height: 6000px">هەواڵی دیکە</div>
  <sorani-reader><article><p>باران لە هەولێر دەبارێت.</p></article></sorani-reader>`);
const TWO = pageOf(`
  <sorani-reader id="one"><p>ئاوی زێ زۆر بووە.</p></sorani-reader>
  <sorani-reader id="two" for="story"></sorani-reader>
  <article id="story"><p>لە دوکان ئاو کەم بووە.</p></article>`);
const PLAIN = pageOf("<sorani-reader><article><p>کتێب و کتێبەکان.</p></article></sorani-reader>");

/** What a search needs, in the order of loading. */
const FILES = ["/sorani-reader.js", "/element.js", "/core.js", "/sorani_reader_bg.wasm"];

eachEngine("life on a page", (page) => {
  test("costs one small script before anyone uses it", async () => {
    await open(page(), FAR);
    await page().run(() => new Promise((done) => requestIdleCallbackOrTimeout(done)));
    assert.deepEqual(scriptsOf(page()), ["/sorani-reader.js"]);
    assert.equal(await page().run(() => /** @type {any} */ (reader()).text), "");
    await page().run(() => scrollTo(0, document.body.scrollHeight));
    await page().until("it has loaded", () => /** @type {any} */ (reader()).text !== "");
  });

  for (const sign of ["pointerover", "touchstart", "focusin"]) {
    test(`loads at once at ${sign}`, async () => {
      await open(page(), FAR);
      await page().run((sign) => {
        document.querySelector("p")?.dispatchEvent(new Event(sign, { bubbles: true }));
      }, sign);
      await page().until("it has loaded", () => /** @type {any} */ (reader()).text !== "");
    });
  }

  test("loads and opens the find bar at the first key", async () => {
    await open(page(), FAR);
    await page().press("/");
    await page().until("the find bar is open", () =>
      reader().shadowRoot?.querySelector('[part~="find-bar"]:popover-open'),
    );
  });

  test("lets several readers share the lights", async () => {
    await open(page(), TWO);
    await page().run(async () => {
      const [one, two] = /** @type {any} */ (document.querySelectorAll("sorani-reader"));
      await one.find("ئاو");
      await two.find("ئاو");
    });
    assert.deepEqual(await page().run(litTexts), ["ئاو", "ئاو"]);
    await page().run(() => /** @type {any} */ (reader()).clear());
    assert.deepEqual(await page().run(litTexts), ["ئاو"]);
    await page().run(() => document.querySelector("#two")?.remove());
    assert.deepEqual(await page().run(litTexts), []);
  });

  test("reads what infinite scroll adds: paragraphs, and articles with readers of their own", async () => {
    await open(page(), PLAIN);
    await page().run(async () => {
      await /** @type {any} */ (reader()).find("کتێب");
      const more = document.createElement("p");
      more.append("کتێبی نوێ");
      document.querySelector("article")?.append(more);
      const next = /** @type {any} */ (document.createElement("sorani-reader"));
      next.append("سێیەم کتێب");
      document.body.append(next);
      await next.find("کتێب");
    });
    await page().painted();
    assert.equal((await page().run(litTexts)).length, 4);
  });

  test("reads changed text once a frame, however often it changes", async () => {
    await open(page(), PLAIN);
    const told = await page().run(async () => {
      const element = /** @type {any} */ (reader());
      await element.find("کتێب");
      let told = 0;
      element.addEventListener("sorani-reader-find", () => told++);
      const text = /** @type {Text} */ (document.querySelector("p")?.firstChild);
      for (let at = 0; at < 50; at++) text.data += " کتێب";
      document.querySelector("p")?.normalize();
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      return [told, element.matches.length];
    });
    assert.deepEqual(told, [1, 52]);
  });

  test("finds in the article that a framework puts in the place of the old one", async () => {
    await open(page(), TWO);
    const found = await page().run(async () => {
      const two = /** @type {any} */ (document.querySelector("#two"));
      await two.find("ئاو");
      const fresh = document.createElement("article");
      fresh.id = "story";
      fresh.append("ئاو، ئاو، ئاو");
      document.querySelector("#story")?.replaceWith(fresh);
      return two.find("ئاو");
    });
    assert.equal(found.total, 3);
  });

  test("survives being moved, emptied and filled again", async () => {
    await open(page(), PLAIN);
    const totals = await page().run(async () => {
      const element = /** @type {any} */ (reader());
      const totals = [(await element.find("کتێب")).total];
      const box = document.createElement("section");
      document.body.prepend(box);
      box.append(element);
      totals.push((await element.find("کتێب")).total);
      const [article] = element.children;
      element.replaceChildren();
      totals.push((await element.find("کتێب")).total);
      element.append(article);
      totals.push((await element.find("کتێب")).total);
      return totals;
    });
    assert.deepEqual(totals, [2, 2, 0, 2]);
  });

  test("keeps its lights on a page that sets its style sheets anew", async () => {
    await open(page(), PLAIN);
    const styles = await page().run(async () => {
      const element = /** @type {any} */ (reader());
      await element.ready;
      document.adoptedStyleSheets = [new CSSStyleSheet()];
      await element.find("کتێب");
      const text = /** @type {Element} */ (document.querySelector("p"));
      return [
        document.adoptedStyleSheets.length,
        getComputedStyle(text, "::highlight(sorani-match)").backgroundColor,
        getComputedStyle(text).backgroundColor,
      ];
    });
    assert.equal(styles[0], 2);
    assert.notEqual(styles[1], styles[2]);
  });

  for (const file of FILES.slice(0, 3)) {
    test(`keeps the article without ${file}`, async () => {
      page().server.answer(file, { status: 404 });
      await open(page(), PLAIN);
      await page().run(async () => {
        const element = /** @type {any} */ (reader());
        await element.ready?.catch(() => {});
      });
      assert.equal(
        await page().run(() => /** @type {HTMLElement} */ (reader()).innerText.trim()),
        "کتێب و کتێبەکان.",
      );
      const problems = await page().problems();
      assert.deepEqual(
        problems.filter((problem) => /unhandled/.test(problem)),
        [],
      );
      const told = problems.filter((problem) => /console\.error: sorani-reader/.test(problem));
      assert.equal(told.length, file === "/sorani-reader.js" ? 0 : 1);
      assert.ok(told.every((problem) => /script files.*Publish every file/.test(problem)));
    });
  }

  test("moves nothing on a slow line, and answers when all has come", async () => {
    /** @type {((value?: unknown) => void)[]} */
    const releases = [];
    for (const file of FILES) {
      page().server.answer(file, { hold: new Promise((resolve) => releases.push(resolve)) });
    }
    await open(page(), PLAIN.replace(SCRIPT, ""));
    const before = await page().run(boxes);
    await page().run(() => {
      const script = document.createElement("script");
      document.head.append(Object.assign(script, { type: "module", src: "/sorani-reader.js" }));
    });
    for (const release of releases) release();
    const { total } = await page().run(async () => {
      await customElements.whenDefined("sorani-reader");
      return /** @type {any} */ (reader()).find("کتێب");
    });
    assert.equal(total, 2);
    assert.deepEqual(await page().run(boxes), before);
  });
});

/**
 * @param {string} body
 * @returns {string} a page with the script and two functions for the tests
 */
function pageOf(body) {
  return `<!doctype html><html lang="ckb" dir="rtl"><head><meta charset="utf-8"><title>x</title>
${SCRIPT}
<script>
  var reader = () => document.querySelector("sorani-reader");
  var requestIdleCallbackOrTimeout = window.requestIdleCallback ?? ((done) => setTimeout(done, 300));
</script></head><body>${body}</body></html>`;
}

/**
 * @param {Page} page
 * @param {string} html
 */
async function open(page, html) {
  page.server.answer("/life.html", { body: html });
  await page.open("/life.html");
}

/** @param {Page} page */
function scriptsOf(page) {
  return page.server.requests.filter((path) => /\.(js|wasm)$/.test(path));
}

// The functions below run in the page.

/** @returns {HTMLElement} */
function reader() {
  return /** @type {any} */ (window).reader();
}

/** @param {(value?: unknown) => void} done */
function requestIdleCallbackOrTimeout(done) {
  /** @type {any} */ (window).requestIdleCallbackOrTimeout(done);
}

function litTexts() {
  return [...(CSS.highlights.get("sorani-match") ?? [])].map((light) => {
    const range = document.createRange();
    range.setStart(light.startContainer, light.startOffset);
    range.setEnd(light.endContainer, light.endOffset);
    return range.toString();
  });
}

function boxes() {
  return [...document.querySelectorAll("article, p")].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [x, y, width, height];
  });
}
