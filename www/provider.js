/**
 * Summaries from an encyclopaedia, for entities that the pack says little about.
 *
 * Only where the publisher has named an endpoint with the attribute `provider`, such as
 * `https://ckb.wikipedia.org/api/rest_v1/page/summary/`: the shape is that of MediaWiki's page
 * summaries. Text only, and at most one request an entity and visit.
 */

import { nameOf, webAddress } from "./entity-texts.js";
import { make } from "./make.js";
import { messages } from "./messages.js";

/** @import { EntityRecord } from "./core.js" */

/**
 * @typedef {{text: string, lang: string, address: URL | undefined, provider: string}} Summary
 *   `provider` is the host that it came from
 */

/** How long an answer may take, in milliseconds. */
const PATIENCE = 3000;
/** Longer texts are cut at the end of a sentence, in characters. */
const LONGEST = 600;
const KEPT = "sorani-reader.summary ";

/** @type {Map<string, Promise<unknown>>} */
const asked = new Map();

/**
 * What the provider says of an entity, for a card.
 *
 * @param {EntityRecord} record
 * @param {string} endpoint ends where the title begins, or has `{title}` in its place
 * @returns {Promise<HTMLElement | undefined>} nothing if there is none, the answer is late or it is
 *   no summary of one page; never rejected
 */
export async function askProvider(record, endpoint) {
  const summary = await summaryOf(record, endpoint);
  return summary && makeProvided(summary);
}

/**
 * @param {EntityRecord} record
 * @param {string} endpoint
 * @returns {Promise<Summary | undefined>}
 */
async function summaryOf(record, endpoint) {
  const address = addressOf(titleOf(record, endpoint), endpoint);
  if (!address) return undefined;
  const answer = asked.get(address.href) ?? ask(address);
  asked.set(address.href, answer);
  return read(await answer, address);
}

/**
 * @param {string} title
 * @param {string} endpoint
 */
function addressOf(title, endpoint) {
  const part = encodeURIComponent(title.replaceAll(" ", "_"));
  const written = endpoint.includes("{title}")
    ? endpoint.replace("{title}", part)
    : `${endpoint.replace(/\/?$/u, "/")}${part}`;
  return webAddress(written, document.baseURI);
}

/**
 * The page's title: from a link to that encyclopaedia if the record has one, else the name.
 *
 * @param {EntityRecord} record
 * @param {string} endpoint
 * @returns {string}
 */
function titleOf(record, endpoint) {
  const host = webAddress(endpoint, document.baseURI)?.host;
  const links = [record.sameAs, record.url].flat().map((link) => webAddress(link));
  const page = links.find((link) => link?.host === host && link?.pathname.startsWith("/wiki/"));
  return page ? decodeURIComponent(page.pathname.slice("/wiki/".length)) : nameOf(record).text;
}

/**
 * @param {URL} address
 * @returns {Promise<unknown>} the answer's JSON; nothing if there was none in time
 */
async function ask(address) {
  const kept = recall(address);
  if (kept !== undefined) return kept;
  try {
    const response = await fetch(address.href, {
      credentials: "omit",
      headers: { Accept: "application/json" },
      signal: AbortSignal.timeout(PATIENCE),
    });
    const answer = response.ok ? await response.json() : null;
    if (response.ok || response.status === 404) keep(address, answer);
    return answer;
  } catch {
    asked.delete(address.href);
    return null;
  }
}

/**
 * @param {unknown} answer
 * @param {URL} address
 * @returns {Summary | undefined}
 */
function read(answer, address) {
  if (typeof answer !== "object" || answer === null) return undefined;
  const { type, extract, lang, content_urls: links } = /** @type {any} */ (answer);
  const isPage = type === undefined || type === "standard";
  if (!isPage || typeof extract !== "string" || !extract.trim()) return undefined;
  return {
    text: shortened(extract.trim()),
    lang: typeof lang === "string" ? lang : "ckb",
    address: webAddress(links?.desktop?.page, address.href),
    provider: address.host,
  };
}

/** @param {string} text */
function shortened(text) {
  if (text.length <= LONGEST) return text;
  const end = Math.max(...[". ", "؟ ", "! "].map((mark) => text.lastIndexOf(mark, LONGEST)));
  return end > LONGEST / 2 ? text.slice(0, end + 1) : `${text.slice(0, LONGEST).trimEnd()}…`;
}

/**
 * What this visit has already been told, also on another page.
 *
 * @param {URL} address
 * @returns {unknown} `undefined` if nothing
 */
function recall({ href }) {
  try {
    const kept = sessionStorage.getItem(KEPT + href);
    return kept === null ? undefined : JSON.parse(kept);
  } catch {
    return undefined;
  }
}

/**
 * @param {URL} address
 * @param {unknown} answer
 */
function keep({ href }, answer) {
  try {
    sessionStorage.setItem(KEPT + href, JSON.stringify(answer));
  } catch {
    // Without storage it is remembered until the page is left.
  }
}

/**
 * What a card says of it, and where it is from.
 *
 * @param {Summary} summary
 */
function makeProvided({ text, lang, address, provider }) {
  const link = address && make("a", { part: "card-provider", href: address.href }, provider);
  const origin = make("p", { class: "card-origin" });
  // The name stands where the language wants it, as a link where there is an address.
  const [before, after] = messages.providedBy("\u0000").split("\u0000");
  origin.append(before, link ?? provider, after);
  return make(
    "div",
    { part: "card-provided" },
    make("p", { part: "card-extract", lang, dir: "auto" }, text),
    origin,
  );
}
