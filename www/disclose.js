/**
 * Opens what hides a place of the page, as the browser's own find does: a closed `<details>`, and
 * whatever is `hidden="until-found"`. Each is told first, by the event `beforematch`, so that a
 * page that shows and hides by itself can follow.
 */

/**
 * @param {Node} node
 */
export function disclose(node) {
  for (let element = node.parentElement; element; element = element.parentElement) {
    if (element.getAttribute("hidden") === "until-found") {
      tell(element);
      element.removeAttribute("hidden");
    } else if (
      element instanceof HTMLDetailsElement &&
      !element.open &&
      !isSummary(node, element)
    ) {
      tell(element);
      element.open = true;
    }
  }
}

/** @param {Element} element */
function tell(element) {
  element.dispatchEvent(new Event("beforematch", { bubbles: true }));
}

/**
 * @param {Node} node
 * @param {HTMLDetailsElement} details
 * @returns {boolean} whether the node is in the part that shows while the rest is closed
 */
function isSummary(node, details) {
  return details.querySelector(":scope > summary")?.contains(node) ?? false;
}
