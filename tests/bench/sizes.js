// Prints what a reader downloads, in bytes, compressed as servers do it, by when it is loaded.
import { BUDGETS, published, sizeOf, together } from "./published.js";

const AIM = 60_000;
const WHEN = {
  loader: "with every page",
  scripts: "when the article comes near",
  core: "with the scripts",
  later: "when used, each for itself",
};

const parts = published();
for (const [part, names] of Object.entries(parts)) {
  const when = WHEN[/** @type {keyof typeof WHEN} */ (part)];
  console.log(row(`${part}, ${when}`, "as it is", "brotli", "budget"));
  for (const { name, bytes, brotli } of names.map(sizeOf))
    console.log(row(`  ${name}`, bytes, brotli));
  if (part in BUDGETS) {
    const budget = BUDGETS[/** @type {keyof typeof BUDGETS} */ (part)];
    console.log(row("  together", "", together(names), budget));
  }
}
const needed = together([...parts.loader, ...parts.scripts, ...parts.core]);
console.log(row("to read, find and show cards", "", needed, BUDGETS.total));
console.log(`the aim is ${AIM}; demo pages and packs of entities are not counted`);

/**
 * @param {string} name
 * @param {...(string | number)} cells
 */
function row(name, ...cells) {
  return name.padEnd(44) + cells.map((cell) => String(cell).padStart(10)).join("");
}
