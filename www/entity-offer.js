/**
 * What a reader is offered about the entities besides their cards, each loaded when it is asked for:
 * a button opens the panel of everything that the article names, and who selects text can ask about
 * that.
 */

import { missingModules, report, whenLoaded } from "./failure.js";
import { messages } from "./messages.js";
import { addSurfaces, roundButton } from "./surfaces.js";

/** @import { EntityPanel } from "./entity-panel.js" */
/** @import { Reader } from "./reader.js" */

const LIST = "M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01";

export class EntityOffer {
  #host;
  #reader;
  #button = roundButton("entities-button", messages.inThisArticle, LIST);
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
    this.#button.addEventListener("click", () => {
      this.open().catch((failure) => report(host, failure));
    });
    this.#middle = this.#watch(root);
    addSurfaces(shadow, "", this.#button);
    life.addEventListener("abort", () => this.#remove());
    this.renew();
    this.#awaitSelection(root, life);
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
    } catch (cause) {
      this.#panel = undefined;
      throw missingModules(cause);
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

  /**
   * @param {HTMLElement} root
   * @param {AbortSignal} life
   */
  #awaitSelection(root, life) {
    let isAwaited = true;
    const answer = async () => {
      if (!isAwaited || !this.#reader.records || getSelection()?.isCollapsed !== false) return;
      isAwaited = false;
      const { Lookup } = await whenLoaded(this.#host, import("./lookup.js"));
      if (!life.aborted) new Lookup(this.#host, root, this.#reader, life);
    };
    document.addEventListener("selectionchange", answer, { signal: life });
  }

  #remove() {
    this.#middle.disconnect();
    this.#button.remove();
    this.#panel?.then((panel) => panel.remove());
  }
}
