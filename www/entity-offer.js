/**
 * The button that offers the panel of everything the article names. The panel itself is loaded when
 * it is asked for.
 */

import { panelButtonCss } from "./entity-offer-style.js";
import { dress, icon, make } from "./make.js";
import { messages } from "./messages.js";
import { surfaceCss } from "./surface-style.js";
import { addSurfaces } from "./surfaces.js";

/** @import { EntityPanel } from "./entity-panel.js" */
/** @import { Reader } from "./reader.js" */

const LIST = "M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01";

export class EntityOffer {
  #host;
  #reader;
  #button = make("button", {
    type: "button",
    part: "entities-button",
    class: "surface",
    lang: messages.lang,
    dir: messages.dir,
    "aria-label": messages.inThisArticle,
    "aria-expanded": "false",
    title: messages.inThisArticle,
  });
  /** @type {Promise<EntityPanel> | undefined} */
  #panel;
  #isNear = false;
  /** @type {IntersectionObserver} */
  #middle;

  /**
   * @param {HTMLElement} host
   * @param {HTMLElement} root what holds the article
   * @param {Reader} reader
   * @param {AbortSignal} life
   */
  constructor(host, root, reader, life) {
    this.#host = host;
    this.#reader = reader;
    const shadow = /** @type {ShadowRoot} */ (host.shadowRoot);
    for (const css of [surfaceCss, panelButtonCss]) dress(shadow, css);
    this.#button.append(icon(LIST));
    this.#button.addEventListener("click", () => this.open());
    this.#middle = this.#watch(root);
    addSurfaces(shadow, this.#button);
    life.addEventListener("abort", () => this.#remove());
    this.renew();
  }

  /** The article's mentions are others than before. */
  renew() {
    this.#button.hidden = !this.#isNear || this.#reader.mentions.length === 0;
    this.#panel?.then((panel) => panel.renew());
  }

  /** Opens the panel, and puts the cursor into its field. */
  async open() {
    this.#panel ??= import("./entity-panel.js").then(
      ({ EntityPanel }) => new EntityPanel(this.#host, this.#reader, this.#button),
    );
    try {
      (await this.#panel).open();
    } catch (error) {
      this.#panel = undefined;
      throw error;
    }
  }

  close() {
    this.#panel?.then((panel) => panel.close());
  }

  /**
   * Shows the button wherever the article is what the window shows.
   *
   * @param {HTMLElement} root
   */
  #watch(root) {
    // Of several articles one at most crosses the middle line of the window.
    const isOnly = document.querySelectorAll(this.#host.localName).length === 1;
    const observer = new IntersectionObserver(
      (entries) => {
        this.#isNear = entries.at(-1)?.isIntersecting ?? false;
        this.renew();
      },
      { rootMargin: isOnly ? "0px" : "-50% 0px -50% 0px" },
    );
    observer.observe(root);
    return observer;
  }

  #remove() {
    this.#middle.disconnect();
    this.#button.remove();
    this.#panel?.then((panel) => panel.remove());
  }
}
