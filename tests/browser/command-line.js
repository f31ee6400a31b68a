// What the command line says of a page, for specs that hold the widget to it.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const CLI = fileURLToPath(new URL("../../target/release/sorani-reader", import.meta.url));

/** @typedef {{start: number, end: number, tier: string}} Place */

/**
 * Runs the command line, and gives the columns of its answer without their names.
 * @param {...string} args
 * @returns {string[][]}
 */
export function rowsByCli(...args) {
  const [, ...lines] = execFileSync(CLI, args, { encoding: "utf8" }).split("\n");
  return lines.filter((line) => line !== "").map((line) => line.split("\t"));
}

/**
 * @param {string} query
 * @param {string} file
 * @param {string} [pack] of entities
 * @returns {Place[]}
 */
export function searchFile(query, file, pack) {
  const entities = pack === undefined ? [] : ["--pack", pack];
  return rowsByCli("search", query, ...entities, file).map(([start, end, tier]) => ({
    start: Number(start),
    end: Number(end),
    tier,
  }));
}

/**
 * @param {string} query
 * @param {string} html the markup in an article
 * @returns {Place[]}
 */
export function searchPage(query, html) {
  return withPage(html, (file) => searchFile(query, file));
}

/**
 * The flat text of markup as the command line reads it.
 * @param {string} html
 * @returns {string}
 */
export function textOfPage(html) {
  return withPage(html, (file) => execFileSync(CLI, ["text", file], { encoding: "utf8" }));
}

/**
 * @template Result
 * @param {string} html
 * @param {(file: string) => Result} ask
 * @returns {Result}
 */
function withPage(html, ask) {
  const folder = mkdtempSync(join(tmpdir(), "sorani-reader-"));
  const file = join(folder, "page.html");
  writeFileSync(
    file,
    `<!doctype html><meta charset="utf-8"><sorani-reader>${html}</sorani-reader>`,
  );
  try {
    return ask(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * A pack of these records.
 * @param {object[]} records
 * @returns {Buffer}
 */
export function packOf(records) {
  const folder = mkdtempSync(join(tmpdir(), "sorani-reader-"));
  const [source, pack] = [join(folder, "entities.jsonl"), join(folder, "out.pack")];
  writeFileSync(source, records.map((record) => JSON.stringify(record)).join("\n"));
  try {
    execFileSync(CLI, ["pack", "build", source, "-o", pack], { stdio: "pipe" });
    return readFileSync(pack);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
