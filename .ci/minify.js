// Usage: node .ci/minify.js SOURCE TARGET
// Writes a module without comments and long names. Files stay apart: a reader's browser loads only
// those that it needs, and keeps those that have not changed.
import { readFile, writeFile } from "node:fs/promises";
import { minify } from "terser";

const [source, target] = process.argv.slice(2);
if (target === undefined) throw new Error("usage: node .ci/minify.js SOURCE TARGET");

const { code } = await minify(await readFile(source, "utf8"), {
  module: true,
  ecma: 2020,
  compress: { passes: 2 },
  // What tells bundlers to leave an address alone.
  format: { comments: /webpackIgnore|@vite-ignore/ },
});
if (!code) throw new Error(`${source} came out empty: is it a module?`);
await writeFile(target, `${code}\n`);
