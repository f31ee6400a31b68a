// Prints what a reader downloads: each file of dist/, as it is and compressed as servers do it.
import { readdirSync, readFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";

const SITE = new URL("../../dist/", import.meta.url);
const DOWNLOADED = /\.(css|js|pack|wasm)$/;

const files = readdirSync(SITE, { recursive: true })
  .map(String)
  .filter((name) => DOWNLOADED.test(name));
const rows = files.sort().map((name) => {
  const content = readFileSync(new URL(name, SITE));
  return {
    name,
    bytes: content.length,
    gzip: gzipSync(content, { level: 9 }).length,
    brotli: brotliCompressSync(content).length,
  };
});

console.table(Object.fromEntries(rows.map(({ name, ...sizes }) => [name, sizes])));
