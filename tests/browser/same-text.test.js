// The widget, the engine in Node and the command line read the same: text, places, names.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { rowsByCli, searchFile, textOfPage } from "./command-line.js";
import { DEMO, DEMO_PACK, openDemo } from "./demo.js";
import { ask, get } from "./find-acts.js";
import { eachEngine } from "./spec.js";

const SEED = fileURLToPath(new URL("../../seeds/000_fd8a1b6014ca0d5e.txt", import.meta.url));

const HEAD = `<!doctype html><meta charset="utf-8"><title>x</title>
<script type="module" src="/sorani-reader.js"></script>`;

/** Markup as it is met: what is left out, what parts blocks, what joins. */
const MESSY = `
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
`;

/** An article that is a text file. */
const SOURCE = `${HEAD}
<sorani-reader src="article.txt" headline="سەردێڕ"><a href="article.txt">دەق</a></sorani-reader>`;

eachEngine("same as the command line", (page) => {
  for (const query of ["ئەمریکا", "باڵیۆزخانە", "2020", "کازمی"]) {
    test(`finds ${query} where the command line does`, async () => {
      await openDemo(page());
      const found = await ask(page(), "find", query);
      const expected = searchFile(query, DEMO, DEMO_PACK);
      assert.deepEqual(await get(page(), "matches"), expected);
      const quiet = expected.filter(({ tier }) => /^(scattered|part|typo)$/.test(tier)).length;
      assert.equal(found.parts, quiet);
      assert.equal(found.total, expected.length - quiet || quiet);
      assert.ok(found.total > 0);
    });
  }

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
    page().server.answer("/messy.html", { body: `${HEAD}<sorani-reader>${MESSY}</sorani-reader>` });
    await page().open("/messy.html");
    await page().ready();
    assert.equal(await get(page(), "text"), textOfPage(MESSY));
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
});

test("core.js reads a text in Node as the command line does", async () => {
  const { Document, load } = await import(new URL("../../dist/core.js", import.meta.url).href);
  await load();
  const article = new Document(readFileSync(SEED, "utf8"));
  article.usePack(readFileSync(DEMO_PACK));
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
  const expected = rowsByCli("entities", "--pack", DEMO_PACK, SEED).map((row) => row.slice(0, 4));
  assert.deepEqual(names, expected);
});

function mentionsByCli() {
  return rowsByCli("entities", "--pack", DEMO_PACK, DEMO).map(([start, end, coreEnd, entity]) => ({
    start: Number(start),
    end: Number(end),
    coreEnd: Number(coreEnd),
    entity,
  }));
}
