/**
 * The packs of entities that the page's readers use, each fetched once, and their records: at hand
 * in a small pack, else in files beside it (`record-files.js`).
 */

import { load, Pack, pause, recordOf } from "./core.js";
import { Failure, missingModules, request } from "./failure.js";

/** @import { EntityRecord } from "./core.js" */
/** @import { FiledRecords } from "./record-files.js" */

/** @type {Map<string, Promise<Pack>>} */
const packs = new Map();
/** Where each pack came from. @type {WeakMap<Pack, string>} */
const addresses = new WeakMap();

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

/**
 * The records of a pack.
 *
 * @param {Pack} pack
 * @returns {Promise<EntityRecords | FiledRecords>} rejected with a `Failure`
 */
export async function recordsOf(pack) {
  const address = addresses.get(pack) ?? document.baseURI;
  if (pack.recordFile(0) === undefined) return new EntityRecords(pack, address);
  const { FiledRecords } = await import("./record-files.js").catch((cause) => {
    throw missingModules(cause);
  });
  return new FiledRecords(pack, address);
}

/** The records of a small pack, which are all at hand. */
export class EntityRecords {
  /**
   * @param {Pack} pack
   * @param {string} address where the pack came from: what its records name is relative to that
   */
  constructor(pack, address) {
    this.pack = pack;
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
    return recordOf(this.pack, index);
  }

  /**
   * @param {number} index
   * @returns {Promise<EntityRecord>} rejected with an `Error` that says which file failed; asking
   *   again tries again
   */
  async fetch(index) {
    return recordOf(this.pack, index);
  }
}
