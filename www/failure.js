/**
 * Fetches files, checks that each is the one that was published, and tells the page and its developer
 * what could not be loaded.
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
 * Waits for modules that are loaded when they are used. Of a failure, which is reported, it never
 * settles: what was to be done with them is left undone.
 *
 * @template Modules
 * @param {HTMLElement} reader
 * @param {Promise<Modules>} modules
 * @returns {Promise<Modules>}
 */
export function whenLoaded(reader, modules) {
  return modules.catch((cause) => {
    report(reader, missingModules(cause));
    return new Promise(() => {});
  });
}

/** @param {unknown} cause */
export function missingModules(cause) {
  return new Failure("modules", "could not load a part of the reader", {
    where: import.meta.url.replace(/[^/]*$/, ""),
    cause,
    advice: "Publish every file of this folder, scripts with the content type text/javascript",
  });
}

/**
 * @param {unknown} cause
 * @returns {string}
 */
function reasonOf(cause) {
  const text = cause instanceof Error ? cause.message : String(cause);
  return text.replace(/[\s.]+$/u, "").replace(/\s+/gu, " ");
}

/**
 * @param {string | URL} address
 * @param {string} integrity what the file must be, as in a script's `integrity`; empty if anything
 * @returns {Promise<Response>} a good answer; rejected with an `Error` that says what was wrong
 */
export async function request(address, integrity) {
  // Pages put functions around `fetch` that know addresses only as strings.
  const response = await fetch(String(address), { integrity }).catch((cause) => {
    if (integrity === "") throw cause;
    return explain(address, cause);
  });
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return response;
}

/**
 * Says why a checked file was refused: `fetch` fails alike for one that is missing, because its
 * error page has another hash, and for one that has changed.
 *
 * @param {string | URL} address
 * @param {unknown} cause
 * @returns {Promise<Response>} the bad answer
 */
async function explain(address, cause) {
  const response = await fetch(String(address), { method: "HEAD" });
  if (!response.ok) return response;
  throw new Error("it is not the file that its integrity names", { cause });
}
