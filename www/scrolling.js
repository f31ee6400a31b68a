/**
 * Whether a place of the article can be seen; brings it into view, and the view back to where it was.
 */

import { boxOf, parentOf } from "./place.js";

/** @import { Box } from "./place.js" */

/** The part of a window, at its top and its bottom, that is too near its edge to read well. */
const EDGE = 0.12;
/** Between a place and what lies over the window, in CSS pixels. */
const GAP = 16;

/** How often the view has moved; scripts of the page that scroll count from the next frame on. */
let moves = 0;

for (const kind of ["scroll", "resize"]) {
  addEventListener(kind, () => moves++, { capture: true, passive: true });
}

/**
 * How often the view has moved until now: to ask costs nothing, while to ask where something is has
 * the browser lay out the page if anything on it has changed, such as a letter in the find bar.
 */
export function movesOfView() {
  return moves;
}

/** What lies over the top of the window while it is open. @type {Set<Element>} */
const covers = new Set();

/**
 * Keeps places that are brought into view from under an element.
 *
 * @param {Element} element fixed at the top of the window
 * @returns {() => void} ends it
 */
export function keepClearOf(element) {
  covers.add(element);
  return () => covers.delete(element);
}

/**
 * Opens whatever hides `range`, and scrolls whatever has to be scrolled until it can be read; not at
 * all if it can be already. The page's own `scroll-padding`, as under a sticky header, is respected.
 * There is no motion: a place that was asked for is there at once, as with the browser's own find.
 *
 * @param {Range} range
 */
export function reveal(range) {
  disclose(range.startContainer);
  for (const scroller of scrollersOf(range.startContainer)) {
    const view = viewOf(scroller);
    if (isHolderSeen(range, view)) continue;
    const box = boxOf(range);
    const top = delta(box.top, box.bottom, view.top, view.bottom);
    const left = delta(box.left, box.right, view.left, view.right);
    if (left || (top && hasRoom(scroller, top))) {
      scroller.scrollBy({ top, left, behavior: "instant" });
      moves++;
    }
  }
}

/**
 * Whether all of the element that holds a range is in view, which is measured many times faster than
 * text; not if something flows out of it.
 *
 * @param {Range} range
 * @param {Box} view
 * @returns {boolean}
 */
function isHolderSeen({ commonAncestorContainer: node }, view) {
  const holder = node instanceof HTMLElement ? node : node.parentElement;
  if (!(holder instanceof HTMLElement)) return false;
  const { left, top, right, bottom } = boxOf(holder);
  const isSeen =
    bottom > top &&
    !delta(top, bottom, view.top, view.bottom) &&
    !delta(left, right, view.left, view.right);
  return (
    isSeen && holder.scrollHeight <= holder.offsetHeight && holder.scrollWidth <= holder.offsetWidth
  );
}

/**
 * @param {Element} scroller
 * @param {number} top how far it is to be scrolled, in CSS pixels
 * @returns {boolean} whether it can be, at all: to ask is faster than to try
 */
function hasRoom({ scrollTop, clientHeight, scrollHeight }, top) {
  return top < 0 ? scrollTop > 0 : scrollTop + clientHeight < scrollHeight;
}

/** Where everything around a node is scrolled to. */
export class ScrollPlace {
  #places;
  /** The moves of the view after which everything was known to be here. */
  #moves = moves;

  /** @param {Node} node */
  constructor(node) {
    this.#places = scrollersOf(node).map((scroller) => ({
      scroller,
      left: scroller.scrollLeft,
      top: scroller.scrollTop,
    }));
  }

  /** Whether nothing has been scrolled since. */
  isHere() {
    if (this.#moves === moves) return true;
    const isHere = this.#places.every(
      ({ scroller, left, top }) => scroller.scrollLeft === left && scroller.scrollTop === top,
    );
    if (isHere) this.#moves = moves;
    return isHere;
  }

  /** Scrolls everything back. */
  goBack() {
    if (this.isHere()) return;
    for (const { scroller, left, top } of this.#places) {
      scroller.scrollTo({ left, top, behavior: "instant" });
    }
    moves++;
  }
}

/**
 * How far to scroll so that a box is seen: not at all if it is inside the view, else to its middle.
 *
 * @param {number} start of the box
 * @param {number} end
 * @param {number} viewStart
 * @param {number} viewEnd
 * @returns {number}
 */
function delta(start, end, viewStart, viewEnd) {
  if (start >= viewStart && end <= viewEnd) return 0;
  return (start + end) / 2 - (viewStart + viewEnd) / 2;
}

/**
 * The part of a scroller, in coordinates of the window, where text can be read well.
 *
 * @param {Element} scroller
 */
function viewOf(scroller) {
  const isPage = scroller === document.scrollingElement;
  const box = isPage ? new DOMRect(0, 0, innerWidth, innerHeight) : boxOf(scroller);
  const style = getComputedStyle(scroller);
  const edge = isPage ? EDGE * box.height : 0;
  const covered = isPage ? coveredHeight(box.height) : 0;
  return {
    top: box.top + Math.max(edge, covered, parseFloat(style.scrollPaddingTop) || 0),
    bottom: box.bottom - Math.max(edge, parseFloat(style.scrollPaddingBottom) || 0),
    left: box.left,
    right: box.right,
  };
}

/**
 * @param {number} height of the window
 * @returns {number} how much of it is covered, but no more than leaves some of it to read in
 */
function coveredHeight(height) {
  const bottoms = [...covers].map((element) => boxOf(element).bottom + GAP);
  return Math.min(0.7 * height, Math.max(0, ...bottoms));
}

/**
 * The elements around `node` that scroll, innermost first, the page itself last.
 *
 * @param {Node} node
 * @returns {Element[]}
 */
function scrollersOf(node) {
  const page = pageScroller();
  const found = [];
  for (let element = parentOf(node); element && element !== page; element = parentOf(element)) {
    if (element !== document.body && isScroller(element)) found.push(element);
  }
  return [...found, page];
}

/**
 * @param {Element} element
 * @returns {boolean}
 */
function isScroller(element) {
  // Firefox looks through all children for how high the content of what does not scroll is.
  if (!/auto|scroll/u.test(getComputedStyle(element).overflow)) return false;
  return element.scrollHeight > element.clientHeight || element.scrollWidth > element.clientWidth;
}

/**
 * The part of a box that can be seen: not outside the window, nor outside of what scrolls around it.
 *
 * @param {Box} box in the window
 * @param {Node} node what the box is of
 * @returns {Box | undefined} nothing if all of it is out of view
 */
export function visiblePart(box, node) {
  let seen = clip(box, { left: 0, top: 0, right: innerWidth, bottom: innerHeight });
  for (let around = parentOf(node); around; around = parentOf(around)) {
    const isPage = around === document.body || around === document.documentElement;
    if (isPage || getComputedStyle(around).overflow === "visible") continue;
    seen = clip(seen, boxOf(around));
  }
  return seen.right > seen.left && seen.bottom > seen.top ? seen : undefined;
}

/**
 * @param {Box} box
 * @param {Box} by
 * @returns {Box}
 */
function clip(box, by) {
  return {
    left: Math.max(box.left, by.left),
    top: Math.max(box.top, by.top),
    right: Math.min(box.right, by.right),
    bottom: Math.min(box.bottom, by.bottom),
  };
}

/**
 * What scrolls the page, and measures its window without scrollbars: the body on old pages without
 * a doctype, where the root element is as high as all of its content.
 */
export function pageScroller() {
  return document.scrollingElement ?? document.documentElement;
}

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
