/**
 * The engine for scripts, in browsers and in Node: tokens, sentences, search, entities.
 *
 *     import { Document, load } from "./core.js";
 *     await load();
 *     new Document("لە ئەمریکاوە").search("ئەمریکا"); // [{start: 3, end: 12, tier: "inflected"}]
 *
 * All offsets are UTF-16 code units of the text, as JavaScript's strings count. Importing this
 * module touches neither the DOM nor the network; `load()` does.
 */

import { request } from "./failure.js";
import { coreIntegrity } from "./integrity.js";
import initialise, { Document as CoreDocument, Pack, prepareWords } from "./sorani_reader.js";

export { Article, Pack } from "./sorani_reader.js";

/** @import { Article } from "./sorani_reader.js" */

/** In the order of the core's numbers. */
const KINDS = /** @type {const} */ ([
  "word",
  "number",
  "date",
  "time",
  "percent",
  "url",
  "email",
  "handle",
  "hashtag",
  "emoji",
]);

/** How places relate to a query, best first, in the order of the core's numbers. */
export const TIERS = /** @type {const} */ ([
  "exact",
  "folded",
  "inflected",
  "entity",
  "loose",
  "latin",
  "scattered",
  "part",
  "typo",
]);

/** In the order of the core's numbers. */
const VIAS = /** @type {const} */ (["name", "alias", "short", "demonym"]);

/**
 * @typedef {{start: number, end: number}} Span a half-open range of the text
 * @typedef {typeof TIERS[number]} Tier
 * @typedef {"smart" | "exact" | "word"} Mode
 * @typedef {{start: number, end: number, tier: Tier}} Match
 * @typedef {{
 *   start: number, end: number, kind: typeof KINDS[number],
 *   surface: string, fold: string, stem: string,
 * }} Token
 * @typedef {{start: number, end: number, paragraph: number}} Sentence
 * @typedef {{
 *   start: number, end: number, coreEnd: number, entity: string, index: number,
 *   via: typeof VIAS[number], candidates: string[],
 * }} Mention `coreEnd` is the end of the bare name, `candidates` what else it may name, `index` the
 *   entity's number in the pack; `entity` is `#` and that number where a large pack keeps the
 *   record, and so its `@id`, in a file of its own
 * @typedef {{text: string, count: number, entity?: string}} Suggestion the base of a word or the
 *   name of an entity, how often the text has it in whatever form, and the entity's id
 * @typedef {Record<string, unknown> & {"@id": string}} EntityRecord as the publisher wrote it
 */

/** @type {Promise<void> | undefined} */
let loading;
let isLoaded = false;

/**
 * Loads the wasm, once for the whole page or process. After a failure it can be called again.
 *
 * @returns {Promise<void>} rejected with an `Error` that says what could not be loaded
 */
export function load() {
  loading ??= start().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** Where the wasm is. */
export const coreAddress = new URL("sorani_reader_bg.wasm", import.meta.url);

async function start() {
  const source = coreAddress.protocol === "file:" ? readFile(coreAddress) : fetchCore(coreAddress);
  await initialise({ module_or_path: await source });
  while (!prepareWords(isSeen() ? STEP_LISTED : ALL_LISTED)) await pause();
  isLoaded = true;
}

/**
 * Lets the page draw and answer between two pieces of work, which together would keep a phone from it
 * for a moment. A hidden page has nobody to answer, and slow timers.
 */
export async function pause() {
  if (isSeen()) await new Promise((done) => setTimeout(done));
}

function isSeen() {
  return globalThis.document?.visibilityState === "visible";
}

/**
 * @param {URL} address
 * @returns {Promise<Response | ArrayBuffer>} the bytes where the server does not say that they are
 *   wasm, or a script of the page has put answers of its own in their place: browsers compile only
 *   what is called so while it arrives
 */
async function fetchCore(address) {
  const response = await request(address, coreIntegrity);
  const isWasm = response.headers.get("Content-Type")?.startsWith("application/wasm");
  return isWasm && response instanceof Response ? response : response.arrayBuffer();
}

/**
 * @param {URL} address
 * @returns {Promise<BufferSource>}
 */
async function readFile(address) {
  // The comments keep what gathers a browser's modules from looking for this one.
  const { readFile: read } = await import(
    /* webpackIgnore: true */ /* @vite-ignore */ /** @type {string} */ ("node:fs/promises")
  );
  return read(address);
}

/** For so many milliseconds at a time is worked ahead: nobody feels a keystroke that waits so long. */
const SLICE_MS = 8;
/** How many words of the word list are unpacked at a time: some 4 ms on a desktop of 2020. */
const STEP_LISTED = 2000;
const ALL_LISTED = 2 ** 32 - 1;
/** How many words are worked ahead before the clock is looked at. */
const STEP_WORDS = 32;

/** A text that has been read. */
export class Document {
  #core;
  #isFree = false;
  /** @type {Pack | undefined} */
  #pack;

  /**
   * @param {string | Article} source a plain text, or an article on the page
   */
  constructor(source) {
    if (!isLoaded) throw new Error("the core is not loaded: `await load()` before `new Document`");
    this.#core = typeof source === "string" ? new CoreDocument(source) : source.document();
  }

  /** The text that offsets refer to. */
  get text() {
    return this.#core.text();
  }

  /** @returns {Token[]} */
  tokens() {
    const [text, numbers] = [this.text, this.#core.tokens()];
    return rows(numbers, 3, (at) => ({
      start: numbers[at],
      end: numbers[at + 1],
      kind: KINDS[numbers[at + 2]],
      surface: text.slice(numbers[at], numbers[at + 1]),
      fold: this.#core.tokenFold(at / 3),
      stem: this.#core.tokenStem(at / 3),
    }));
  }

  /** @returns {Sentence[]} */
  sentences() {
    const numbers = this.#core.sentences();
    return rows(numbers, 3, (at) => ({
      start: numbers[at],
      end: numbers[at + 1],
      paragraph: numbers[at + 2],
    }));
  }

  /** @returns {Span[]} */
  paragraphs() {
    const numbers = this.#core.paragraphs();
    return rows(numbers, 2, (at) => ({ start: numbers[at], end: numbers[at + 1] }));
  }

  /**
   * The places that match, in text order.
   *
   * @param {string} query
   * @param {{mode?: Mode}} [options]
   * @returns {Match[]}
   */
  search(query, options) {
    const numbers = this.searchRows(query, options);
    return rows(numbers, 3, (at) => ({
      start: numbers[at],
      end: numbers[at + 1],
      tier: TIERS[numbers[at + 2]],
    }));
  }

  /**
   * The same as plain numbers, three a match: start, end, index of its tier in `TIERS`. For texts in
   * which a letter stands a hundred thousand times.
   *
   * @param {string} query
   * @param {{mode?: Mode}} [options]
   * @returns {Uint32Array}
   */
  searchRows(query, { mode = "smart" } = {}) {
    return this.#core.search(query, mode);
  }

  /**
   * What the text has to offer for a query half typed, the most frequent first.
   *
   * @param {string} beginning
   * @param {number} [limit] how many at most
   * @returns {Suggestion[]}
   */
  suggest(beginning, limit = 8) {
    /** @type {{text: string, count: number, entity: number | null}[]} */
    const found = this.#core.suggest(beginning, limit);
    return found.map(({ text, count, entity }) => ({
      text,
      count,
      ...(entity === null ? {} : { entity: this.#id(entity) }),
    }));
  }

  /**
   * Works out, whenever the page is idle, what searches will ask for; without it, the first ones
   * take longer.
   *
   * @param {AbortSignal} life stops it, as `free()` does
   */
  prepareAtIdle(life) {
    /** @type {number | undefined} */
    let next = 0;
    const prepare = () => {
      const end = performance.now() + SLICE_MS;
      while (next !== undefined && !life.aborted && !this.#isFree && performance.now() < end) {
        next = this.#core.prepare(next, STEP_WORDS);
      }
      if (next !== undefined && !life.aborted && !this.#isFree) whenIdle(prepare);
    };
    whenIdle(prepare);
  }

  /**
   * Recognises the entities of a pack from now on, in `mentions()` and in `search()`.
   *
   * @param {Uint8Array | Pack} pack a pack file's bytes; an `Error` says what is wrong with them
   */
  usePack(pack) {
    this.#pack = pack instanceof Pack ? pack : new Pack(pack);
    this.#core.setPack(this.#pack);
  }

  /**
   * Where the text mentions entities of the pack, in text order; nothing without a pack.
   *
   * @returns {Mention[]}
   */
  mentions() {
    const numbers = this.#core.mentions();
    return rows(numbers, 5, (at) => ({
      start: numbers[at],
      end: numbers[at + 2],
      coreEnd: numbers[at + 1],
      entity: this.#id(numbers[at + 3]),
      index: numbers[at + 3],
      via: VIAS[numbers[at + 4]],
      candidates: [...this.#core.candidates(at / 5)].map((other) => this.#id(other)),
    }));
  }

  /**
   * The record of an entity, or `undefined` if the pack has none of this id.
   *
   * @param {string} id
   * @returns {EntityRecord | undefined}
   */
  entity(id) {
    const index = this.#pack?.indexOf(id);
    return index === undefined ? undefined : recordOf(/** @type {Pack} */ (this.#pack), index);
  }

  /** Gives the memory back before the garbage collector does; the document is of no use after it. */
  free() {
    this.#isFree = true;
    this.#core.free();
  }

  /**
   * @param {number} index
   * @returns {string}
   */
  #id(index) {
    const pack = /** @type {Pack} */ (this.#pack);
    return pack.recordFile(index) === undefined ? recordOf(pack, index)["@id"] : `#${index}`;
  }
}

/** @param {() => void} work */
function whenIdle(work) {
  // WebKit has no idle callbacks: a short wait lets it draw and answer in between.
  if (typeof requestIdleCallback === "function") requestIdleCallback(work);
  else setTimeout(work, SLICE_MS);
}

/** @type {WeakMap<Pack, Map<number, EntityRecord>>} */
const records = new WeakMap();

/**
 * Reads a record that a pack holds itself, once.
 *
 * @param {Pack} pack
 * @param {number} index
 * @returns {EntityRecord}
 */
export function recordOf(pack, index) {
  const known = records.get(pack) ?? new Map();
  records.set(pack, known);
  const record = known.get(index) ?? /** @type {EntityRecord} */ (pack.entity(index));
  known.set(index, record);
  return record;
}

/**
 * @template Row
 * @param {Uint32Array} numbers
 * @param {number} stride how many numbers a row has
 * @param {(at: number) => Row} toRow makes a row of the numbers from this index on
 * @returns {Row[]}
 */
function rows(numbers, stride, toRow) {
  // No `Array.from`: frameworks of 2007 put another in its place.
  const made = [];
  for (let at = 0; at < numbers.length; at += stride) made.push(toRow(at));
  return made;
}
