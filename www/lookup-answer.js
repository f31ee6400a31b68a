/**
 * What the reader learns about a selection: the card of what the pack knows by that name, else what
 * a provider says, else names that begin alike.
 */

import { Pack } from "./core.js";
import { missingModules, report } from "./failure.js";
import { describeSummary, describeUnknown } from "./lookup-content.js";

/** @import { Span } from "./core.js" */
/** @import { Reader } from "./reader.js" */

/** So many names are suggested at most, beside the one that is shown. */
const MOST = 4;
/** From this distance on, names only begin as what was typed does (`names_near` in the core). */
const BEGINNING = 128;
/** A beginning of fewer letters suggests anything. */
const SHORTEST = 3;

/**
 * Shows the answer as a card at the selection.
 *
 * @param {Reader} reader
 * @param {Range} range what is selected
 */
export async function answer(reader, range) {
  const span = trimmed(reader, range);
  if (!span) return;
  const text = reader.text.slice(span.start, span.end).replace(/\s+/gu, " ");
  const found = [...(reader.records?.pack.lookup(text) ?? [])];
  if (found.length > 0) return show(reader, span, found);
  const mention = reader.mentions.find(({ start, end }) => start < span.end && span.start < end);
  if (mention) return show(reader, span, [mention.index]);
  const alike = reader.records ? await heard(reader.records, text).catch(() => []) : [];
  if (alike.length > 0) return show(reader, span, alike.slice(0, 1 + MOST));
  const said = await provided(reader, text).catch((cause) => {
    report(reader.root, missingModules(cause));
  });
  const content = said ? describeSummary(text, said) : await unknown(reader, span, text);
  reader.cards.say(span, content);
}

/**
 * @param {Reader} reader
 * @param {Span} span
 * @param {readonly number[]} found numbers of entities in the pack
 */
function show(reader, span, [entity, ...candidates]) {
  const mention = reader.mentions.findIndex(
    ({ start, end, index }) => index === entity && start < span.end && span.start < end,
  );
  reader.cards.showSelection({ span, entity, candidates, mention });
}

/**
 * @param {Reader} reader
 * @param {string} text
 */
async function provided(reader, text) {
  if (!reader.provider) return undefined;
  const { askProvider } = await import("./provider.js");
  return askProvider({ "@id": text, name: text }, reader.provider);
}

/**
 * @param {Reader} reader
 * @param {Span} span
 * @param {string} text
 */
async function unknown(reader, span, text) {
  const records = /** @type {NonNullable<Reader["records"]>} */ (reader.records);
  const alike = await similar(records, text).catch(() => []);
  const named = await Promise.all(
    alike.map(async (index) => ({ index, record: await records.fetch(index) })),
  );
  return describeUnknown(text, named, (entity) => show(reader, span, [entity]));
}

/**
 * Entities whose names begin as the text does, or as all but its last letters do.
 *
 * @param {NonNullable<Reader["records"]>} records
 * @param {string} text
 * @returns {Promise<number[]>} rejected if the names of a large pack cannot be had
 */
async function similar(records, text) {
  const letters = [...text];
  for (let length = letters.length; length >= SHORTEST; length--) {
    const found = await suggest(records, letters.slice(0, length).join(""));
    if (found.length > 0) return found;
  }
  return [];
}

/**
 * The entities of a large pack that a name in Latin letters sounds like, the nearest only; a small
 * pack's `lookup` knows them.
 *
 * @param {NonNullable<Reader["records"]>} records
 * @param {string} name
 * @returns {Promise<number[]>} rejected if the names cannot be had
 */
async function heard(records, name) {
  const isLatin = /\p{Script=Latin}/u.test(name);
  const near = isLatin ? await namesNear(records, name) : [];
  const nearest = Math.min(near[0]?.[0] ?? BEGINNING, BEGINNING - 1);
  return entitiesOf(near.filter(([distance]) => distance <= nearest));
}

/**
 * The entities of names that begin or sound so, as numbers in the pack, the nearest first.
 *
 * @param {NonNullable<Reader["records"]>} records
 * @param {string} typed
 * @returns {Promise<number[]>}
 */
async function suggest(records, typed) {
  const inside = [...new Set(records.pack.suggest(typed, MOST))];
  return inside.length > 0 ? inside : entitiesOf(await namesNear(records, typed)).slice(0, MOST);
}

/**
 * The names of a large pack, which lie in files beside it, that come near what was typed.
 *
 * @param {NonNullable<Reader["records"]>} records
 * @param {string} typed
 * @returns {Promise<[distance: number, entity: number][]>} the nearest first; none of a small pack
 */
async function namesNear(records, typed) {
  if (!("fetchFile" in records)) return [];
  const list = await records.fetchFile(".names");
  const names = Pack.nameBlocks(list, typed).split(" ");
  const files = names.filter((name) => name !== "");
  const blocks = await Promise.all(files.map((name) => records.fetchFile(`.records/${name}`)));
  const near = blocks.flatMap((block) => inPairs(Pack.namesNear(block, typed)));
  return near.sort(([one], [other]) => one - other);
}

/**
 * @param {readonly [distance: number, entity: number][]} near
 * @returns {number[]} each once
 */
function entitiesOf(near) {
  return [...new Set(near.map(([, entity]) => entity))];
}

/**
 * @param {Uint32Array} numbers
 * @returns {[distance: number, entity: number][]}
 */
function inPairs(numbers) {
  /** @type {[number, number][]} */
  const pairs = [];
  for (let at = 0; at < numbers.length; at += 2) pairs.push([numbers[at], numbers[at + 1]]);
  return pairs;
}

/**
 * The selection as a span of the text, without white space and marks around it.
 *
 * @param {Reader} reader
 * @param {Range} range
 * @returns {Span | undefined}
 */
function trimmed(reader, range) {
  const span = reader.spanOfRange(range);
  if (!span) return undefined;
  const text = reader.text.slice(span.start, span.end);
  const before = /^[^\p{L}\p{N}]*/u.exec(text)?.[0].length ?? 0;
  const after = /[^\p{L}\p{M}\p{N}]*$/u.exec(text)?.[0].length ?? 0;
  const [start, end] = [span.start + before, span.end - after];
  return start < end ? { start, end } : undefined;
}
