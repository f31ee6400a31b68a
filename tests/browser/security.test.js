// Under a strict content security policy with Trusted Types; with every file's integrity checked;
// with hostile text wherever text comes from.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { packOf } from "./command-line.js";
import { eachEngine } from "./spec.js";

/** @typedef {import("./page.js").Page} Page */

const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));
const INTEGRITY = fileURLToPath(new URL("../../.ci/integrity.js", import.meta.url));

/** The headers that www/variants/headers.html tells publishers to set, to the letter. */
const HEADERS = headersInDocs();
const CSP = HEADERS["Content-Security-Policy"];

const SCRIPT = '<script type="module" src="/sorani-reader.js"></script>';
const HOSTILE = '<img src=x onerror="document.title=1"><script>document.title=1</script>';
const RECORDS = [
  {
    "@id": "javascript:document.title=1",
    "@type": "Person",
    name: { ckb: "شەپۆل ئازاد" },
    description: { ckb: `${HOSTILE} کەسێکە` },
    disambiguatingDescription: { ckb: HOSTILE },
    url: "javascript:document.title=1",
    image: "javascript:document.title=1",
    sameAs: ["data:text/html,<script>document.title=1</script>", " javascript:document.title=1"],
  },
];
const BODY = `<sorani-reader entities="/hostile.pack" headline='${HOSTILE}' interface="en">
  <article lang="ckb" dir="rtl"><p>شەپۆل ئازاد لە هەولێرە. شەپۆل ئازاد نووسەرە.</p></article>
</sorani-reader>`;

eachEngine("security", (page) => {
  test("works under the policy of the docs, Trusted Types required", async () => {
    serve(page(), pageOf(SCRIPT, BODY), HEADERS);
    await page().open("/secure.html");
    await useAll(page());
    assert.notEqual(await page().run(() => document.title), "1");
  });

  test("makes no markup, script or link of hostile text", async () => {
    serve(page(), pageOf(SCRIPT, BODY), {});
    await page().open(`/secure.html#:~:text=${encodeURIComponent(HOSTILE)}`);
    await useAll(page());
    const found = await page().run(partsOfShadow);
    assert.deepEqual(found.tags, []);
    assert.deepEqual(found.links, []);
    assert.notEqual(await page().run(() => document.title), "1");
    assert.ok(found.text.includes("<img src=x"));
  });

  test("renders a hostile file and headline as text", async () => {
    page().server.answer("/hostile.txt", { body: `${HOSTILE}\n\nدووەم ${HOSTILE}` });
    const body = `<sorani-reader src="/hostile.txt" headline='${HOSTILE}'></sorani-reader>`;
    serve(page(), pageOf(SCRIPT, body), HEADERS);
    await page().open("/secure.html");
    await page().ready();
    assert.equal(await page().run(() => document.querySelectorAll("article *").length), 3);
    assert.notEqual(await page().run(() => document.title), "1");
  });

  test("asks no other server, sets no cookie and stores nothing", async () => {
    serve(page(), pageOf(SCRIPT, BODY), {});
    await page().open("/secure.html");
    await useAll(page());
    const { origin } = page().server;
    const addresses = await page().run(() =>
      performance.getEntriesByType("resource").map(({ name }) => name),
    );
    assert.deepEqual(
      addresses.filter((address) => !address.startsWith(`${origin}/`)),
      [],
    );
    const kept = await page().run(() => [document.cookie, localStorage.length]);
    assert.deepEqual(kept, ["", 0]);
  });

  test("runs with the integrity of every file checked", async () => {
    serve(page(), pageOf(tags(), BODY), withImportMap(tags()));
    await page().open("/secure.html");
    await useAll(page());
  });

  for (const file of ["sorani-reader.js", "element.js", "reader.js", "sorani_reader_bg.wasm"]) {
    test(`refuses a ${file} that was tampered with, and keeps the article`, async () => {
      const body = Buffer.concat([readFileSync(join(DIST, file)), Buffer.from("\n//")]);
      page().server.answer(`/${file}`, { body });
      serve(page(), pageOf(tags(), BODY), withImportMap(tags()));
      await page().open("/secure.html");
      await page().run(async () => {
        const reader = /** @type {any} */ (document.querySelector("sorani-reader"));
        const load = reader.ready?.then(
          () => "ready",
          () => "refused",
        );
        document.title = (await load) ?? "no element";
      });
      const outcome = file === "sorani-reader.js" ? "no element" : "refused";
      assert.equal(await page().run(() => document.title), outcome);
      assert.match(await page().run(() => document.body.innerText), /شەپۆل ئازاد لە هەولێرە/);
      await page().problems();
    });
  }

  test("refuses a pack that is not what the page says", async () => {
    const body = BODY.replace("entities=", `integrity="sha384-${"A".repeat(64)}" entities=`);
    serve(page(), pageOf(SCRIPT, body), {});
    await page().open("/secure.html");
    await page().ready();
    assert.match((await page().problems()).join("\n"), /could not load the entity pack/);
  });
});

/**
 * @param {string} head
 * @param {string} body
 */
function pageOf(head, body) {
  return `<!doctype html><html lang="ckb" dir="rtl"><head><meta charset="utf-8"><title>x</title>
${head}</head><body>${body}</body></html>`;
}

/**
 * @param {Page} page
 * @param {string} html
 * @param {Record<string, string>} headers
 */
function serve(page, html, headers) {
  page.server.answer("/secure.html", { body: html, headers });
  page.server.answer("/hostile.pack", { body: packOf(RECORDS) });
}

/** What the docs tell publishers to put into the page to have every file checked. */
function tags() {
  return execFileSync("node", [INTEGRITY, "tags", DIST, "/"], { encoding: "utf8" });
}

/**
 * @param {string} tags
 * @returns {Record<string, string>}
 */
function withImportMap(tags) {
  const [hash] = /'sha256-[^']+'/.exec(tags) ?? [];
  return { ...HEADERS, "Content-Security-Policy": CSP.replace("'self'", `'self' ${hash}`) };
}

/** @returns {Record<string, string>} */
function headersInDocs() {
  const html = readFileSync(join(DIST, "variants/headers.html"), "utf8");
  const [, block] = /<pre id="headers"[^>]*>([^<]+)<\/pre>/.exec(html) ?? [];
  const lines = block.trim().replace(/\n\s+/g, " ").split("\n");
  return Object.fromEntries(lines.map((line) => line.split(/:\s*(.*)/s)));
}

/**
 * Searches, steps, opens the find bar and a card.
 * @param {Page} page
 */
async function useAll(page) {
  await page.ready();
  await page.run(async () => {
    const reader = /** @type {any} */ (document.querySelector("sorani-reader"));
    await reader.find("شەپۆل");
    await reader.next();
    await reader.openFind();
    const [{ entity }] = reader.mentions;
    await reader.showEntity(entity);
  });
  await page.until("the card shows", () =>
    document
      .querySelector("sorani-reader")
      ?.shadowRoot?.querySelector('[part~="card"]:popover-open'),
  );
}

/** Runs in the page. */
function partsOfShadow() {
  const shadow = /** @type {ShadowRoot} */ (document.querySelector("sorani-reader")?.shadowRoot);
  const parts = [...shadow.querySelectorAll("*")];
  return {
    tags: parts
      .map(({ localName }) => localName)
      .filter((name) => /^(img|script|iframe)$/.test(name)),
    links: [...shadow.querySelectorAll("a")].map(({ href }) => href),
    text: parts.map(({ textContent }) => textContent).join("\n"),
  };
}
