/**
 * The one script that a page embeds: `<script type="module" src="sorani-reader.js">`.
 *
 * It registers the element and nothing else. A second copy of it on a page does nothing.
 */

import { SoraniReaderElement } from "./element.js";

if (globalThis.customElements && !customElements.get("sorani-reader")) {
  customElements.define("sorani-reader", SoraniReaderElement);
}
