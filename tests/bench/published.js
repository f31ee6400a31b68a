// What a reader's browser downloads of the built site, by when it is loaded.
import { readdirSync, readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

const SITE = new URL("../../dist/", import.meta.url);
const CORE = /^sorani_reader(?:_bg)?\.(?:js|wasm)$/;

/** @typedef {"loader" | "scripts" | "core" | "later"} Part */

/** What a page cannot do without, in bytes of brotli at most. */
export const BUDGETS = { loader: 4_000, scripts: 16_000, core: 55_000, total: 75_000 };

/**
 * The published files: `loader` comes with every page, `scripts` and `core` when the article comes
 * near, `later` when somebody uses what they are for.
 *
 * @returns {Record<Part, string[]>}
 */
export function published() {
  const all = readdirSync(SITE, { recursive: true }).map((name) =>
    String(name).replaceAll("\\", "/"),
  );
  const shipped = all.filter(
    (name) => /\.(?:js|wasm)$/.test(name) && !/^(?:demo|variants)\b/.test(name),
  );
  const loader = withImports("sorani-reader.js", new Set());
  const near = withImports("element.js", new Set());
  const isNear = (/** @type {string} */ name) => near.has(name) && !loader.has(name);
  const rest = shipped.filter((name) => !loader.has(name)).sort();
  return {
    loader: [...loader],
    scripts: rest.filter((name) => isNear(name) && !CORE.test(name)),
    core: rest.filter((name) => CORE.test(name)),
    later: rest.filter((name) => !near.has(name) && !CORE.test(name)),
  };
}

/** @param {string} name */
export function sizeOf(name) {
  const content = readFileSync(new URL(name, SITE));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  return { name, bytes: content.length, brotli: brotliCompressSync(content, { params }).length };
}

/**
 * @param {readonly string[]} names
 * @returns {number} bytes of brotli
 */
export function together(names) {
  return names.reduce((sum, name) => sum + sizeOf(name).brotli, 0);
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
  for (const imported of importsOf(name)) withImports(imported, found);
  return found;
}

/**
 * @param {string} name of a module
 * @returns {string[]} what it imports at once
 */
export function importsOf(name) {
  const source = readFileSync(new URL(name, SITE), "utf8");
  const imports = source.matchAll(/\b(?:from|import)\s*"(\.{1,2}\/[^"]+)"/g);
  return Array.from(imports, ([, path]) => new URL(path, `file:///${name}`).pathname.slice(1));
}
