/**
 * The facts of a record, such as when and where, offices, relations, numbers: loaded with the first
 * record that has any.
 */

import { textOf } from "./entity-texts.js";
import { make } from "./make.js";
import { inDigits } from "./messages.js";
import { messages } from "./messages-later.js";

/** @import { EntityRecord } from "./core.js" */

/**
 * @typedef {{label: string, value: string}} Fact
 * @typedef {{digits: string, language: string}} Reading the ten digits of the article, and the
 *   language that is wanted for texts
 */

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
 * @param {string} language the one that is wanted for texts
 * @returns {HTMLElement | undefined} a list of facts, if there are any
 */
export function describeFacts(record, digits, language) {
  const facts = factsOf(record, { digits, language });
  if (facts.length === 0) return undefined;
  const rows = facts.map(({ label, value }) =>
    make("div", {}, make("dt", {}, label), make("dd", { dir: "auto" }, value)),
  );
  return make("dl", { part: "card-facts" }, ...rows);
}

/**
 * @param {EntityRecord} record
 * @param {Reading} reading
 * @returns {Fact[]} in a fixed order, at most eight
 */
function factsOf(record, reading) {
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
function dateText(value, digits) {
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
