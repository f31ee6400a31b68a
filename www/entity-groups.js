/**
 * Sorting and filtering what an article names.
 */

import { Document } from "./core.js";

/** @import { EntityRecord } from "./core.js" */

/**
 * @typedef {"people" | "places" | "organisations" | "others"} Group
 * @typedef {{index: number, record: EntityRecord, count: number}} Named an entity that the article
 *   mentions so many times; `index` is its number in the pack
 */

/** In the order that they are listed in. */
const GROUPS = /** @type {const} */ (["people", "places", "organisations", "others"]);

/** The types of schema.org by what a reader takes them for. @type {[Group, RegExp][]} */
const TYPES = [
  ["people", /^(?:Person|Patient)$/u],
  [
    "organisations",
    /Organi[sz]ation$|^(?:PoliticalParty|NGO|Corporation|LocalBusiness|Consortium|Airline|School|CollegeOrUniversity|SportsTeam|MusicGroup|Hospital|Library|Newspaper|Project|ResearchOrganization)$/u,
  ],
  [
    "places",
    /Place$|Structure$|^(?:Country|City|State|Continent|AdministrativeArea|SchoolDistrict|Landform|BodyOfWater|.+BodyOfWater|Mountain|Volcano|Airport|Bridge|Museum|Park|Stadium\w*|LandmarksOrHistoricalBuildings|Embassy|GovernmentBuilding|Mosque|Church)$/u,
  ],
];

/**
 * @param {readonly Named[]} named
 * @returns {[Group, Named[]][]} the groups that have members, the most mentioned first in each
 */
export function groupsOf(named) {
  const sorted = [...named].sort((a, b) => b.count - a.count);
  return GROUPS.map(
    (group) =>
      /** @type {[Group, Named[]]} */ ([
        group,
        sorted.filter(({ record }) => groupOf(record) === group),
      ]),
  ).filter(([, members]) => members.length > 0);
}

/**
 * @param {EntityRecord} record
 * @returns {Group}
 */
function groupOf({ "@type": types }) {
  const names = [types].flat().map((type) => String(type).replace(/^.*[/:#]/u, ""));
  const found = TYPES.find(([, pattern]) => names.some((name) => pattern.test(name)));
  return found ? found[0] : "others";
}

/**
 * What a reader may type to find an entity: any part of any of its names, in any spelling.
 *
 * @param {string} typed
 * @returns {(record: EntityRecord) => boolean}
 */
export function filterOf(typed) {
  const wanted = folded(typed);
  if (wanted === "") return () => true;
  return (record) => labelsOf(record).some((label) => folded(label).includes(wanted));
}

/** @type {Map<string, string>} */
const known = new Map();

/**
 * @param {string} text
 * @returns {string} its words as the core folds them, in small letters
 */
function folded(text) {
  let found = known.get(text);
  if (found === undefined) {
    const words = new Document(text).tokens().map(({ fold }) => fold);
    found = words.join(" ").toLowerCase();
    known.set(text, found);
  }
  return found;
}

/** @param {EntityRecord} record */
function labelsOf({ name, alternateName, disambiguatingDescription }) {
  return [name, alternateName, disambiguatingDescription].flat().flatMap(textsOf);
}

/**
 * @param {unknown} value a text, or texts by language
 * @returns {string[]}
 */
function textsOf(value) {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value)
    .flat()
    .filter((text) => typeof text === "string");
}
