/**
 * The packs of entities that the page's readers use, each fetched once.
 */

import { load, Pack } from "./core.js";
import { Failure } from "./failure.js";

/** @type {Map<string, Promise<Pack>>} */
const packs = new Map();

/**
 * @param {URL} address
 * @returns {Promise<Pack>} rejected with a `Failure`; asking again then tries again
 */
export function loadPack({ href }) {
  let pack = packs.get(href);
  if (!pack) {
    pack = fetchPack(href).catch((cause) => {
      packs.delete(href);
      throw failedPack(href, cause);
    });
    packs.set(href, pack);
  }
  return pack;
}

/**
 * @param {string} address
 * @returns {Promise<Pack>}
 */
async function fetchPack(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  const [bytes] = await Promise.all([response.arrayBuffer(), load()]);
  return new Pack(new Uint8Array(bytes));
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
