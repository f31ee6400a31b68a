/**
 * Where things are in the window, when they change in size, and where a card goes: geometry only,
 * in CSS pixels of the window.
 */

/**
 * @typedef {{left: number, top: number, right: number, bottom: number}} Box
 * @typedef {{x: number, y: number}} Point
 */

/** Between the word and the card. */
const GAP = 8;
/** Between the card and the window's edge. */
const MARGIN = 8;

/**
 * Where an element is, or all of a range.
 *
 * @param {Element | Range} measured
 * @returns {DOMRect}
 */
export function boxOf(measured) {
  return inWindow(measured, measured.getBoundingClientRect());
}

/**
 * Where a range is, a box for each of its lines.
 *
 * @param {Range} range
 * @returns {DOMRect[]}
 */
export function linesOf(range) {
  // WebKit adds empty boxes where the direction of the text changes.
  const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
  return boxes.map((box) => inWindow(range, box));
}

/**
 * How many pixels of the window a pixel is in which an element and its text are measured. WebKit
 * measures in pixels that the page's `zoom` enlarges; engines that have `currentCSSZoom` do not.
 *
 * @param {Node | null} node
 * @returns {number}
 */
export function zoomOf(node) {
  if (!node || "currentCSSZoom" in Element.prototype) return 1;
  const zoom = node instanceof Element ? Number(getComputedStyle(node).zoom) : 1;
  return zoom * zoomOf(parentOf(node));
}

/**
 * Calls in the frame after elements have got a size or another one. It begins to watch with a frame
 * too: what begins or changes while sizes are told, browsers report to the page as an error.
 *
 * @param {Element[]} elements
 * @param {() => void} then
 * @param {AbortSignal} [signal] ends it
 */
export function whenResized(elements, then, signal) {
  const observer = new ResizeObserver(() => requestAnimationFrame(then));
  requestAnimationFrame(() => {
    if (signal?.aborted) return;
    for (const element of elements) observer.observe(element);
    signal?.addEventListener("abort", () => observer.disconnect());
  });
}

/**
 * @param {Node} node
 * @returns {Element | null} the parent in what the reader sees: through slots and shadow roots
 */
export function parentOf(node) {
  const slot = node instanceof Element ? node.assignedSlot : null;
  const parent = slot ?? node.parentNode;
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : null;
}

/**
 * @param {Element | Range} measured
 * @param {DOMRect} box as it was measured
 * @returns {DOMRect}
 */
function inWindow(measured, { x, y, width, height }) {
  const zoom = zoomOf(measured instanceof Range ? measured.startContainer : measured);
  return new DOMRect(x * zoom, y * zoom, width * zoom, height * zoom);
}

/**
 * Places a card below the word or above it: never over it, never outside the window. Where neither
 * side has room for all of it, the card gets the roomier side's height and scrolls.
 *
 * @param {Box} word
 * @param {{width: number, height: number}} card
 * @param {{width: number, height: number}} view the window without scrollbars
 * @param {"rtl" | "ltr"} direction from which edge of the word the card extends
 * @returns {{left: number, top: number, maxHeight: number}}
 */
export function placeCard(word, card, view, direction) {
  const below = view.height - MARGIN - (word.bottom + GAP);
  const above = word.top - GAP - MARGIN;
  const goesBelow = below >= card.height || below >= above;
  const maxHeight = Math.max(0, goesBelow ? below : above);
  const height = Math.min(card.height, maxHeight);
  const start = direction === "rtl" ? word.right - card.width : word.left;
  return {
    left: Math.max(MARGIN, Math.min(start, view.width - MARGIN - card.width)),
    top: goesBelow ? word.bottom + GAP : word.top - GAP - height,
    maxHeight,
  };
}

/**
 * Whether a point lies on the way from a word to its card: in the shape between the middle of the
 * word and the card's near edge, over which a hand moves in a straight line.
 *
 * @param {Point} point
 * @param {Box} word
 * @param {Box} card
 * @returns {boolean}
 */
export function isBetween({ x, y }, word, card) {
  const isBelow = card.top >= word.bottom;
  const [from, to] = [(word.top + word.bottom) / 2, isBelow ? card.top : card.bottom];
  const way = (y - from) / (to - from);
  if (!(way >= 0 && way <= 1)) return false;
  const left = word.left + way * (card.left - word.left);
  const right = word.right + way * (card.right - word.right);
  return x >= left && x <= right;
}

/**
 * @param {Point} point
 * @param {Box} box
 * @returns {boolean}
 */
export function isIn({ x, y }, box) {
  return x >= box.left && x < box.right && y >= box.top && y < box.bottom;
}

/**
 * @param {Box} one
 * @param {Box} other
 * @returns {boolean} whether one lies over some of the other
 */
export function overlap(one, other) {
  const isLevel = one.top < other.bottom && one.bottom > other.top;
  return isLevel && one.left < other.right && one.right > other.left;
}

/**
 * The box nearest to a point, as that of the line on which a wrapped name was pointed at.
 *
 * @template {Box} B
 * @param {readonly B[]} boxes at least one
 * @param {Point} point
 * @returns {B}
 */
export function nearestBox(boxes, point) {
  const distances = boxes.map((box) => distance(point, box));
  return boxes[distances.indexOf(Math.min(...distances))];
}

/**
 * @param {Point} point
 * @param {Box} box
 */
function distance({ x, y }, box) {
  const dx = Math.max(box.left - x, 0, x - box.right);
  const dy = Math.max(box.top - y, 0, y - box.bottom);
  return Math.hypot(dx, dy);
}
