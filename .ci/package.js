// Usage: node .ci/package.js SITE PACKAGE
// Makes the npm package out of a built site and .ci/package/: what a newsroom publishes, the types,
// the manifest and the licences, without the demo and its article.
import { createHash } from "node:crypto";
import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [site, target] = process.argv.slice(2);
if (target === undefined) throw new Error("usage: node .ci/package.js SITE PACKAGE");

const OURS = new URL("./package/", import.meta.url);
const ROOT = new URL("../", import.meta.url);
const LICENCES = ["LICENSE-MIT", "LICENSE-APACHE", "LICENSE-DATA", "CHANGELOG.md"];
/** The demo: its pages, styles and pictures, and types that only describe the inside. */
const LEFT_OUT = /\.(?:html|css|svg|txt)$|^sorani_reader\.d\.ts$|^variants(?:\/|$)|^demo\./;
const SUMS = "SHA256SUMS";

rmSync(target, { recursive: true, force: true });
for (const name of filesIn(site).filter((name) => !LEFT_OUT.test(name))) {
  cpSync(join(site, name), join(target, name));
}
cpSync(OURS, target, { recursive: true });
for (const name of LICENCES) cpSync(new URL(name, ROOT), join(target, name));
writeManifest();
writeFileSync(join(target, SUMS), filesIn(target).map(sumOf).join(""));

/** The version is the crate's. */
function writeManifest() {
  const file = join(target, "package.json");
  const crate = readFileSync(new URL("Cargo.toml", ROOT), "utf8");
  const [, version] = /^version = "(.+)"$/m.exec(crate) ?? [];
  const { name, ...rest } = JSON.parse(readFileSync(file, "utf8"));
  writeFileSync(file, `${JSON.stringify({ name, version, ...rest }, null, 2)}\n`);
}

/**
 * @param {string} folder
 * @returns {string[]} the files in it and below, with `/` between names
 */
function filesIn(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => String(name).replaceAll("\\", "/"))
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();
}

/** @param {string} name */
function sumOf(name) {
  const content = readFileSync(join(target, name));
  return `${createHash("sha256").update(content).digest("hex")}  ${name}\n`;
}
