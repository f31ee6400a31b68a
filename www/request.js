/**
 * Fetches a file and checks that it is the one that was published.
 */

/**
 * @param {string | URL} address
 * @param {string} integrity what the file must be, as in a script's `integrity`; empty if anything
 * @returns {Promise<Response>} a good answer; rejected with an `Error` that says what was wrong
 */
export async function request(address, integrity) {
  const response = await fetch(address, { integrity }).catch((cause) => {
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
  const response = await fetch(address, { method: "HEAD" });
  if (!response.ok) return response;
  throw new Error("it is not the file that its integrity names", { cause });
}
