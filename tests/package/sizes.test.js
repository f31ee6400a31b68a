// What readers download does not grow.
import assert from "node:assert/strict";
import { test } from "node:test";
import { BUDGETS, importsOf, published, together } from "../bench/published.js";

const parts = published();

// What is reached so far, in bytes of brotli: no part may grow. The budgets themselves stand in
// `../bench/published.js`; the loader keeps its own, the others are still above theirs, most of it
// language data in the core, and `make bench` prints both figures side by side.
const REACHED = { loader: BUDGETS.loader, scripts: 25_900, core: 198_500 };

for (const part of /** @type {const} */ (["loader", "scripts", "core"])) {
  test(`the ${part} of the widget has not grown`, () => {
    const bytes = together(parts[part]);
    assert.ok(bytes <= REACHED[part], `${bytes} bytes of brotli, ${REACHED[part]} at most`);
  });
}

test("the loader is one file", () => {
  assert.deepEqual(parts.loader, ["sorani-reader.js"]);
});

test("a browser learns of all that is needed from the first of the scripts", () => {
  const named = ["element.js", ...importsOf("element.js")].sort();
  const needed = [...parts.scripts, ...parts.core.filter((name) => name.endsWith(".js"))].sort();
  assert.deepEqual(named, needed);
});
