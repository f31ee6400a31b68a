/**
 * `<sorani-reader>`: the small part that every page loads.
 *
 * The attributes are the state: `for` (the id of an article elsewhere on the page) or `src` (a
 * text file to fetch and render, with `headline`), else the article is the element's content;
 * `entities` is the address of a pack. Everything else is loaded when it is needed: when the
 * article comes near the window and the page is idle, at the first key, when a script asks for
 * `ready` or calls a method.
 */

import { Failure, report } from "./failure.js";
import { dress } from "./make.js";
import { join, leave } from "./readers.js";

/** @import { Mention } from "./core.js" */
/** @import { FindBar } from "./find-bar.js" */
/** @import { Reader } from "./reader.js" */
/** @import { FindResult } from "./search-session.js" */

/**
 * What a `find()` gives that a newer one has overtaken.
 *
 * @type {FindResult}
 */
const SUPERSEDED = Object.freeze({
  superseded: true,
  total: 0,
  parts: 0,
  current: -1,
  position: 0,
});

/** Around an article it is a block; beside one it takes no room. */
const HOST_CSS = ":host(:not([for], [hidden])) { display: block; }";

/** Where there is no DOM, as on a server, the module can still be imported. */
const Base = globalThis.HTMLElement ?? class {};

/**
 * Besides the properties below it has `matches`: the places of the last query in text order, as
 * `{start, end, tier}` with offsets in UTF-16 code units of `text`; `[]` before there are any.
 */
export class SoraniReaderElement extends Base {
  static observedAttributes = ["entities", "for", "src", "headline"];

  static {
    // The list of matches takes the name of the method `Element.matches`, which no type allows.
    Object.defineProperty(SoraniReaderElement.prototype, "matches", {
      configurable: true,
      enumerable: true,
      /** @this {SoraniReaderElement} */
      get() {
        return this.#reader?.search.matches ?? [];
      },
    });
  }

  /** @type {Promise<Reader> | undefined} */
  #loading;
  /** @type {Reader | undefined} */
  #reader;
  /** @type {Promise<FindBar> | undefined} */
  #bar;
  /** Ends when the element leaves the page or its article changes. @type {AbortController | undefined} */
  #life;
  #hasFailed = false;
  /** @type {IntersectionObserver | undefined} */
  #approach;
  /** Settles the `find()` that still waits, if there is one. */
  #supersede = () => {};
  /** Settles what waits for the element to be on the page. */
  #connect = () => {};
  /** @type {Promise<void>} */
  #connected = new Promise((resolve) => {
    this.#connect = resolve;
  });

  constructor() {
    super();
    const shadow = this.attachShadow({ mode: "open" });
    dress(shadow, HOST_CSS);
    shadow.append(document.createElement("slot"));
  }

  connectedCallback() {
    this.#connect();
    join(this);
    this.#approach = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) this.#loadWhenIdle();
      },
      { rootMargin: "50%" },
    );
    this.#approach.observe(this.article ?? this);
  }

  disconnectedCallback() {
    leave(this);
    this.closeFind();
    this.#stop();
    this.#connected = new Promise((resolve) => {
      this.#connect = resolve;
    });
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} now
   */
  attributeChangedCallback(name, before, now) {
    if (!this.#loading || before === now) return;
    if (name === "entities" && this.#reader) {
      this.#reader.loadEntities();
      return;
    }
    this.#stop();
    quiet(this.#load());
  }

  /**
   * Fulfilled with the element once the article has been read and the pack has arrived or failed.
   * Rejected if there can be no reader, as when the wasm is blocked. Asking for it starts the
   * loading.
   *
   * @returns {Promise<this>}
   */
  get ready() {
    return quiet(this.#load().then(() => this));
  }

  /** The flat text that all offsets refer to; empty until `ready`. */
  get text() {
    return this.#reader?.text ?? "";
  }

  /** The index in `matches` of the match the reader is at, or -1. */
  get current() {
    return this.#reader?.search.current ?? -1;
  }

  /**
   * The mentions of entities in text order.
   *
   * @returns {readonly Mention[]}
   */
  get mentions() {
    return this.#reader?.mentions ?? [];
  }

  /**
   * The element that holds the article: this one, or the one that `for` names.
   *
   * @returns {HTMLElement | null}
   */
  get article() {
    const id = this.getAttribute("for");
    if (id === null) return this;
    const root = /** @type {Document | ShadowRoot} */ (this.getRootNode());
    return /** @type {HTMLElement | null} */ (root.querySelector(`#${CSS.escape(id)}`));
  }

  /**
   * Lights up the places that match and goes to the nearest. Of several calls the newest wins: an
   * older one that still waits gives `{superseded: true, total: 0, …}` at once.
   *
   * @param {string} query
   * @param {{mode?: "smart" | "exact" | "word"}} [options]
   * @returns {Promise<FindResult>}
   */
  find(query, { mode = "smart" } = {}) {
    this.#supersede();
    /** @type {Promise<FindResult>} */
    const overtaken = new Promise((resolve) => {
      this.#supersede = () => resolve(SUPERSEDED);
    });
    const newest = this.#supersede;
    const answer = this.#with((reader) =>
      this.#supersede === newest ? reader.search.find(String(query), mode) : SUPERSEDED,
    );
    return quiet(Promise.race([answer, overtaken]));
  }

  /** Goes to the next match, after the last to the first. */
  next() {
    return this.#with((reader) => reader.search.step(1));
  }

  /** Goes to the previous match, before the first to the last. */
  previous() {
    return this.#with((reader) => reader.search.step(-1));
  }

  /** Forgets the query and puts out its lights. */
  clear() {
    this.#supersede();
    this.#supersede = () => {};
    this.#reader?.search.clear();
  }

  /**
   * The record of an entity, as its publisher wrote it, or `undefined` if the pack has none.
   *
   * @param {string} id
   */
  entity(id) {
    return this.#with((reader) => reader.entity(id));
  }

  /**
   * Shows the card of an entity at its mention nearest to what is being read. Gives whether the
   * article mentions it.
   *
   * @param {string} id
   */
  showEntity(id) {
    return this.#with((reader) => reader.cards.showEntity(id));
  }

  /** Hides the card. */
  hideEntity() {
    this.#reader?.cards.hide();
  }

  /** Opens the find bar and puts the cursor into it. */
  openFind() {
    quiet(this.#load());
    return quiet(this.#findBar().then((bar) => bar.open()));
  }

  /** Closes the find bar, if it is open, and gives the focus back. */
  closeFind() {
    this.#bar?.then((bar) => bar.close(), ignore);
  }

  /**
   * Acts on a key pressed on the page, outside of any field.
   *
   * @param {KeyboardEvent} event
   * @returns {boolean} whether the key is taken
   */
  takeKey(event) {
    if (event.key === "/" && !event.ctrlKey && !event.altKey && !event.metaKey) {
      if (!this.#hasFailed) this.openFind();
      return !this.#hasFailed;
    }
    return this.#reader?.cards.takeKey(event) ?? false;
  }

  /**
   * Calls `action` with the loaded reader: at once if it is there. Its promise is never an
   * unhandled rejection, for scripts that do not wait for it.
   *
   * @template Result
   * @param {(reader: Reader) => Result | Promise<Result>} action
   * @returns {Promise<Result>}
   */
  #with(action) {
    const reader = this.#reader;
    const act = reader ? async () => action(reader) : async () => action(await this.#load());
    return quiet(act());
  }

  /** @returns {Promise<Reader>} */
  #load() {
    this.#approach?.disconnect();
    this.#loading ??= quiet(this.#start());
    return this.#loading;
  }

  /** @returns {Promise<Reader>} */
  async #start() {
    const life = new AbortController();
    this.#life = life;
    await this.#connected;
    try {
      const [{ openReader }, bar] = await Promise.all([this.#loadingModule(), this.#findBar()]);
      const reader = await openReader(this, life.signal);
      if (!life.signal.aborted) {
        this.#reader = reader;
        bar.offer();
        tellReady(this);
        return reader;
      }
    } catch (error) {
      if (!life.signal.aborted) throw this.#fail(error);
    }
    // The element was moved or its attributes changed on the way: what counts is the new state.
    return this.#load();
  }

  #loadingModule() {
    return import("./loading.js").catch(refuseModule);
  }

  #findBar() {
    this.#bar ??= quiet(
      import("./find-bar.js").then(({ FindBar }) => new FindBar(this), refuseModule),
    );
    return this.#bar;
  }

  /**
   * @param {unknown} error
   * @returns {Failure}
   */
  #fail(error) {
    this.#hasFailed = true;
    const failure = error instanceof Failure ? error : unexpected(error);
    report(this, failure);
    return failure;
  }

  #loadWhenIdle() {
    this.#approach?.disconnect();
    const load = () => this.isConnected && quiet(this.#load());
    if ("requestIdleCallback" in globalThis) requestIdleCallback(load, { timeout: 2000 });
    else setTimeout(load, 100);
  }

  #stop() {
    this.#approach?.disconnect();
    this.#life?.abort();
    this.#reader = undefined;
    this.#loading = undefined;
    this.#hasFailed = false;
  }
}

/**
 * Keeps a rejection from being reported as unhandled: every failure is reported once, as an event.
 *
 * @template {Promise<unknown>} P
 * @param {P} promise
 * @returns {P}
 */
function quiet(promise) {
  promise.catch(ignore);
  return promise;
}

function ignore() {}

/** @param {HTMLElement} reader */
function tellReady(reader) {
  reader.dispatchEvent(new CustomEvent("sorani-reader-ready", { bubbles: true, composed: true }));
}

/**
 * @param {unknown} cause
 * @returns {never}
 */
function refuseModule(cause) {
  throw new Failure("modules", "could not load the reader's script files", {
    where: new URL(".", import.meta.url).href,
    cause,
    advice: "Publish every file of this folder, scripts with the content type text/javascript",
  });
}

/**
 * @param {unknown} cause
 * @returns {Failure}
 */
function unexpected(cause) {
  return new Failure("core", "the reader stopped", {
    cause,
    advice: "Please report this with the address of the page",
  });
}
