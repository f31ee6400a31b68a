// Subresource integrity of the published files.
//   node .ci/integrity.js core FOLDER   the module that tells core.js what the wasm must be
//   node .ci/integrity.js list FOLDER   the hash of every file that a page loads, as JSON
//   node .ci/integrity.js tags FOLDER BASE
//     the tags that a page needs to have all of them checked; BASE is where it finds the folder
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const WASM = "sorani_reader_bg.wasm";
const ENTRY = "sorani-reader.js";
/** What no other page loads. */
const DEMO = /^(?:demo\.|variants\/)/;

const [what, folder, base = "./"] = process.argv.slice(2);
const writers = { core, list, tags };
const write = Object.hasOwn(writers, what) ? writers[/** @type {keyof writers} */ (what)] : usage;
write();

function core() {
  console.log(`export const coreIntegrity = "${hashOf(WASM)}";`);
}

function list() {
  console.log(JSON.stringify(hashes(), null, 2));
}

function tags() {
  const all = hashes();
  const modules = Object.entries(all).filter(([name]) => name.endsWith(".js") && name !== ENTRY);
  const integrity = Object.fromEntries(modules.map(([name, hash]) => [base + name, hash]));
  const map = JSON.stringify({ integrity });
  const mapHash = createHash("sha256").update(map).digest("base64");
  console.log(`<!-- In script-src of the content security policy: 'sha256-${mapHash}' -->
<script type="importmap">${map}</script>
<script type="module" src="${base}${ENTRY}" integrity="${all[ENTRY]}"></script>`);
}

function usage() {
  console.error("usage: node .ci/integrity.js core|list|tags FOLDER [BASE]");
  process.exitCode = 2;
}

/** @returns {Record<string, string>} */
function hashes() {
  const names = readdirSync(folder, { recursive: true }).map((name) =>
    String(name).replaceAll("\\", "/"),
  );
  const loaded = names.filter((name) => /\.(js|wasm|pack)$/.test(name) && !DEMO.test(name));
  return Object.fromEntries(loaded.sort().map((name) => [name, hashOf(name)]));
}

/** @param {string} name */
function hashOf(name) {
  const content = readFileSync(join(folder, name));
  return `sha384-${createHash("sha384").update(content).digest("base64")}`;
}
