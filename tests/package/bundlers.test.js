// The npm package in bundlers: they follow every import and every `new URL(…, import.meta.url)`.
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import webpack from "webpack";

const PACKAGE = fileURLToPath(new URL("../../target/package/", import.meta.url));

test("webpack builds it for browsers and emits the wasm", async (context) => {
  const path = mkdtempSync(join(tmpdir(), "sorani-reader-"));
  context.after(() => rmSync(path, { recursive: true }));
  const report = await bundle(join(PACKAGE, "sorani-reader.js"), path);
  assert.deepEqual(report.errors, []);
  assert.ok(readdirSync(path).some((name) => name.endsWith(".wasm")));
});

test("asks Turbopack for no folder", () => {
  for (const name of readdirSync(PACKAGE).filter((name) => name.endsWith(".js")))
    assert.doesNotMatch(readFileSync(join(PACKAGE, name), "utf8"), /new URL\("\.\/?"/, name);
});

/**
 * @param {string} entry
 * @param {string} path of the folder to write into
 * @returns {Promise<{errors: string[]}>}
 */
function bundle(entry, path) {
  return new Promise((resolve, reject) =>
    webpack({ mode: "development", entry, output: { path } }, (failure, stats) => {
      if (failure) reject(failure);
      else resolve({ errors: stats?.toJson().errors?.map(({ message }) => message) ?? [] });
    }),
  );
}
