// The keyboard belongs to the page: the reader takes a key only where nobody else wants it, and the
// page's own shortcuts do not hear what is typed into the reader.
import assert from "node:assert/strict";
import { test } from "node:test";
import { FIND_BAR, hasCursor, isThere } from "./find-acts.js";
import { eachEngine } from "./spec.js";

/** @typedef {import("./page.js").Page} Page */

/** Elements that are typed into and do not look it to a script of the page. */
const FIELDS = {
  "a closed element": `<x-editor id="typed"></x-editor><script>
    customElements.define("x-editor", class extends HTMLElement {
      #field = document.createElement("textarea");
      connectedCallback() { this.attachShadow({ mode: "closed" }).append(this.#field); }
      focus() { this.#field.focus(); }
      blur() { this.#field.blur(); }
    });
  </script>`,
  "a text box by its role": '<div id="typed" role="textbox" tabindex="0"></div>',
  "an editable box": '<div id="typed" contenteditable="true"></div>',
};

/** Where a reader can be that nothing can be typed into. */
const BLOCKED = {
  "behind a modal dialog": ["", "<dialog><button>x</button></dialog>"],
  "in an inert part": ["<div inert>", "</div>"],
  "in a closed part": ["<details><summary>x</summary>", "</details>"],
};

/** Shortcuts as many sites have them: they spare fields, but the reader is none. */
const SHORTCUTS = `<script>
  window.heard = "";
  for (const kind of ["keydown", "keypress", "keyup"]) {
    document.addEventListener(kind, (event) => {
      if (event.target.localName === "input" || event.key === "Escape") return;
      heard += event.key;
      event.preventDefault();
    });
  }
</script>`;

eachEngine("keys of the page", (page) => {
  for (const [where, field] of Object.entries(FIELDS)) {
    test(`leaves / to ${where}`, async () => {
      await open(page(), field, "");
      await page().run(() => document.getElementById("typed")?.focus());
      await page().press("/");
      await page().run(() => /** @type {HTMLElement} */ (document.activeElement).blur());
      await page().press("/");
      await page().until("the find bar is open", isThere, FIND_BAR);
      assert.equal(await page().run(readHeard), "//");
    });
  }

  for (const [where, [before, after]] of Object.entries(BLOCKED)) {
    test(`takes no key ${where}`, async () => {
      await open(page(), before, after);
      await page().run(() => document.querySelector("dialog")?.showModal());
      await page().press("/");
      assert.equal(await page().run(readHeard), "/");
      await page().run(() => {
        document.querySelector("dialog")?.close();
        document.querySelector("[inert]")?.removeAttribute("inert");
        document.querySelector("details")?.setAttribute("open", "");
      });
      await page().press("/");
      await page().until("the find bar is open", isThere, FIND_BAR);
    });
  }

  test("opens in a modal dialog", async () => {
    await open(page(), "<dialog>", "</dialog>");
    await page().run(() => document.querySelector("dialog")?.showModal());
    await page().press("/");
    await page().until("the find bar has the cursor", hasCursor, "find-input");
  });

  test("keeps what is typed into the find bar from shortcuts of the page", async () => {
    await open(page(), SHORTCUTS, "");
    await page().run(() => /** @type {any} */ (document.querySelector("sorani-reader")).openFind());
    await page().until("the find bar has the cursor", hasCursor, "find-input");
    await page().type("j/k کتێب");
    assert.equal(await page().run(readField), "j/k کتێب");
    assert.equal(await page().run(readHeard), "");
  });
});

/**
 * @param {Page} page
 * @param {string} before
 * @param {string} after
 */
async function open(page, before, after) {
  const body = `<!doctype html><html lang="ckb" dir="rtl"><head><meta charset="utf-8"><title>x</title>
<script>
  window.heard = "";
  addEventListener("keydown", ({ key }) => { heard += key; });
</script>
<script type="module" src="/sorani-reader.js"></script></head>
<body>${before}<sorani-reader><article><p>کتێبی نوێ لە هەولێر.</p></article></sorani-reader>${after}</body></html>`;
  page.server.answer("/keys.html", { body });
  await page.open("/keys.html");
  await page.ready();
}

// The functions below run in the page.

/** @returns {string} the keys that came to the page */
function readHeard() {
  return /** @type {any} */ (window).heard;
}

function readField() {
  const shadow = document.querySelector("sorani-reader")?.shadowRoot;
  return /** @type {HTMLInputElement | undefined} */ (shadow?.activeElement)?.value;
}
