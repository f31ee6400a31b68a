// Runs in the page that is measured: packs of many labels are loaded, and a story is matched
// against them. All times are milliseconds.
import { Document, load, Pack } from "./core.js";

/** What each median is taken of. */
const SAMPLES = 31;
/** Clocks of browsers are coarse: so much is done between two looks at them. */
const ROUNDS = 16;

/**
 * From a pack's bytes to what can be matched; their copying into the core's memory counts.
 *
 * @param {string} address
 */
async function loading(address) {
  await load();
  const bytes = await bytesOf(address);
  /** @type {number[]} */
  const times = [];
  for (let sample = 0; sample < SAMPLES; sample++) {
    /** @type {Pack[]} */
    const packs = [];
    const start = performance.now();
    for (let round = 0; round < ROUNDS; round++) packs.push(new Pack(bytes));
    times.push((performance.now() - start) / ROUNDS);
    for (const pack of packs) pack.free();
  }
  return median(times);
}

/**
 * The mentions of each pack's entities in a story, the packs in turns; each time in a document that
 * has only been read.
 *
 * @param {string} story the address of its text
 * @param {readonly string[]} addresses of the packs
 */
async function matching(story, addresses) {
  await load();
  const text = await (await fetch(story)).text();
  const packs = await Promise.all(addresses.map(async (at) => new Pack(await bytesOf(at))));
  /** @type {number[][]} */
  const times = packs.map(() => []);
  // The first samples warm up.
  for (let sample = -SAMPLES; sample < SAMPLES; sample++) {
    for (const [index, pack] of packs.entries()) {
      const documents = Array.from({ length: ROUNDS }, () => new Document(text));
      for (const document of documents) document.usePack(pack);
      const start = performance.now();
      for (const document of documents) document.mentions();
      if (sample >= 0) times[index].push((performance.now() - start) / ROUNDS);
      for (const document of documents) document.free();
    }
  }
  return times.map(median);
}

/** @param {string} address */
async function bytesOf(address) {
  return new Uint8Array(await (await fetch(address)).arrayBuffer());
}

/** @param {number[]} times */
function median(times) {
  return times.sort((a, b) => a - b)[times.length >> 1];
}

Object.assign(window, { packs: { loading, matching } });
