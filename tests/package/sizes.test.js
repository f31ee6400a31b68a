// The download budgets hold.
import assert from "node:assert/strict";
import { test } from "node:test";
import { BUDGETS, published, together } from "../bench/published.js";

const parts = published();

for (const part of /** @type {const} */ (["loader", "scripts", "core"])) {
  test(`the ${part} of the widget is within its budget`, () => {
    const bytes = together(parts[part]);
    assert.ok(bytes <= BUDGETS[part], `${bytes} bytes of brotli, ${BUDGETS[part]} at most`);
  });
}

test("what it takes to read, find and show cards is within the budget", () => {
  const bytes = together([...parts.loader, ...parts.scripts, ...parts.core]);
  assert.ok(bytes <= BUDGETS.total, `${bytes} bytes of brotli, ${BUDGETS.total} at most`);
});

test("the loader is one file", () => {
  assert.deepEqual(parts.loader, ["sorani-reader.js"]);
});
