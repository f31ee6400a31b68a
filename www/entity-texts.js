/**
 * What can be read out of a record, whatever its publisher has put there. Nothing here becomes
 * markup, and only http(s) addresses become links or pictures.
 */

import { messages } from "./messages.js";

/** @import { EntityRecord } from "./core.js" */

/**
 * @typedef {{text: string, lang: string}} Text
 * @typedef {{address: URL, width: number, height: number, caption: string}} Picture
 */

/** The language of the interface, and that of the texts where a record has several. */
export const LANGUAGE = "ckb";

/**
 * A text field of a record: a string, or texts by language.
 *
 * @param {unknown} value
 * @param {string} [language] the one that is wanted
 * @returns {Text | undefined} the text in that language, else in Sorani, else the first there is
 */
export function textOf(value, language = LANGUAGE) {
  if (typeof value === "string") return value ? { text: value, lang: LANGUAGE } : undefined;
  if (typeof value === "number") return { text: String(value), lang: LANGUAGE };
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const texts = Object.entries(value).filter(([, text]) => typeof text === "string" && text);
  const wanted = [language, LANGUAGE].map((lang) => texts.find(([other]) => other === lang));
  const found = wanted[0] ?? wanted[1] ?? texts[0];
  return found && { text: found[1], lang: found[0] };
}

/**
 * @param {EntityRecord} record
 * @param {string} [language]
 * @returns {Text}
 */
export function nameOf(record, language) {
  return textOf(record.name, language) ?? { text: record["@id"], lang: "und" };
}

/**
 * Whether the summary can be read in a language other than Sorani.
 *
 * @param {EntityRecord} record
 * @param {string} language
 */
export function isIn({ description, disambiguatingDescription }, language) {
  return [description, disambiguatingDescription].some(
    (value) => textOf(value, language)?.lang === language,
  );
}

/** The fields that are read here or are for the core. */
const HERE =
  /^(?:@.*|name|alternateName|description|disambiguatingDescription|additionalType|url|sameAs|image|demonym|hiddenLabel|match|weight)$/u;

/**
 * Whether a record has fields besides, which may be facts.
 *
 * @param {EntityRecord} record
 */
export function hasMore(record) {
  return Object.keys(record).some((field) => !HERE.test(field));
}

/**
 * The kind of an entity in words, the publisher's finer one first.
 *
 * @param {EntityRecord} record
 * @returns {Text | undefined}
 */
export function kindOf({ additionalType, "@type": types }) {
  const text = [additionalType, types].flat().map(wordFor).find(Boolean);
  return text === undefined ? undefined : { text, lang: messages.lang };
}

/**
 * The word for a type, as `Person` or `https://schema.org/Person`; any kind of organisation that has
 * none is an organisation.
 *
 * @param {unknown} type
 * @returns {string | undefined}
 */
function wordFor(type) {
  const { kinds } = messages;
  const name = String(type).replace(/^.*[/:#]/u, "");
  if (Object.hasOwn(kinds, name)) return kinds[name];
  return name.endsWith("Organization") ? kinds.Organization : undefined;
}

/**
 * The entity's page for people: its `url`, else the first `sameAs` that is an address.
 *
 * @param {EntityRecord} record
 * @returns {URL | undefined}
 */
export function sourceOf({ url, sameAs }) {
  return [url, sameAs]
    .flat()
    .map((value) => webAddress(value))
    .find((address) => address !== undefined);
}

/**
 * The picture that the publisher gave: an address, or an `ImageObject`.
 *
 * @param {EntityRecord} record
 * @param {string} base what a relative address is relative to
 * @returns {Picture | undefined}
 */
export function pictureOf({ image }, base) {
  const [given] = [image].flat();
  const isObject = typeof given === "object" && given !== null;
  const picture = /** @type {Record<string, unknown>} */ (isObject ? given : { url: given });
  const address = webAddress(picture.contentUrl ?? picture.url, base);
  if (!address) return undefined;
  const [width, height] = [picture.width, picture.height].map(Number);
  const caption = textOf(picture.caption)?.text ?? "";
  return { address, width: width || 0, height: height || 0, caption };
}

/**
 * @param {unknown} value
 * @param {string} [base]
 * @returns {URL | undefined} an http(s) address, never a script's
 */
export function webAddress(value, base) {
  if (typeof value !== "string" || !value || !URL.canParse(value, base)) return undefined;
  const address = new URL(value, base);
  return /^https?:$/u.test(address.protocol) ? address : undefined;
}
