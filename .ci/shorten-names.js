// Usage: node .ci/shorten-names.js GLUE < MAP
// Gives wasm-bindgen's JavaScript the short names that wasm-opt gave to the imports and exports of
// the WebAssembly; MAP is what wasm-opt printed. Readers download the long ones twice otherwise.
import { readFile, writeFile } from "node:fs/promises";
import { text } from "node:stream/consumers";

/**
 * @typedef {[module: string, long: string, short: string][]} Imports
 * @typedef {[long: string, short: string][]} Exports
 */

const [glue] = process.argv.slice(2);
if (glue === undefined) throw new Error("usage: node .ci/shorten-names.js GLUE < MAP");

/** @type {{imports: Imports, exports: Exports}} */
const map = JSON.parse(await text(process.stdin));
const imported = new Map(map.imports.map(([, long, short]) => [long, short]));
const exported = new Map(map.exports);
const modules = new Set(map.imports.map(([module]) => module));

const long = await readFile(glue, "utf8");
const short = long
  .replace(
    /^( +)(\w+): function/gm,
    (_, space, name) => `${space}${shortOf(imported, name)}: function`,
  )
  .replace(/\bwasm\.(\w+)/g, (_, name) => `wasm.${shortOf(exported, name)}`)
  .replace(/"([^"\n]+)": import0/g, (entry, module) =>
    modules.has(module) ? '"a": import0' : entry,
  );
await writeFile(glue, short);

/**
 * @param {Map<string, string>} names
 * @param {string} name
 */
function shortOf(names, name) {
  const short = names.get(name);
  if (short === undefined) throw new Error(`${glue}: ${name} is not in wasm-opt's map`);
  return short;
}
