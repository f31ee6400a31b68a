// The npm package: what is in it, that tools and bundlers accept it, that it runs in Node, and that
// its types and its manifest tell what the element really has.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const PACKAGE = join(ROOT, "target/package");
const SEED = join(ROOT, "seeds/000_fd8a1b6014ca0d5e.txt");
const CLI = join(ROOT, "target/release/sorani-reader");
const MANIFEST = JSON.parse(read("custom-elements.json"));
const [ELEMENT] = MANIFEST.modules[0].declarations;

test("holds what is published, and nothing of the demo", () => {
  const names = readdirSync(PACKAGE, { recursive: true }).map(String);
  for (const name of [
    "sorani-reader.js",
    "sorani_reader_bg.wasm",
    "LICENSE-MIT",
    "messages/ku.js",
  ]) {
    assert.ok(names.includes(name), name);
  }
  assert.deepEqual(
    names.filter((name) => /\.html$|^demo|variants|^seeds|\.txt$/.test(name)),
    [],
  );
});

test("names no folder of the machine that made it", () => {
  for (const name of readdirSync(PACKAGE, { recursive: true }).map(String)) {
    const path = join(PACKAGE, name);
    if (statSync(path).isDirectory()) continue;
    const content = readFileSync(path);
    for (const folder of [ROOT, homedir()]) assert.ok(!content.includes(folder), name);
  }
});

test("has the checksum of every file", () => {
  const sums = read("SHA256SUMS").trimEnd().split("\n");
  for (const line of sums) {
    const [sum, name] = line.split("  ");
    const content = readFileSync(join(PACKAGE, name));
    assert.equal(createHash("sha256").update(content).digest("hex"), sum, name);
  }
  assert.ok(sums.length > 30);
});

for (const [tool, ...args] of [
  ["publint", "--strict"],
  ["attw", "--pack", "--profile", "esm-only", "--exclude-entrypoints", "entities.pack"],
]) {
  test(`pleases ${tool}`, () => {
    const path = join(ROOT, "node_modules/.bin", tool);
    execFileSync(path, [PACKAGE, ...args], { encoding: "utf8", stdio: "pipe" });
  });
}

test("prints the tokens of the seed article in Node", () => {
  const printed = execFileSync("node", ["examples/tokens.js", SEED], {
    cwd: PACKAGE,
    encoding: "utf8",
  });
  const expected = execFileSync(CLI, ["tokens", SEED], { encoding: "utf8" });
  assert.equal(printed, expected);
});

test("touches no DOM where there is none", async () => {
  const { SoraniReaderElement } = await import(join(PACKAGE, "sorani-reader.js"));
  assert.equal(typeof SoraniReaderElement, "function");
});

test("describes every member and attribute of the element, and no other", async () => {
  const { SoraniReaderElement } = await import(join(PACKAGE, "sorani-reader.js"));
  const own = Object.getOwnPropertyNames(SoraniReaderElement.prototype);
  const members = own.filter((name) => !/^constructor$|Callback$/.test(name)).sort();
  const described = ELEMENT.members.map((/** @type {{name: string}} */ { name }) => name).sort();
  assert.deepEqual(described, members);
  const types = read("sorani-reader.d.ts");
  for (const name of members) assert.match(types, new RegExp(`\\b${name}[(:]`), name);
  const attributes = ELEMENT.attributes.map((/** @type {{name: string}} */ { name }) => name);
  assert.deepEqual(attributes.sort(), attributesRead());
});

/** @returns {string[]} the attributes of its own that the element's scripts read, sorted */
function attributesRead() {
  const pattern = /\b(?:this|host)\.[gh]\w+Attribute\("([a-z-]+)"\)/g;
  const scripts = readdirSync(join(ROOT, "www")).filter((name) => name.endsWith(".js"));
  const found = scripts.flatMap((name) => [
    ...readFileSync(join(ROOT, "www", name), "utf8").matchAll(pattern),
  ]);
  return [...new Set(found.map(([, name]) => name))].sort();
}

test("describes every member of the engine's Document", async () => {
  const { Document } = await import(join(PACKAGE, "core.js"));
  const types = read("core.d.ts");
  const members = Object.getOwnPropertyNames(Document.prototype).slice(1);
  for (const name of members) assert.match(types, new RegExp(`  (readonly )?${name}[(:]`), name);
});

test("names only custom properties that the styles read", () => {
  const styles = readdirSync(PACKAGE)
    .filter((name) => name.endsWith(".js"))
    .map(read)
    .join("");
  const used = [...new Set(styles.match(/--sorani-reader-[a-z-]+/g))].sort();
  const named = ELEMENT.cssProperties.map((/** @type {{name: string}} */ { name }) => name).sort();
  assert.deepEqual(named, used);
});

test("leads to files that are there", () => {
  const { exports } = JSON.parse(read("package.json"));
  const targets = Object.values(exports).flatMap((it) =>
    typeof it === "string" ? it : Object.values(it),
  );
  for (const target of targets.filter((path) => !path.includes("*"))) {
    assert.ok(existsSync(join(PACKAGE, target)), target);
  }
});

/** @param {string} name */
function read(name) {
  return readFileSync(join(PACKAGE, name), "utf8");
}
