/**
 * A sheet follows the finger down and closes when it has gone far enough.
 */

/** How far a finger has to go, in CSS pixels. */
const ENOUGH = 56;

/**
 * @param {HTMLElement} card acts while it has `data-sheet`
 * @param {() => void} close
 */
export function closeBySwipe(card, close) {
  /** Where the finger came down. @type {PointerEvent | undefined} */
  let down;
  const release = () => {
    down = undefined;
    card.classList.remove("dragged");
    card.style.removeProperty("transform");
  };
  card.addEventListener("pointerdown", (event) => {
    if (event.isPrimary && mayDrag(card, event)) down = event;
  });
  card.addEventListener("pointermove", (event) => {
    if (!down || event.pointerId !== down.pointerId) return;
    const way = Math.max(0, event.clientY - down.clientY);
    card.classList.add("dragged");
    card.style.setProperty("transform", `translateY(${way}px)`);
  });
  card.addEventListener("pointerup", (event) => {
    const isFar = down !== undefined && event.clientY - down.clientY >= ENOUGH;
    release();
    if (isFar) close();
  });
  card.addEventListener("pointercancel", release);
}

/**
 * A long sheet scrolls; its head, which does not, can always be dragged.
 *
 * @param {HTMLElement} card
 * @param {PointerEvent} event
 */
function mayDrag(card, event) {
  if (!card.hasAttribute("data-sheet") || event.pointerType === "mouse") return false;
  const isOnHead = event
    .composedPath()
    .some((node) => node instanceof Element && node.classList.contains("draggable"));
  return isOnHead || !card.hasAttribute("data-scrolls");
}
