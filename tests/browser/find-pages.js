// The pages that the specs of the find bar open, and what they ask of them.

import { arabic } from "./find-acts.js";

/** An article with everything that articles have around their words. */
export const RICH = page(`<article lang="ckb" dir="rtl">
  <h2>سەردێڕی هەواڵەکە</h2>
  <p id="first">هێزە <b>چەکدار</b>ەکان لە <a href="#x">هەول<i>ێر</i></a> کۆبوونەوە.</p>
  <blockquote><p>«ئێمە لە هەولێرەوە هاتین.»</p></blockquote>
  <figure><div class="picture"></div><figcaption>دیمەنێکی هەولێر</figcaption></figure>
  <table><caption>ژمارەکان</caption><tr><th>شار<td>ساڵ<tr><td>هەولێر<td>٢٠٢٠</table>
  <ul><li>یەکەم<li>دووەم لە هەولێردا</ul>
  <details><summary>زیاتر بخوێنەوە</summary><p id="closed">لە هەولێریش شاراوەتەوە.</p></details>
  <section hidden="until-found"><p id="hidden">ئەمەش هەر باسی هەولێرە.</p></section>
  <p id="last">لە کۆتاییدا، سەرۆک و سەرۆکەکان لە سەر مێزەکە دانیشتن.</p>
</article>`);

/** Many paragraphs, so that the page scrolls; every tenth says something about هەولێر. */
export const LONG = page(
  `<article lang="ckb" dir="rtl">${Array.from({ length: 120 }, (_, at) => {
    const city = at % 10 === 5 ? "لە هەولێرەوە" : "لە شارەوە";
    return `<p>ئەمە پەرەگرافی ژمارە ${arabic(at)} ـیە و هەواڵەکە ${city} هاتووە.</p>`;
  }).join("\n")}</article>`,
);

/** One text node without an end, as pages without paragraphs have. */
export const GIANT = page(
  `<article lang="ckb" dir="rtl">${"ئەم هەواڵە لە هەولێرەوە هات و بڵاو بووەوە. ".repeat(4000)}</article>`,
);

/** The same interface on a page that reads from left to right. */
export const LEFT_TO_RIGHT = RICH.replace(
  '<html lang="ckb" dir="rtl">',
  '<html lang="en" dir="ltr">',
);

/** A word at either end of the first line, where the find bar lies over one of them. */
export const AT_THE_TOP = page(`<article lang="ckb" dir="rtl">
  <p style="display: flex; justify-content: space-between; position: absolute; inset: 0 1rem auto">
    <b id="یەکەم">یەکەم</b> <b id="دووەم">دووەم</b>
  </p>
</article>`);

/**
 * @param {string} article
 * @param {string} [attributes] of the reader
 */
export function page(article, attributes = "") {
  return `<!doctype html>
<html lang="ckb" dir="rtl">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>گەڕان</title>
    <style>
      body { margin: 2rem auto; max-width: 36rem; font: 1.25rem / 2 serif; }
      .picture { block-size: 8rem; background: #888; }
    </style>
    <script type="module" src="/sorani-reader.js"></script>
  </head>
  <body>
    <h1>پەڕەی تاقیکردنەوە</h1>
    <main><sorani-reader ${attributes}>${article}</sorani-reader></main>
    <p><a id="outside" href="#outside">بەستەرێک</a> <input id="comment" aria-label="بۆچوون"></p>
  </body>
</html>`;
}
