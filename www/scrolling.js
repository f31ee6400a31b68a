/**
 * Brings a place of the article into view, and the view back to where it was.
 */

/** The part of a window or scroller, at its top and its bottom, that is too near its edge to read. */
const EDGE = 0.12;
/** The same in CSS pixels at least: more than the find bar's height. */
const LEAST_EDGE = 72;

/**
 * Scrolls whatever has to be scrolled until `range` can be read; not at all if it can be already.
 * The page's own `scroll-padding`, as under a sticky header, is respected. There is no motion: a
 * place that was asked for is there at once, as with the browser's own find.
 *
 * @param {Range} range
 */
export function reveal(range) {
  for (const scroller of scrollersOf(range.startContainer)) {
    const box = range.getBoundingClientRect();
    const view = viewOf(scroller);
    const top = delta(box.top, box.bottom, view.top, view.bottom);
    const left = delta(box.left, box.right, view.left, view.right);
    if (top || left) scroller.scrollBy({ top, left, behavior: "instant" });
  }
}

/**
 * @param {Node} node
 * @returns {() => void} scrolls everything around `node` back to where it is now
 */
export function rememberScroll(node) {
  const places = scrollersOf(node).map((scroller) => ({
    scroller,
    left: scroller.scrollLeft,
    top: scroller.scrollTop,
  }));
  return () => {
    for (const { scroller, left, top } of places) {
      scroller.scrollTo({ left, top, behavior: "instant" });
    }
  };
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
  const box = isPage
    ? new DOMRect(0, 0, innerWidth, innerHeight)
    : scroller.getBoundingClientRect();
  const style = getComputedStyle(scroller);
  const edge = isPage ? Math.max(LEAST_EDGE, EDGE * box.height) : 0;
  return {
    top: box.top + Math.max(edge, parseFloat(style.scrollPaddingTop) || 0),
    bottom: box.bottom - Math.max(edge, parseFloat(style.scrollPaddingBottom) || 0),
    left: box.left,
    right: box.right,
  };
}

/**
 * The elements around `node` that scroll, innermost first, the page itself last.
 *
 * @param {Node} node
 * @returns {Element[]}
 */
function scrollersOf(node) {
  const page = document.scrollingElement ?? document.documentElement;
  const found = [];
  for (let element = parentOf(node); element && element !== page; element = parentOf(element)) {
    if (element !== document.body && isScroller(element)) found.push(element);
  }
  return [...found, page];
}

/**
 * @param {Node} node
 * @returns {Element | null} the parent in what the reader sees: through slots and shadow roots
 */
function parentOf(node) {
  const slot = node instanceof Element ? node.assignedSlot : null;
  const parent = slot ?? node.parentNode;
  return /** @type {Element | null} */ (parent instanceof ShadowRoot ? parent.host : parent);
}

/**
 * @param {Element} element
 * @returns {boolean}
 */
function isScroller(element) {
  if (element.scrollHeight <= element.clientHeight && element.scrollWidth <= element.clientWidth) {
    return false;
  }
  return /auto|scroll/u.test(getComputedStyle(element).overflow);
}
