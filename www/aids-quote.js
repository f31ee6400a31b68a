/**
 * What a reader takes along: a link to a sentence, and a citation of the article.
 */

import { linkTo } from "./find-share.js";

/** @import { Reader } from "./reader.js" */

/**
 * A link to the sentence that is selected, else to the first one in the window.
 *
 * @param {Reader} reader
 * @returns {string | undefined} nothing for an article without sentences
 */
export function sentenceLink(reader) {
  const sentences = reader.document.sentences();
  const selected = selectedOffset(reader);
  const sentence =
    sentences.find(({ end }) => selected !== undefined && selected < end) ??
    sentences[reader.nearestOf(sentences)];
  if (!sentence) return undefined;
  const paragraph = reader.document.paragraphs()[sentence.paragraph];
  return linkTo(reader.text, paragraph, sentence, location.href);
}

/**
 * The article's headline, its site, its day and its address, as far as the page says them.
 *
 * @param {HTMLElement} article
 * @returns {string}
 */
export function citation(article) {
  const headline = article.querySelector("h1, h2") ?? document.querySelector("h1");
  const title = headline?.textContent?.trim() || document.title;
  const site = content("og:site_name") ?? location.hostname;
  const day = content("article:published_time") ?? dayIn(article);
  const address = document.querySelector("link[rel=canonical]")?.getAttribute("href");
  const link = new URL(address ?? location.href, document.baseURI);
  if (!address) link.hash = "";
  return [`«${title.replace(/\s+/gu, " ")}»`, site, day?.slice(0, 10), link.href]
    .filter(Boolean)
    .join("، ");
}

/** @param {string} property of a `<meta>` */
function content(property) {
  const meta = document.querySelector(`meta[property="${property}"]`);
  return meta?.getAttribute("content") ?? undefined;
}

/** @param {HTMLElement} article */
function dayIn(article) {
  return article.querySelector("time[datetime]")?.getAttribute("datetime") ?? undefined;
}

/** @param {Reader} reader */
function selectedOffset(reader) {
  const selection = getSelection();
  if (!selection || selection.isCollapsed) return undefined;
  return reader.spanOfRange(selection.getRangeAt(0))?.start;
}
