/**
 * The packs of entities that the page's readers use, each fetched once, and their records: at hand
 * in a small pack, else each in a file of some kilobytes beside it, which is asked for when a pointer
 * rests on a name and kept for as long as the page is open.
 */

import { load, Pack, pause, recordOf } from "./core.js";
import { Failure, request } from "./failure.js";

/** @import { EntityRecord } from "./core.js" */

/** @type {Map<string, Promise<Pack>>} */
const packs = new Map();
/** Where each pack came from. @type {WeakMap<Pack, string>} */
const addresses = new WeakMap();

/**
 * Where a pack came from: its record files are beside it, its pictures relative to it.
 *
 * @param {Pack} pack
 * @returns {string}
 */
export function addressOf(pack) {
  return addresses.get(pack) ?? document.baseURI;
}

/**
 * Loads the pack that an element names.
 *
 * @param {HTMLElement} host
 * @returns {Promise<Pack | undefined>} nothing if it names none; rejected with a `Failure`, which
 *   whoever waits for it reports
 */
export function packOf(host) {
  const address = host.getAttribute("entities");
  const integrity = host.getAttribute("integrity") ?? "";
  const pack = address ? loadPack(address, integrity) : Promise.resolve(undefined);
  pack.catch(() => {});
  return pack;
}

/**
 * @param {string} address as the page's markup gives it
 * @param {string} integrity what the file must be, as in a script's `integrity`; empty if anything
 * @returns {Promise<Pack>} after a failure, asking again tries again
 */
function loadPack(address, integrity) {
  if (!URL.canParse(address, document.baseURI)) {
    return Promise.reject(failedPack(address, "it is not an address"));
  }
  const { href } = new URL(address, document.baseURI);
  const pack = packs.get(href) ?? fetchPack(href, integrity);
  packs.set(href, pack);
  return pack.catch((cause) => {
    packs.delete(href);
    throw failedPack(href, cause);
  });
}

/**
 * @param {string} address
 * @param {string} integrity
 * @returns {Promise<Pack>}
 */
async function fetchPack(address, integrity) {
  const response = await request(address, integrity);
  const [bytes] = await Promise.all([response.arrayBuffer(), load()]);
  await pause();
  const pack = new Pack(new Uint8Array(bytes));
  addresses.set(pack, address);
  await pause();
  return pack;
}

/**
 * @param {string} where
 * @param {unknown} cause
 * @returns {Failure}
 */
function failedPack(where, cause) {
  return new Failure("entities", "could not load the entity pack", {
    where,
    cause,
    advice:
      "Search works without it; for entity cards, publish a pack made by " +
      "`sorani-reader pack build` there or correct the attribute `entities`",
  });
}

/** How long a record may take before it counts as failed, in milliseconds. */
const PATIENCE = 15_000;

export class EntityRecords {
  /** @type {Map<number, EntityRecord>} */
  #known = new Map();
  /** The files asked for, by the ends of their addresses. @type {Map<string, Promise<Uint8Array>>} */
  #files = new Map();

  /**
   * @param {Pack} pack
   * @param {string} address where the pack came from; its record files lie in `ADDRESS.records/`
   */
  constructor(pack, address) {
    this.pack = pack;
    /** What addresses in the records are relative to. */
    this.address = address;
  }

  /**
   * The number in the pack of the entity with this `@id`; mentions whose record is not at hand name
   * theirs by `#` and that number.
   *
   * @param {string} id
   * @returns {number | undefined}
   */
  indexOf(id) {
    const number = /^#(\d+)$/u.exec(id)?.[1];
    return this.pack.indexOf(id) ?? (number === undefined ? undefined : Number(number));
  }

  /**
   * The record of an entity, if it is at hand.
   *
   * @param {number} index the entity's number in the pack
   * @returns {EntityRecord | undefined}
   */
  known(index) {
    if (this.pack.recordFile(index) === undefined) return recordOf(this.pack, index);
    return this.#known.get(index);
  }

  /**
   * @param {number} index
   * @returns {Promise<EntityRecord>} rejected with an `Error` that says which file failed; asking
   *   again tries again
   */
  async fetch(index) {
    const known = this.known(index);
    if (known) return known;
    const bytes = await this.fetchFile(`.records/${this.pack.recordFile(index)}`);
    const record = /** @type {EntityRecord} */ (this.pack.entityIn(index, bytes));
    this.#known.set(index, record);
    return record;
  }

  /**
   * @param {string} end what the address of a file beside the pack has after the pack's
   * @returns {Promise<Uint8Array>} rejected as `fetch` is
   */
  fetchFile(end) {
    const { origin, pathname } = new URL(this.address);
    const file = this.#files.get(end) ?? fetchBytes(`${origin}${pathname}${end}`);
    this.#files.set(end, file);
    file.catch(() => this.#files.delete(end));
    return file;
  }
}

/**
 * @param {string} address
 * @returns {Promise<Uint8Array>}
 */
async function fetchBytes(address) {
  const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) });
  if (!response.ok) throw new Error(`${address}: the server answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
