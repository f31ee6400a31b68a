/**
 * Links that carry a query: `article.html#find=…`.
 */

/**
 * @param {string} hash of an address, with its "#"
 * @returns {string} the query, or ""
 */
export function queryInLink(hash) {
  return (new URLSearchParams(hash.slice(1)).get("find") ?? "").trim();
}
