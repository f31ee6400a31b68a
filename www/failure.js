/**
 * What the page and its developer learn when something cannot be loaded.
 *
 * The article is never touched by a failure: it reads as it would without the script.
 */

/**
 * @typedef {"engine" | "modules" | "core" | "article" | "entities" | "interface"} FailedPart
 * `engine` the browser lacks something, `modules` a script file, `core` the wasm, `article` the
 * text of `src=` or `for=`, `entities` the pack, `interface` the language of the buttons.
 */

/** Something that could not be loaded: what, where, and what to do about it. */
export class Failure extends Error {
  /**
   * @param {FailedPart} part
   * @param {string} what the failure in a few words, as "could not … "
   * @param {{where?: string, cause?: unknown, advice: string}} details `where` is an address, an
   *   attribute or an id; `advice` one sentence for the page's developer
   */
  constructor(part, what, { where, cause, advice }) {
    const place = where ? ` (${where})` : "";
    const reason = cause === undefined ? "" : `: ${reasonOf(cause)}`;
    super(`${what}${place}${reason}. ${advice}`, { cause });
    this.name = "SoraniReaderError";
    this.part = part;
    this.where = where;
  }
}

/**
 * Says on the console, in one line, what failed, and tells the page in one event.
 *
 * @param {HTMLElement} reader
 * @param {Failure} failure
 */
export function report(reader, failure) {
  console.error(`sorani-reader: ${failure.message}`);
  const { part, where, message } = failure;
  const detail = { part, where, message, error: failure };
  reader.dispatchEvent(
    new CustomEvent("sorani-reader-error", { detail, bubbles: true, composed: true }),
  );
}

/**
 * @param {unknown} cause
 * @returns {string}
 */
function reasonOf(cause) {
  const text = cause instanceof Error ? cause.message : String(cause);
  return text.replace(/[\s.]+$/u, "").replace(/\s+/gu, " ");
}
