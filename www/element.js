/**
 * The element from its first use on: what its methods do, and when its article is read.
 */

import { coreAddress, load } from "./core.js";
import { packOf } from "./entity-packs.js";
import { Failure, missingModules, report, whenLoaded } from "./failure.js";
import { FindBar } from "./find-bar.js";
import { speak } from "./messages.js";
import { Reader } from "./reader.js";

// What these import in their turn. A browser would learn of it from one module after the other, a
// journey over the network for each; named here, all of it is fetched at once.
import "./entity-card.js";
import "./entity-card-content.js";
import "./entity-offer.js";
import "./entity-shown.js";
import "./entity-texts.js";
import "./find-results.js";
import "./highlights.js";
import "./integrity.js";
import "./intent.js";
import "./make.js";
import "./mention-cards.js";
import "./messages/ckb.js";
import "./near.js";
import "./place.js";
import "./scrolling.js";
import "./search-session.js";
import "./sorani_reader.js";
import "./styles.js";
import "./surfaces.js";

/** @import { FindResult } from "./search-session.js" */
/** @import { SoraniReaderElement } from "./sorani-reader.js" */

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

export class ElementInUse {
  #host;
  /** @type {Promise<Reader> | undefined} */
  #loading;
  /** @type {Promise<FindBar> | undefined} */
  #bar;
  /** What the reader reads, as long as the page leaves it in place. @type {HTMLElement | null} */
  #article = null;
  /** Ends when the element leaves the page or its article changes. @type {AbortController | undefined} */
  #life;
  /** Whether there is nothing that could be searched. */
  hasFailed = false;
  /** Settles the `find()` that still waits, if there is one. */
  #supersede = () => {};
  /** Settles what waits for the element to be on the page. */
  #connect = () => {};
  /** @type {Promise<void>} */
  #connected = Promise.resolve();

  /** The article being read, once it is. @type {Reader | undefined} */
  reader;

  /** @param {SoraniReaderElement} host */
  constructor(host) {
    this.#host = host;
    if (!host.isConnected) this.#awaitConnection();
  }

  connected() {
    this.#connect();
  }

  disconnected() {
    this.closeFind();
    this.#stop();
    this.#awaitConnection();
  }

  /** @param {string} name */
  attributeChanged(name) {
    if (!this.#loading || name === "interface") return;
    if (name === "entities" && this.reader) {
      this.reader.loadEntities();
      return;
    }
    this.#stop();
    quiet(this.load());
  }

  /**
   * @returns {Promise<Reader>} fulfilled once the article has been read and the pack has arrived or
   *   failed
   */
  load() {
    if (this.#article && this.#article !== this.#host.article) this.#stop();
    this.#loading ??= quiet(this.#start());
    return this.#loading;
  }

  /**
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
    return Promise.race([quiet(answer), overtaken]);
  }

  /** @param {1 | -1} by */
  step(by) {
    return this.#with((reader) => reader.search.step(by));
  }

  clear() {
    this.#supersede();
    this.#supersede = () => {};
    this.reader?.search.clear();
  }

  /** @param {string} id */
  entity(id) {
    return this.#with((reader) => reader.entity(id));
  }

  /** @param {string} id */
  showEntity(id) {
    return this.#with((reader) => reader.cards.showEntity(id));
  }

  hideEntity() {
    this.reader?.cards.hide();
  }

  async openEntities() {
    const reader = await this.load();
    await reader.panel.open();
  }

  closeEntities() {
    this.reader?.panel.close();
  }

  /**
   * The bar can be typed into while the core is still on its way.
   *
   * @param {string} [query] what a link asks for
   */
  async openFind(query) {
    quiet(this.load());
    const bar = await this.#findBar();
    if (query) await bar.openLinked(query);
    else bar.open();
  }

  closeFind() {
    this.#bar?.then((bar) => bar.close());
  }

  /**
   * @param {KeyboardEvent} event pressed on the page, outside of any field
   * @returns {boolean} whether the key is taken
   */
  takeKey(event) {
    return this.reader?.cards.takeKey(event) ?? false;
  }

  /**
   * Calls `action` with the reader: at once if it is there and reads what is on the page.
   *
   * @template Result
   * @param {(reader: Reader) => Result | Promise<Result>} action
   * @returns {Promise<Result>}
   */
  async #with(action) {
    const isCurrent = this.#article === this.#host.article;
    return action((isCurrent && this.reader) || (await this.load()));
  }

  /** @returns {Promise<Reader>} */
  async #start() {
    const life = new AbortController();
    this.#life = life;
    await this.#connected;
    try {
      const [reader, bar] = await Promise.all([
        openReader(this.#host, life.signal),
        this.#findBar(),
      ]);
      if (!life.signal.aborted) return this.#begin(reader, bar);
    } catch (error) {
      if (!life.signal.aborted) throw this.#fail(error);
    }
    // The element was moved or its attributes changed on the way: what counts is the new state.
    return this.load();
  }

  /**
   * @param {Reader} reader
   * @param {FindBar} bar
   */
  #begin(reader, bar) {
    this.reader = reader;
    this.#article = this.#host.article;
    bar.offer(reader);
    this.#offerAids(reader);
    this.#host.dispatchEvent(
      new CustomEvent("sorani-reader-ready", { bubbles: true, composed: true }),
    );
    return reader;
  }

  /**
   * The reading aids are off unless the page asks for them.
   *
   * @param {Reader} reader
   */
  #offerAids(reader) {
    const life = this.#life?.signal;
    if (!life || !this.#host.hasAttribute("aids")) return;
    whenLoaded(this.#host, import("./aids.js")).then(
      ({ ReadingAids }) => new ReadingAids(this.#host, reader, life),
    );
  }

  #findBar() {
    this.#bar ??= speak(this.#host).then(() => new FindBar(this.#host));
    return this.#bar;
  }

  /**
   * @param {unknown} error
   * @returns {Failure}
   */
  #fail(error) {
    this.hasFailed = true;
    const failure = error instanceof Failure ? error : unexpected(error);
    report(this.#host, failure);
    return failure;
  }

  #awaitConnection() {
    this.#connected = new Promise((resolve) => {
      this.#connect = resolve;
    });
  }

  #stop() {
    this.#life?.abort();
    this.#article = null;
    this.reader = undefined;
    this.#loading = undefined;
    this.hasFailed = false;
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
  promise.catch(() => {});
  return promise;
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

/**
 * @param {SoraniReaderElement} host
 * @param {AbortSignal} life ends when the element no longer wants this reader
 * @returns {Promise<Reader>} rejected with a `Failure`
 */
async function openReader(host, life) {
  checkEngine();
  const pack = packOf(host);
  await parsed();
  const root = host.article;
  if (!root) throw missingArticle(host);
  const [file] = await Promise.all([renderFile(host), loadCore(), speak(host)]);
  life.throwIfAborted();
  const reader = new Reader(host, root, file, life);
  await reader.loadEntities(pack);
  return reader;
}

/**
 * @param {SoraniReaderElement} host
 * @returns {Promise<string | undefined>} the text of the file that `src` names, if it names one
 */
async function renderFile(host) {
  const source = host.getAttribute("src");
  if (source === null) return undefined;
  const { renderSource } = await import("./render.js").catch((cause) => {
    throw missingModules(cause);
  });
  return renderSource(host, source);
}

/** @returns {Promise<void>} fulfilled when the page's markup is all there */
async function parsed() {
  if (document.readyState !== "loading") return;
  await new Promise((resolve) => {
    document.addEventListener("DOMContentLoaded", resolve, { once: true });
  });
}

/** Refuses a browser that cannot show what is found. */
function checkEngine() {
  const needed = {
    WebAssembly: "WebAssembly" in globalThis,
    "CSS highlights": "Highlight" in globalThis && "highlights" in CSS,
    popovers: "showPopover" in HTMLElement.prototype,
  };
  const missing = Object.entries(needed).flatMap(([name, has]) => (has ? [] : [name]));
  if (missing.length === 0) return;
  throw new Failure("engine", `this browser has no ${missing.join(", no ")}`, {
    advice: "The article reads as before; search and cards need a browser of 2025 or later",
  });
}

async function loadCore() {
  try {
    await load();
  } catch (cause) {
    throw new Failure("core", "could not start the reader's core", {
      where: coreAddress.href,
      cause,
      advice:
        "Publish sorani_reader_bg.wasm beside the scripts, and if the page has a content " +
        "security policy, allow 'wasm-unsafe-eval' in script-src",
    });
  }
}

/**
 * @param {HTMLElement} host
 * @returns {Failure}
 */
function missingArticle(host) {
  return new Failure("article", "could not find the article", {
    where: `for="${host.getAttribute("for")}"`,
    advice: "Give the article's element this id, in the same document or shadow tree",
  });
}
