/**
 * Which key opens the find bar: `find-key` names it, "/" if the attribute is not there. It may name
 * several, as `find-key="/ ctrl+f"`, or none, as `find-key="none"` (WCAG 2.2, SC 2.1.4).
 */

/**
 * @param {KeyboardEvent} event
 * @param {string | null} findKey the attribute
 * @returns {boolean}
 */
export function isFindKey(event, findKey) {
  const keys = (findKey ?? "/").toLowerCase().split(/\s+/u);
  return (isSlash(event) && keys.includes("/")) || (isControlF(event) && keys.includes("ctrl+f"));
}

/**
 * Ctrl+F, or ⌘F. A keyboard for Sorani has another letter on this key.
 *
 * @param {KeyboardEvent} event
 * @returns {boolean}
 */
export function isControlF(event) {
  const isF = /^[a-z]$/iu.test(event.key) ? /^f$/iu.test(event.key) : event.code === "KeyF";
  return isF && event.ctrlKey !== event.metaKey && !event.altKey && !event.shiftKey;
}

/** @param {KeyboardEvent} event */
function isSlash(event) {
  return event.key === "/" && !event.ctrlKey && !event.altKey && !event.metaKey;
}
