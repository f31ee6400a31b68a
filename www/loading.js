/**
 * Loads what an element needs and reads its article. Itself loaded when that is wanted.
 */

import { coreAddress, load } from "./core.js";
import { packOf } from "./entities.js";
import { Failure } from "./failure.js";
import { speak } from "./messages.js";
import { Reader } from "./reader.js";
import { renderSource } from "./render.js";

/** @import { SoraniReaderElement } from "./sorani-reader.js" */

/**
 * @param {SoraniReaderElement} host
 * @param {AbortSignal} life ends when the element no longer wants this reader
 * @returns {Promise<Reader>} rejected with a `Failure`
 */
export async function openReader(host, life) {
  checkEngine();
  const pack = packOf(host);
  await parsed();
  const root = host.article;
  if (!root) throw missingArticle(host);
  const [file] = await Promise.all([renderSource(host), loadCore(), speak(host)]);
  life.throwIfAborted();
  const reader = new Reader(host, root, file, life);
  await reader.loadEntities(pack);
  return reader;
}

/** @returns {Promise<void>} fulfilled when the page's markup is all there */
async function parsed() {
  if (document.readyState !== "loading") return;
  await new Promise((resolve) => {
    document.addEventListener("DOMContentLoaded", resolve, { once: true });
  });
}

/** Refuses a browser that cannot show what is found. */
function checkEngine() {
  const needed = {
    WebAssembly: "WebAssembly" in globalThis,
    "CSS highlights": "Highlight" in globalThis && "highlights" in CSS,
    popovers: "showPopover" in HTMLElement.prototype,
  };
  const missing = Object.entries(needed).flatMap(([name, has]) => (has ? [] : [name]));
  if (missing.length === 0) return;
  throw new Failure("engine", `this browser has no ${missing.join(", no ")}`, {
    advice: "The article reads as before; search and cards need a browser of 2025 or later",
  });
}

async function loadCore() {
  try {
    await load();
  } catch (cause) {
    throw new Failure("core", "could not start the reader's core", {
      where: coreAddress.href,
      cause,
      advice:
        "Publish sorani_reader_bg.wasm beside the scripts, and if the page has a content " +
        "security policy, allow 'wasm-unsafe-eval' in script-src",
    });
  }
}

/**
 * @param {HTMLElement} host
 * @returns {Failure}
 */
function missingArticle(host) {
  return new Failure("article", "could not find the article", {
    where: `for="${host.getAttribute("for")}"`,
    advice: "Give the article's element this id, in the same document or shadow tree",
  });
}
