// Prints what a reader downloads, in bytes, compressed as servers do it, by when it is loaded.
import { readdirSync, readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

const SITE = new URL("../../dist/", import.meta.url);
const ENTRY = "sorani-reader.js";
const KB = 1000;

/** What a page cannot do without, in KB at most; design: a loader of 4, all together 75, better 60. */
const BUDGETS = { loader: 4, scripts: 16, core: 55, total: 75 };
const AIM = 60;

const shipped = readdirSync(SITE, { recursive: true })
  .map(String)
  .filter((name) => /\.(js|wasm)$/.test(name))
  .sort();
const loader = withImports(ENTRY, new Set());
const core = new Set(shipped.filter((name) => name.startsWith("sorani_reader")));
const scripts = new Set(shipped.filter((name) => !loader.has(name) && !core.has(name)));

const total =
  printPart("loader", "with every page", loader) +
  printPart("scripts", "when the article comes near", scripts) +
  printPart("core", "with the scripts", core);
console.log(row("to read, find and show cards", "", total, budget("total")));
console.log(`the aim is ${AIM * KB}; demo pages and packs of entities are not counted`);

/**
 * @param {keyof typeof BUDGETS} part
 * @param {string} when
 * @param {Set<string>} names
 * @returns {number} bytes of the part
 */
function printPart(part, when, names) {
  const sizes = [...names].map(sizeOf);
  const all = sizes.reduce((sum, { brotli }) => sum + brotli, 0);
  console.log(row(`${part}, ${when}`, "as it is", "brotli", "budget"));
  for (const { name, bytes, brotli } of sizes) console.log(row(`  ${name}`, bytes, brotli, ""));
  console.log(row("  together", "", all, budget(part)));
  return all;
}

/** @param {keyof typeof BUDGETS} part */
function budget(part) {
  return BUDGETS[part] * KB;
}

/** @param {string} name */
function sizeOf(name) {
  const content = readFileSync(new URL(name, SITE));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  return { name, bytes: content.length, brotli: brotliCompressSync(content, { params }).length };
}

/**
 * A module and all that it imports at once, as a browser loads them.
 *
 * @param {string} name
 * @param {Set<string>} found
 * @returns {Set<string>} `found`
 */
function withImports(name, found) {
  if (found.has(name)) return found;
  found.add(name);
  const source = readFileSync(new URL(name, SITE), "utf8");
  for (const [, imported] of source.matchAll(/^(?:import|export) [^"]*?"\.\/([^"]+)";$/gm)) {
    withImports(imported, found);
  }
  return found;
}

/**
 * @param {string} name
 * @param {...(string | number)} cells
 */
function row(name, ...cells) {
  return name.padEnd(44) + cells.map((cell) => String(cell).padStart(10)).join("");
}
