/**
 * `src=`: a plain-text file, fetched and shown as an article.
 *
 * Each paragraph becomes one `<p>` with one text node, a verbatim piece of the file. The white
 * space between paragraphs is not rendered; the core finds each node's characters again in the
 * file (`Article.ofFile`), so `text` is the whole file and all offsets are the file's own.
 */

import { Document, load } from "./core.js";
import { Failure, request } from "./failure.js";
import { make } from "./make.js";

/**
 * Renders the file that `src` names into the element, in place of its content.
 *
 * @param {HTMLElement} host
 * @param {string} source the file's address
 * @returns {Promise<string>} the file's text without its byte-order mark
 */
export async function renderSource(host, source) {
  const text = await fetchText(source);
  const paragraphs = await load().then(
    () => paragraphsOf(text),
    () => linesOf(text),
  );
  host.replaceChildren(makeArticle(host, paragraphs));
  return text;
}

/**
 * @param {string} address
 * @returns {Promise<string>}
 */
async function fetchText(address) {
  try {
    const response = await request(new URL(address, document.baseURI), "");
    return await response.text();
  } catch (cause) {
    throw new Failure("article", "could not load the article", {
      where: address,
      cause,
      advice: "Publish the text there in UTF-8 or correct the attribute `src`",
    });
  }
}

/**
 * @param {string} text
 * @returns {string[]}
 */
function paragraphsOf(text) {
  return new Document(text).paragraphs().map(({ start, end }) => text.slice(start, end));
}

/**
 * What stands in for paragraphs where the core cannot be loaded, so that the article can be read.
 *
 * @param {string} text
 * @returns {string[]}
 */
function linesOf(text) {
  return text.split(/\s*\n\s*|\s{2,}/u).filter((line) => line !== "");
}

/**
 * @param {HTMLElement} host its `lang` and `dir` are taken over, Sorani's if it has none
 * @param {readonly string[]} paragraphs
 * @returns {HTMLElement}
 */
function makeArticle(host, paragraphs) {
  const headline = host.getAttribute("headline");
  const heading = document.querySelector("h1") ? "h2" : "h1";
  return make(
    "article",
    { lang: host.lang || "ckb", dir: host.dir || "rtl" },
    // The headline is the page's, not the file's: no offset of the file points into it.
    ...(headline ? [make(heading, { "data-sorani-reader": "skip" }, headline)] : []),
    ...paragraphs.map((text) => make("p", {}, text)),
  );
}
