/**
 * The packs of entities that the page's readers use, each fetched once.
 */

import { load, Pack } from "./core.js";
import { Failure } from "./failure.js";
import { request } from "./request.js";

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
  const pack = new Pack(new Uint8Array(bytes));
  addresses.set(pack, address);
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
