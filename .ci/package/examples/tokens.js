// Prints the tokens of a text: node examples/tokens.js article.txt
import { readFile } from "node:fs/promises";
import { Document, load } from "sorani-reader/core";

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error("usage: node examples/tokens.js FILE");

await load();
const article = new Document(await readFile(file, "utf8"));
console.log("start\tend\tkind\tsurface\tfold\tstem");
for (const { start, end, kind, surface, fold, stem } of article.tokens()) {
  console.log([start, end, kind, surface, fold, stem].join("\t"));
}
