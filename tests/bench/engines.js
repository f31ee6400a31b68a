// What the benchmarks of the browser share: a page in each engine, with an exact clock.
import { readFileSync } from "node:fs";
import { openBrowser } from "../browser/driver.js";
import { engines } from "../browser/engines.js";
import { Page } from "../browser/page.js";
import { startServer } from "../browser/server.js";

const SCRIPT_MS = 150_000;
/** What gives a page the exact clock. */
export const ISOLATED = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};

/**
 * Opens a page in each engine that is there, and tells of those that are not.
 *
 * @param {Record<string, string | URL>} files what the server has beside dist/, by path
 * @param {(page: Page) => Promise<void>} measureOn
 */
export async function inEachEngine(files, measureOn) {
  for (const engine of engines()) {
    if (engine.missing.length > 0) {
      console.log(`\n${engine.name}: skipped, not found: ${engine.missing.join(", ")}`);
    } else {
      await inEngine(engine, files, measureOn);
    }
  }
}

/**
 * @param {import("../browser/engines.js").Engine} engine
 * @param {Record<string, string | URL>} files
 * @param {(page: Page) => Promise<void>} measureOn
 */
async function inEngine(engine, files, measureOn) {
  const server = await startServer();
  const browser = await openBrowser(engine, "mouse");
  try {
    await browser.driver.manage().setTimeouts({ script: SCRIPT_MS });
    for (const [path, file] of Object.entries(files)) {
      server.answer(path, { body: readFileSync(file), headers: ISOLATED });
    }
    await measureOn(new Page(engine.name, browser.driver, server));
  } finally {
    await browser.close();
    await server.close();
  }
}
