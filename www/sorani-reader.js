/**
 * The one script that a page embeds: `<script type="module" src="sorani-reader.js">`.
 *
 * It registers `<sorani-reader>` and imports nothing. The attributes are the state: `for` (the id
 * of an article elsewhere on the page) or `src` (a text file to fetch and render, with `headline`),
 * else the article is the element's content; `entities` is the address of a pack, `interface` the
 * language of buttons and labels, `find-key` the keys that open the find bar. Everything else (`element.js` and what it imports) is loaded when
 * it is needed: when the article comes near the window and the page is idle, at the first key,
 * touch or movement over the article, when a script asks for `ready` or calls a method.
 */

/** @import { Mention } from "./core.js" */
/** @import { ElementInUse } from "./element.js" */
/** @import { FindResult } from "./search-session.js" */

/** How far from the window an article is near, as an `IntersectionObserver` margin. */
const NEAR = "50%";
/** What keys are typed into. */
const FIELDS = "input, textarea, select, [role=textbox], [role=searchbox], [role=combobox]";
/** What shows that somebody reads the article. */
const SIGNS_OF_USE = ["pointerover", "touchstart", "focusin"];

/** Where there is no DOM, as on a server, the module can still be imported. */
const Base = globalThis.HTMLElement ?? class {};

/**
 * It keeps the `display` that the page gives it: to change that when this script arrives would move
 * the page.
 *
 * Besides the properties below it has `matches`: the places of the last query in text order, as
 * `{start, end, tier}` with offsets in UTF-16 code units of `text`; `[]` before there are any.
 */
export class SoraniReaderElement extends Base {
  static observedAttributes = ["entities", "for", "src", "headline", "interface"];

  static {
    // The list of matches takes the name of the method `Element.matches`, which no type allows.
    Object.defineProperty(SoraniReaderElement.prototype, "matches", {
      configurable: true,
      enumerable: true,
      /** @this {SoraniReaderElement} */
      get() {
        return this.#inUse?.reader?.search.matches ?? [];
      },
    });
  }

  /** @type {ElementInUse | undefined} */
  #inUse;
  /** @type {Promise<ElementInUse> | undefined} */
  #waking;
  /** Ends when the scripts are wanted or the element leaves the page. */
  #sleep = new AbortController();
  #hasFailed = false;

  constructor() {
    super();
    this.attachShadow({ mode: "open" }).append(document.createElement("slot"));
  }

  connectedCallback() {
    join(this);
    if (this.#inUse) this.#inUse.connected();
    this.#sleepUntilUsed();
  }

  disconnectedCallback() {
    leave(this);
    this.#sleep.abort();
    this.#inUse?.disconnected();
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} now
   */
  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    if (this.#inUse) this.#inUse.attributeChanged(name);
    else if (name === "for" && this.isConnected && !this.#waking) this.#sleepUntilUsed();
  }

  /**
   * Fulfilled with the element once the article has been read and the pack has arrived or failed.
   * Rejected if there can be no reader, as when the wasm is blocked. Asking for it starts the
   * loading.
   *
   * @returns {Promise<this>}
   */
  get ready() {
    return this.#ask((element) => element.load().then(() => this));
  }

  /** The flat text that all offsets refer to; empty until `ready`. */
  get text() {
    return this.#inUse?.reader?.text ?? "";
  }

  /** The index in `matches` of the match the reader is at, or -1. */
  get current() {
    return this.#inUse?.reader?.search.current ?? -1;
  }

  /**
   * The mentions of entities in text order.
   *
   * @returns {readonly Mention[]}
   */
  get mentions() {
    return this.#inUse?.reader?.mentions ?? [];
  }

  /**
   * The element that holds the article: this one, or the one that `for` names, in the same shadow
   * tree or else in the document.
   *
   * @returns {HTMLElement | null}
   */
  get article() {
    const id = this.getAttribute("for");
    if (id === null) return this;
    const root = /** @type {Document | ShadowRoot} */ (this.getRootNode());
    return root.querySelector(`#${CSS.escape(id)}`) ?? document.getElementById(id);
  }

  /**
   * Lights up the places that match and goes to the nearest. Of several calls the newest wins: an
   * older one that still waits gives `{superseded: true, total: 0, …}`.
   *
   * @param {string} query
   * @param {{mode?: "smart" | "exact" | "word"}} [options]
   * @returns {Promise<FindResult>}
   */
  find(query, options) {
    return this.#ask((element) => element.find(query, options));
  }

  /** Goes to the next match, after the last to the first. */
  next() {
    return this.#ask((element) => element.step(1));
  }

  /** Goes to the previous match, before the first to the last. */
  previous() {
    return this.#ask((element) => element.step(-1));
  }

  /** Forgets the query and puts out its lights. */
  clear() {
    this.#tell((element) => element.clear());
  }

  /**
   * The record of an entity, as its publisher wrote it, or `undefined` if the pack has none.
   *
   * @param {string} id
   */
  entity(id) {
    return this.#ask((element) => element.entity(id));
  }

  /**
   * Shows the card of an entity at its mention nearest to what is being read. Gives whether the
   * article mentions it.
   *
   * @param {string} id
   */
  showEntity(id) {
    return this.#ask((element) => element.showEntity(id));
  }

  /** Hides the card. */
  hideEntity() {
    this.#tell((element) => element.hideEntity());
  }

  /** Opens the panel of everything that the article names. */
  openEntities() {
    return this.#ask((element) => element.openEntities());
  }

  /** Closes that panel, if it is open, and gives the focus back. */
  closeEntities() {
    this.#tell((element) => element.closeEntities());
  }

  /**
   * Opens the find bar and puts the cursor into it; or, with a query, on the first place of that,
   * and leaves the focus where it is.
   *
   * @param {{query?: string}} [options]
   */
  openFind({ query } = {}) {
    return this.#ask((element) => element.openFind(query));
  }

  /** Closes the find bar, if it is open, and gives the focus back. */
  closeFind() {
    this.#tell((element) => element.closeFind());
  }

  /**
   * Acts on a key pressed on the page, outside of any field if it is a key that types.
   *
   * @param {KeyboardEvent} event
   * @returns {boolean} whether the key is taken
   */
  takeKey(event) {
    if (isFindKey(event, this.getAttribute("find-key"))) return this.#takeFindKey(event);
    return this.#inUse?.takeKey(event) ?? false;
  }

  /**
   * Ctrl+F pressed a second time is for the browser's own find.
   *
   * @param {KeyboardEvent} event
   */
  #takeFindKey(event) {
    const isOpen = this.shadowRoot?.querySelector('[part~="find-bar"]:popover-open');
    const hasFailed = this.#inUse?.hasFailed ?? this.#hasFailed;
    if (hasFailed || (isOpen && isControlF(event))) return false;
    this.openFind();
    return true;
  }

  /**
   * Has the loaded element do something, in the order of the calls. The promise is never an
   * unhandled rejection, for scripts that do not wait for it.
   *
   * @template Result
   * @param {(element: ElementInUse) => Result | Promise<Result>} action
   * @returns {Promise<Result>}
   */
  #ask(action) {
    const element = this.#inUse;
    const answer = element ? (async () => action(element))() : this.#wake().then(action);
    answer.catch(ignore);
    return answer;
  }

  /**
   * The same for what means nothing as long as nobody has asked for anything.
   *
   * @param {(element: ElementInUse) => void} action
   */
  #tell(action) {
    if (this.#waking) this.#ask(action);
  }

  /** Loads the scripts. After a failure the next call tries again. */
  #wake() {
    this.#sleep.abort();
    if (!this.#waking) startCore();
    this.#waking ??= import("./element.js").then(
      ({ ElementInUse }) => {
        this.#inUse = new ElementInUse(this);
        return this.#inUse;
      },
      (cause) => {
        this.#waking = undefined;
        const error = missingScripts(cause);
        if (!this.#hasFailed) tellFailure(this, error);
        this.#hasFailed = true;
        throw error;
      },
    );
    return this.#waking;
  }

  /** Waits until the article is near the window and the page idle, or until somebody uses it. */
  #sleepUntilUsed() {
    this.#sleep.abort();
    this.#sleep = new AbortController();
    const { signal } = this.#sleep;
    const article = this.article ?? this;
    const load = () => void (this.isConnected && this.#ask((element) => element.load()));
    for (const sign of SIGNS_OF_USE) {
      article.addEventListener(sign, load, { signal, passive: true });
    }
    const approach = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        approach.disconnect();
        whenIdle(() => signal.aborted || load());
      },
      { rootMargin: NEAR },
    );
    approach.observe(article);
    signal.addEventListener("abort", () => approach.disconnect());
  }
}

function ignore() {}

/**
 * Has the wasm come along with the scripts, not after them. What fails here is told when it is
 * needed; an engine that could do nothing with it is spared.
 */
function startCore() {
  if ("Highlight" in globalThis) import("./core.js").then(({ load }) => load()).catch(ignore);
}

/** @param {() => void} action */
function whenIdle(action) {
  if (typeof requestIdleCallback === "function") requestIdleCallback(action, { timeout: 2000 });
  else setTimeout(action, 100);
}

/**
 * What `failure.js` makes of other failures: that file may be what is missing.
 *
 * @param {unknown} cause
 */
function missingScripts(cause) {
  // `new URL(".", import.meta.url)` is to bundlers a file that they must find.
  const where = import.meta.url.replace(/[^/]*$/, "");
  const reason = cause instanceof Error ? cause.message : String(cause);
  const message =
    `could not load the reader's script files (${where}): ${reason}. Publish every file of this ` +
    "folder, scripts with the content type text/javascript";
  const error = Object.assign(new Error(message, { cause }), { part: "modules", where });
  error.name = "SoraniReaderError";
  return error;
}

/**
 * @param {HTMLElement} reader
 * @param {Error & {part: string, where: string}} error
 */
function tellFailure(reader, error) {
  const { part, where, message } = error;
  console.error(`sorani-reader: ${message}`);
  const detail = { part, where, message, error };
  reader.dispatchEvent(
    new CustomEvent("sorani-reader-error", { detail, bubbles: true, composed: true }),
  );
}

/** The readers on this page. @type {Set<SoraniReaderElement>} */
const readers = new Set();

/** Whether the address that the page was opened at has been looked at. */
let hasFollowed = false;

/** @param {SoraniReaderElement} reader */
function join(reader) {
  if (readers.size === 0) {
    document.addEventListener("keydown", forwardKey);
    addEventListener("hashchange", followLink);
  }
  readers.add(reader);
  if (!hasFollowed) followLink();
}

/** @param {SoraniReaderElement} reader */
function leave(reader) {
  readers.delete(reader);
  if (readers.size > 0) return;
  document.removeEventListener("keydown", forwardKey);
  removeEventListener("hashchange", followLink);
}

/** Opens the query that the page's address carries, as `#find=…`. */
function followLink() {
  hasFollowed = true;
  const query = new URLSearchParams(location.hash.slice(1)).get("find")?.trim();
  if (query) activeReader([...readers])?.openFind({ query });
}

/**
 * Whether a key opens the find bar. `find-key` names the keys: "/" if the attribute is not there,
 * several as `/ ctrl+f`, or none as `none` (WCAG 2.2, SC 2.1.4).
 *
 * @param {KeyboardEvent} event
 * @param {string | null} findKey
 */
function isFindKey(event, findKey) {
  const keys = (findKey ?? "/").toLowerCase().split(/\s+/);
  const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey;
  if (event.key === "/" && isPlain) return keys.includes("/");
  return keys.includes("ctrl+f") && isControlF(event);
}

/**
 * Ctrl+F, or ⌘F. A keyboard for Sorani has another letter on this key.
 *
 * @param {KeyboardEvent} event
 */
function isControlF(event) {
  const isF = /^[a-z]$/i.test(event.key) ? /^f$/i.test(event.key) : event.code === "KeyF";
  return isF && event.ctrlKey !== event.metaKey && !event.altKey && !event.shiftKey;
}

/**
 * Lets the reader in view have a key that the page leaves alone.
 *
 * @param {KeyboardEvent} event
 */
function forwardKey(event) {
  if (event.defaultPrevented || event.isComposing) return;
  if (isTyping(event) && !isControlF(event)) return;
  const usable = [...readers].filter((reader) => isShown(reader) && !isInert(reader));
  if (activeReader(usable)?.takeKey(event)) event.preventDefault();
}

/**
 * The reader whose article takes up most of the window; the first one if none is in it.
 *
 * @param {readonly SoraniReaderElement[]} candidates
 * @returns {SoraniReaderElement | undefined}
 */
function activeReader(candidates) {
  let [active] = candidates;
  for (const reader of candidates) {
    if (visibleHeight(reader) > visibleHeight(active)) active = reader;
  }
  return active;
}

/**
 * Not in a closed `<details>` or a hidden tab, where nothing can be shown that hangs in it.
 *
 * @param {Element} element
 */
function isShown(element) {
  /** @type {Element | null} */
  let box = element;
  while (box && getComputedStyle(box).display === "contents") box = box.parentElement;
  return box?.checkVisibility?.() ?? true;
}

/**
 * Whether nothing can be typed into an element, as behind a modal dialog.
 *
 * @param {Element} element
 */
function isInert(element) {
  const modals = document.querySelectorAll(CSS.supports("selector(:modal)") ? ":modal" : "dialog");
  /** @type {Node | null} */
  let node = element;
  let isBehind = modals.length > 0;
  for (; node; node = node.parentNode ?? (node instanceof ShadowRoot ? node.host : null)) {
    if (node instanceof HTMLElement && node.inert) return true;
    if (node === modals[modals.length - 1]) isBehind = false;
  }
  return isBehind;
}

/**
 * @param {KeyboardEvent} event
 * @returns {boolean}
 */
function isTyping(event) {
  const [target] = event.composedPath();
  if (!(target instanceof HTMLElement)) return false;
  // What a closed element of the page does with keys is its own affair.
  const isClosed = target.localName.includes("-") && !target.shadowRoot;
  return isClosed || target.isContentEditable || target.closest(FIELDS) !== null;
}

/**
 * @param {SoraniReaderElement} reader
 * @returns {number} CSS pixels of the window's height that the article takes up
 */
function visibleHeight(reader) {
  const box = reader.article?.getBoundingClientRect();
  if (!box) return 0;
  return Math.max(0, Math.min(box.bottom, innerHeight) - Math.max(box.top, 0));
}

// A second copy of this script on a page does nothing.
if (globalThis.customElements && !customElements.get("sorani-reader")) {
  customElements.define("sorani-reader", SoraniReaderElement);
}
