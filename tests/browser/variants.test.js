// Every page of www/variants/ works as it says, and the front page leads to it.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { eachEngine } from "./spec.js";

const SITE = new URL("../../dist/", import.meta.url);
const NAMES = readdirSync(new URL("variants/", SITE)).filter((name) => name.endsWith(".html"));

eachEngine("variants", (page) => {
  for (const name of NAMES) {
    test(`${name} can be searched and has cards`, async () => {
      await page().open(`/variants/${name}`);
      await page().until("the reader is ready", readyReader);
      const { total, names } = await page().run(useReader);
      assert.ok(total >= 2, `${total} places`);
      if (name !== "several.html" && name !== "left-out.html" && name !== "shadow-tree.html") {
        assert.ok(names.includes("هەولێر"), `${names}`);
      }
      assert.deepEqual(await page().violations(), []);
    });
  }

  test("language.html speaks English and counts in its digits", async () => {
    await page().open("/variants/language.html");
    await page().ready();
    const [label, count] = await page().run(async () => {
      const reader = /** @type {any} */ (document.querySelector("sorani-reader"));
      await reader.openFind();
      const input = reader.shadowRoot.querySelector('[part~="find-input"]');
      input.value = "نەورۆز";
      input.dispatchEvent(new InputEvent("input"));
      await reader.find("نەورۆز");
      return [
        input.getAttribute("aria-label"),
        reader.shadowRoot.querySelector('[part~="find-count"]').textContent,
      ];
    });
    assert.equal(label, "Find in this article");
    assert.match(count, /^\d of \d$/);
  });

  test("by-script.html answers its button", async () => {
    await page().open("/variants/by-script.html");
    await page().run(() => /** @type {any} */ (document.querySelector("#search")).click());
    await page().until("the answer shows", () =>
      /^\d+ places$/.test(document.querySelector("#answer")?.textContent ?? ""),
    );
  });
});

test("the front page links to every variant", () => {
  const html = readFileSync(new URL("index.html", SITE), "utf8");
  assert.deepEqual(
    NAMES.filter((name) => !html.includes(`href="variants/${name}"`)),
    [],
  );
});

// The functions below run in the page.

/** The first reader, in a shadow tree too. */
async function readyReader() {
  await customElements.whenDefined("sorani-reader");
  const roots = [document, ...[...document.querySelectorAll("*")].map((e) => e.shadowRoot)];
  const reader = roots.map((root) => root?.querySelector("sorani-reader")).find(Boolean);
  await /** @type {any} */ (reader)?.ready;
  Object.assign(window, { reader });
  return !!reader;
}

async function useReader() {
  const { reader } = /** @type {any} */ (window);
  const { total } = await reader.find("نەورۆز");
  const names = reader.mentions.map((/** @type {any} */ { start, coreEnd }) =>
    reader.text.slice(start, coreEnd),
  );
  return { total, names };
}
