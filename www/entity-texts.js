/**
 * What can be read out of a record, whatever its publisher has put there. Nothing here becomes
 * markup, and only http(s) addresses become links or pictures.
 */

import { inDigits, messages } from "./messages.js";

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

/** @typedef {{label: string, value: string, lang?: string}} Fact */

/** Fields that say when, each with the field that says where. */
const MOMENTS = /** @type {const} */ ([
  ["birthDate", "birthPlace"],
  ["deathDate", "deathPlace"],
  ["foundingDate", "foundingLocation"],
  ["dissolutionDate", ""],
]);
/** Fields that hold names, of whatever is related. */
const RELATIONS = /** @type {const} */ ([
  "jobTitle",
  "memberOf",
  "affiliation",
  "worksFor",
  "founder",
  "parentOrganization",
  "containedInPlace",
  "location",
]);
/** More do not help at a glance. */
const MOST = 8;

/**
 * @param {EntityRecord} record
 * @param {string} digits the ten digits of the article
 * @param {string} [language] the one that is wanted for texts
 * @returns {Fact[]} in a fixed order, at most eight
 */
export function factsOf(record, digits, language) {
  const reading = { digits, language };
  const facts = [
    ...rolesOf(record.hasOccupation, reading),
    ...RELATIONS.flatMap((field) => relation(field, record[field], reading)),
    ...MOMENTS.flatMap(([when, where]) => moment(when, record[when], record[where], reading)),
    ...period(record, reading),
    ...amount(record.population, reading),
    ...rolesOf(record.additionalProperty, reading),
  ];
  return facts.slice(0, MOST);
}

/** @typedef {{digits: string, language?: string}} Reading */

/**
 * Offices and the publisher's own facts: what it is, and since when or from when to when.
 *
 * @param {unknown} value `Role`, `Occupation` or `PropertyValue` objects, or plain texts
 * @param {Reading} reading
 * @returns {Fact[]}
 */
function rolesOf(value, reading) {
  return list(value).flatMap((role) => {
    const name = naming(role, reading.language);
    if (!name) return [];
    const dates = spanOf(role, reading.digits);
    const text = textOf(fieldsOf(role).value, reading.language)?.text;
    const said = [text, dates].filter(Boolean).join(messages.comma);
    return [said ? { label: name, value: said } : { label: messages.facts.jobTitle, value: name }];
  });
}

/**
 * @param {typeof RELATIONS[number]} field
 * @param {unknown} value
 * @param {Reading} reading
 * @returns {Fact[]}
 */
function relation(field, value, { digits, language }) {
  const names = list(value).flatMap((other) => {
    const name = naming(other, language);
    const dates = spanOf(other, digits);
    return name ? [dates ? `${name} (${dates})` : name] : [];
  });
  return names.length ? [{ label: messages.facts[field], value: names.join(messages.comma) }] : [];
}

/**
 * @param {typeof MOMENTS[number][0]} field
 * @param {unknown} when
 * @param {unknown} where
 * @param {Reading} reading
 * @returns {Fact[]}
 */
function moment(field, when, where, { digits, language }) {
  const said = [dateText(when, digits), naming(where, language)].filter(Boolean);
  return said.length ? [{ label: messages.facts[field], value: said.join(messages.comma) }] : [];
}

/**
 * @param {EntityRecord} record an event, or anything else that lasts a time
 * @param {Reading} reading
 * @returns {Fact[]}
 */
function period(record, { digits }) {
  const value = spanOf(record, digits);
  return value ? [{ label: messages.facts.period, value }] : [];
}

/**
 * @param {unknown} population a number, or a `QuantitativeValue` with the year it was counted in
 * @param {Reading} reading
 * @returns {Fact[]}
 */
function amount(population, { digits }) {
  const counted = fieldsOf(population);
  const number = Number(typeof population === "number" ? population : counted.value);
  if (!Number.isFinite(number) || number <= 0) return [];
  const grouped = String(Math.round(number)).replace(/\B(?=(\d{3})+$)/gu, messages.thousands);
  const year = dateText(counted.validFrom ?? counted.dateCreated, digits);
  const value = localised(grouped, digits) + (year ? ` (${year})` : "");
  return [{ label: messages.facts.population, value }];
}

/**
 * @param {unknown} value has `startDate` and `endDate`, or one of them
 * @param {string} digits
 * @returns {string} as ٢٠٢٠–٢٠٢٢; empty without dates
 */
function spanOf(value, digits) {
  const { startDate, endDate } = fieldsOf(value);
  const [start, end] = [dateText(startDate, digits), dateText(endDate, digits)];
  if (start && end) return start === end ? start : messages.fromTo(start, end);
  if (start) return messages.since(start);
  return end && messages.until(end);
}

/**
 * @param {unknown} value an ISO 8601 date: a year, a month or a day; anything else is left as it is
 * @param {string} digits
 * @returns {string}
 */
export function dateText(value, digits) {
  if (typeof value !== "string" && typeof value !== "number") return "";
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?$/u.exec(String(value));
  if (!parts) return localised(String(value), digits);
  const [year, month, day] = parts.slice(1).map((part) => (part ? Number(part) : 0));
  const name = messages.months[month - 1];
  const number = (/** @type {number} */ it) => inDigits(it, digits);
  if (!name) return number(year);
  return day ? messages.day(number(day), name, number(year)) : messages.month(name, number(year));
}

/**
 * @param {string} text
 * @param {string} digits
 */
function localised(text, digits) {
  return text.replace(/\d/gu, (digit) => digits[Number(digit)]);
}

/**
 * What something is called: a text, or an object with a name of some sort.
 *
 * @param {unknown} value
 * @param {string} [language]
 * @returns {string}
 */
function naming(value, language) {
  const { roleName, name, memberOf, title } = fieldsOf(value);
  const named = [roleName, name, title].map((it) => textOf(it, language)).find(Boolean);
  if (named) return named.text;
  return memberOf ? naming(memberOf, language) : (textOf(value, language)?.text ?? "");
}

/**
 * @param {unknown} value
 * @returns {unknown[]}
 */
function list(value) {
  return value === undefined || value === null ? [] : [value].flat();
}

/**
 * @param {unknown} value
 * @returns {Record<string, unknown>}
 */
function fieldsOf(value) {
  const isObject = typeof value === "object" && value !== null;
  return isObject ? /** @type {Record<string, unknown>} */ (value) : {};
}
