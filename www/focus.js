/**
 * Where the focus is, and giving it back.
 */

/** @returns {Element | null} what has the focus, also inside shadow trees */
export function deepestFocus() {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused;
}

/**
 * Gives the focus back to what had it, without scrolling there; to nothing if nothing had it.
 *
 * @param {Element | null} before
 */
export function returnFocus(before) {
  const focused = deepestFocus();
  if (before instanceof HTMLElement && before !== document.body && before.isConnected) {
    before.focus({ preventScroll: true });
  } else if (focused instanceof HTMLElement) {
    focused.blur();
  }
}
