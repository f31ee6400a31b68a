// What opens the find bar, and what leads to it: keys and links.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  arabic,
  COUNT,
  click,
  FIND_BAR,
  hasCursor,
  isThere,
  NOTE,
  openBar,
  openPage,
  textOf,
} from "./find-acts.js";
import { LONG, page as makePage, RICH } from "./find-pages.js";
import { eachEngine } from "./spec.js";

const document_ = "body";

eachEngine("find bar", (page) => {
  test("opens with / by default, with the keys that find-key names, or with none", async () => {
    for (const [findKey, opens, opensNot] of /** @type {const} */ ([
      ['find-key="none"', "", "/"],
      ['find-key="ctrl+f"', "Control+f", "/"],
      ['find-key="/ ctrl+f"', "/", ""],
      ["", "/", "Control+Shift+x"],
    ])) {
      await openPage(page(), makePage("<p>هەولێر</p>", findKey));
      await page().run(watchKeys);
      if (opensNot) await page().press(opensNot);
      assert.deepEqual(
        await page().run(takeWatched),
        opensNot ? [false] : [],
        `${findKey}: ${opensNot}`,
      );
      if (!opens) continue;
      await page().press(opens);
      await page().until(`${opens} opens`, hasCursor, "find-input");
      assert.deepEqual(await page().run(takeWatched), [true], `${findKey}: ${opens}`);
    }
  });

  test("leaves Ctrl+F to the browser, and the second one where it is asked for", async () => {
    await openPage(page(), makePage("<p>هەولێر</p>"));
    assert.equal(await page().run(isControlFTaken, document_), false);
    await openPage(page(), makePage("<p>هەولێر</p>", 'find-key="ctrl+f"'));
    assert.equal(await page().run(isControlFTaken, "#comment"), true);
    await page().until("the bar has the cursor", hasCursor, "find-input");
    assert.equal(await page().run(isControlFTaken, document_), false);
    assert.equal(await page().run(isControlFTaken, "sorani-reader"), false);
  });

  test("types / into fields", async () => {
    await openPage(page(), RICH);
    await page().run(() => document.getElementById("comment")?.focus());
    await page().press("/");
    assert.equal(await page().run(isThere, FIND_BAR), false);
    assert.equal(
      await page().run(() => /** @type {any} */ (document.getElementById("comment")).value),
      "/",
    );
  });

  test("opens on the first place of a query in the link, and of the next link", async () => {
    page().server.answer("/linked.html", { body: LONG });
    await page().open(`/linked.html#find=${encodeURIComponent("هەولێرەوە")}`);
    await page().until("it is found", isThere, FIND_BAR);
    await page().until(
      "it is counted",
      (selector) =>
        document.querySelector("sorani-reader")?.shadowRoot?.querySelector(selector)?.textContent,
      COUNT,
    );
    assert.equal(await page().run(textOf, COUNT), `${arabic(1)} لە ${arabic(12)}`);
    assert.equal(await page().run(hasCursor, "find-input"), false);
    assert.ok(await page().run(isInView, "article p:nth-of-type(6)"));
    await page().run(() => {
      location.hash = `find=${encodeURIComponent("هەواڵەکە")}`;
    });
    await page().until(
      "the next is found",
      (selector, text) =>
        document.querySelector("sorani-reader")?.shadowRoot?.querySelector(selector)
          ?.textContent === text,
      COUNT,
      `${arabic(1)} لە ${arabic(120)}`,
    );
  });

  test("copies a link to a match that works without the reader", async () => {
    await openPage(page(), RICH);
    await page().run(() => {
      Object.defineProperty(navigator, "clipboard", {
        value: {
          writeText: async (/** @type {string} */ text) => {
            document.title = text;
          },
        },
      });
    });
    await openBar(page(), "هەولێر");
    await page().press("Enter");
    await click(page(), '[part~="find-share"]');
    await page().until("the link is copied", () => document.title.includes(":~:text="));
    const link = await page().run(() => document.title);
    const [before, place, after] = decodeURIComponent(link.split(":~:text=")[1]).split(",");
    assert.deepEqual([before, place, after], ["«ئێمە لە-", "هەولێرەوە", "-هاتین.»"]);
    await page().until(
      "it is told",
      (selector) =>
        document.querySelector("sorani-reader")?.shadowRoot?.querySelector(selector)
          ?.textContent === "لینکەکە لەبەر گیرایەوە",
      NOTE,
    );
  });
});

// The functions below run in the page.

/** @param {string} selector */
function isInView(selector) {
  const box = document.querySelector(selector)?.getBoundingClientRect();
  return !!box && box.height > 0 && box.top >= 0 && box.bottom <= innerHeight;
}

/** Notes of each key whether it was taken. */
function watchKeys() {
  const watched = /** @type {any} */ (window);
  watched.taken = [];
  addEventListener("keydown", (event) => {
    if (/^(Control|Shift)$/.test(event.key)) return;
    watched.taken.push(event.defaultPrevented);
    // A browser's own find bar would stay open over the next tests.
    event.preventDefault();
  });
}

function takeWatched() {
  return /** @type {any} */ (window).taken.splice(0);
}

/** @param {string} selector where Ctrl+F is pressed */
function isControlFTaken(selector) {
  const init = { key: "ف", code: "KeyF", ctrlKey: true, bubbles: true, composed: true };
  const event = new KeyboardEvent("keydown", { ...init, cancelable: true });
  document.querySelector(selector)?.dispatchEvent(event);
  return event.defaultPrevented;
}
