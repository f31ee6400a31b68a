// Usage: node .ci/minify.js SOURCE TARGET
// Writes a module without comments, long names and the white space of its style sheets. Files stay
// apart: a reader's browser loads only those that it needs, and keeps those that have not changed.
import { readFile, writeFile } from "node:fs/promises";
import { minify } from "terser";

const [source, target] = process.argv.slice(2);
if (target === undefined) throw new Error("usage: node .ci/minify.js SOURCE TARGET");

const { code } = await minify(withShortStyles(await readFile(source, "utf8")), {
  module: true,
  ecma: 2020,
  compress: { passes: 2 },
  // What tells bundlers to leave an address alone.
  format: { comments: /webpackIgnore|@vite-ignore/ },
});
if (!code) throw new Error(`${source} came out empty: is it a module?`);
await writeFile(target, `${code}\n`);

/**
 * A module's style sheets are template strings in constants whose names end in `Css`.
 * @param {string} module
 */
function withShortStyles(module) {
  return module.replace(/(?<=Css = `)[^`]*(?=`)/g, shortStyle);
}

/**
 * Spaces between words, before a colon (`a :hover`) and in `calc()` mean something; they stay.
 * @param {string} css
 */
function shortStyle(css) {
  return css
    .replace(/\/\*.*?\*\//gs, "")
    .replace(/\s+/g, " ")
    .replace(/ ?([{};,>]) ?/g, "$1")
    .replace(/: /g, ":")
    .replace(/;}/g, "}")
    .replace(/\b0(?=\.\d)/g, "")
    .trim();
}
