// Usage: node .ci/shorten-glue.js GLUE < MAP
// Gives wasm-bindgen's JavaScript the short names that wasm-opt gave to the imports and exports of
// the WebAssembly; MAP is what wasm-opt printed. Readers download the long ones twice otherwise.
// Its loader gives way to one for what `www/core.js` hands over: a response that says it is wasm,
// or bytes.
import { readFile, writeFile } from "node:fs/promises";
import { text } from "node:stream/consumers";

/**
 * @typedef {[module: string, long: string, short: string][]} Imports
 * @typedef {[long: string, short: string][]} Exports
 */

const [glue] = process.argv.slice(2);
if (glue === undefined) throw new Error("usage: node .ci/shorten-glue.js GLUE < MAP");

/** Everything from here on in wasm-bindgen's file is its loader. */
const LOADER = /^async function __wbg_load\(.*/ms;
const SHORT_LOADER = `
export default async function __wbg_init({ module_or_path: source } = {}) {
  if (wasm) return wasm;
  const isResponse = source instanceof Response;
  const instantiate = isResponse ? WebAssembly.instantiateStreaming : WebAssembly.instantiate;
  const { instance } = await instantiate(source, __wbg_get_imports());
  return __wbg_finalize_init(instance);
}
`;

/** @type {{imports: Imports, exports: Exports}} */
const map = JSON.parse(await text(process.stdin));
const imported = new Map(map.imports.map(([, long, short]) => [long, short]));
const exported = new Map(map.exports);
const modules = new Set(map.imports.map(([module]) => module));

const long = await readFile(glue, "utf8");
if (!LOADER.test(long)) throw new Error(`${glue}: wasm-bindgen's loader is not where it was`);
const short = long
  .replace(
    /^( +)(\w+): function/gm,
    (_, space, name) => `${space}${shortOf(imported, name)}: function`,
  )
  .replace(/\bwasm\.(\w+)/g, (_, name) => `wasm.${shortOf(exported, name)}`)
  .replace(/"([^"\n]+)": import0/g, (entry, module) =>
    modules.has(module) ? '"a": import0' : entry,
  )
  .replace(LOADER, () => SHORT_LOADER);
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
