/**
 * The records of a large pack: each is in a file of some kilobytes beside it, which is asked for when
 * a pointer rests on a name and kept for as long as the page is open.
 */

import { EntityRecords } from "./entity-packs.js";

/** @import { EntityRecord } from "./core.js" */

/** How long a file may take before it counts as failed, in milliseconds. */
const PATIENCE = 15_000;

export class FiledRecords extends EntityRecords {
  /** @type {Map<number, EntityRecord>} */
  #known = new Map();
  /** The files asked for, by the ends of their addresses. @type {Map<string, Promise<Uint8Array>>} */
  #files = new Map();

  /**
   * @override
   * @param {number} index
   */
  known(index) {
    return this.#known.get(index);
  }

  /**
   * @override
   * @param {number} index
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
