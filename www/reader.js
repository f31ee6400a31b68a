/**
 * One article being read: its text, the query and its matches, the entities it mentions, and what
 * of them is lit up.
 */

import { Article, Document } from "./core.js";
import { loadPack } from "./entities.js";
import { Failure, report } from "./failure.js";
import { addPainters, adoptRules, NAMES, removePainters, repaint } from "./highlights.js";
import { MentionCards } from "./mention-cards.js";
import { firstFrom, NearBlocks } from "./near.js";
import { reveal } from "./scrolling.js";

/** @import { Match, Mention, Mode, Pack, Span, Tier } from "./core.js" */
/** @import { SoraniReaderElement } from "./element.js" */

/**
 * @typedef {object} FindResult
 * @property {number} total how many places a reader steps through: those of the word, or, where
 *   there are none, those that match less well
 * @property {number} parts how many places match less well (`scattered`, `part`, `typo`)
 * @property {number} current the index in `matches` of the place the reader is at, or -1
 * @property {number} position which of `total` it is, from 1; 0 if there is none
 * @property {true} [superseded] a newer `find()` has overtaken this one
 *
 * @typedef {FindResult & {
 *   query: string,
 *   mode: Mode,
 *   tiers: Partial<Record<Tier, number>>,
 *   wrapped?: "start" | "end",
 * }} FindDetail of the event `sorani-reader-find`: with how many places matched how, and where a
 *   step went on after the last or the first of them
 */

/** Tiers that are counted apart from the word, lit more quietly and stepped through last. */
const QUIET = new Set(["scattered", "part", "typo"]);

export class Reader {
  #host;
  #root;
  /** The text of a `src=` file, whose own offsets count. @type {string | undefined} */
  #file;
  #life;
  /** @type {Article} */
  #article;
  /** @type {Document} */
  #document;
  /** @type {NearBlocks} */
  #near;
  /** @type {MutationObserver} */
  #changes;
  /** The frame in which the article will be read again, or 0. */
  #rereading = 0;
  /** @type {Pack | undefined} */
  #pack;
  /** How often the pack was asked for: an answer to an older question does not count. */
  #packTurn = 0;
  /** @type {{text: string, mode: Mode} | undefined} */
  #query;
  /** @type {readonly Match[]} */
  #strong = [];
  /** @type {readonly Match[]} */
  #quiet = [];

  /** @type {readonly Match[]} */
  matches = [];
  /** @type {readonly Mention[]} */
  mentions = [];
  /** The index in `matches` of the place the reader is at, or -1. */
  current = -1;
  text = "";

  /**
   * @param {SoraniReaderElement} host
   * @param {HTMLElement} root what holds the article
   * @param {string | undefined} file the text that was rendered into `root`, if it came from a file
   * @param {AbortSignal} life
   */
  constructor(host, root, file, life) {
    this.#host = host;
    this.#root = root;
    this.#file = file;
    this.#life = life;
    this.cards = new MentionCards(host, root, this, life);
    this.#article = this.#readArticle();
    this.#document = new Document(this.#article);
    this.text = this.#article.text();
    this.#near = this.#observeBlocks();
    this.#changes = this.#observeChanges();
    this.#lightUp();
    life.addEventListener("abort", () => this.#close());
  }

  /**
   * @param {string} text
   * @param {Mode} mode
   * @returns {FindResult}
   */
  find(text, mode) {
    this.#catchUp();
    this.#query = { text, mode };
    this.#search();
    this.current = this.matches.indexOf(this.#stops[this.nearestOf(this.#stops)]);
    this.#paintMatches();
    this.#revealCurrent();
    return this.#tellFound();
  }

  /**
   * @param {1 | -1} by
   * @returns {FindResult}
   */
  step(by) {
    this.#catchUp();
    const count = this.#stops.length;
    if (count === 0) return this.#result();
    const to = this.#stops.indexOf(this.matches[this.current]) + by;
    this.current = this.matches.indexOf(this.#stops[(to + count) % count]);
    repaint("sorani-match-current");
    this.#revealCurrent();
    return this.#tellFound(to === count ? "start" : to < 0 ? "end" : undefined);
  }

  clear() {
    this.#query = undefined;
    this.#search();
    this.current = -1;
    this.#paintMatches();
    this.#tellFound();
  }

  /** @param {string} id */
  entity(id) {
    return this.#document.entity(id);
  }

  /**
   * Fetches the pack that the element names; a pack that fails is reported and leaves the search.
   */
  async loadEntities() {
    const turn = ++this.#packTurn;
    const address = this.#host.getAttribute("entities");
    try {
      const pack = address ? await loadPack(new URL(address, document.baseURI)) : undefined;
      if (turn !== this.#packTurn || this.#life.aborted) return;
      this.#pack = pack;
      this.#renewDocument();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      if (turn === this.#packTurn && !this.#life.aborted) report(this.#host, error);
    }
  }

  /**
   * The mention under a point of the window, as an index in `mentions`, or -1.
   *
   * @param {number} x
   * @param {number} y
   */
  mentionAt(x, y) {
    this.#catchUp();
    const offset = this.#article.offsetAt(x, y);
    if (offset === undefined) return -1;
    const before = firstFrom(this.mentions, offset + 1) - 1;
    return before >= 0 && offset < this.mentions[before].end ? before : -1;
  }

  /**
   * The part of the flat text that an element of the article holds.
   *
   * @param {Element} element
   * @returns {Span | undefined}
   */
  spanOf(element) {
    const start = this.#article.offsetOf(element, 0);
    const end = this.#article.offsetOf(element, element.childNodes.length);
    return start === undefined || end === undefined ? undefined : { start, end };
  }

  /**
   * @param {Span} span
   * @returns {Range} a range that can be measured
   */
  rangeOf({ start, end }) {
    const [found] = this.#article.ranges(Uint32Array.of(start, end));
    const range = document.createRange();
    range.setStart(...inside(found.startContainer, found.startOffset));
    range.setEnd(...inside(found.endContainer, found.endOffset));
    return range;
  }

  /**
   * The index of the first of `spans` that is not above the window; 0 if all are.
   *
   * @param {readonly Span[]} spans in text order
   */
  nearestOf(spans) {
    let [low, high] = [0, spans.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.rangeOf(spans[middle]).getBoundingClientRect().bottom < 0) low = middle + 1;
      else high = middle;
    }
    return low < spans.length ? low : 0;
  }

  /** The places that are stepped through: those of the word, if there are any. */
  get #stops() {
    return this.#strong.length > 0 ? this.#strong : this.#quiet;
  }

  #search() {
    const query = this.#query;
    this.matches = query ? this.#document.search(query.text, { mode: query.mode }) : [];
    this.#strong = this.matches.filter(({ tier }) => !QUIET.has(tier));
    this.#quiet = this.matches.filter(({ tier }) => QUIET.has(tier));
  }

  #revealCurrent() {
    for (const match of this.#currentMatch) reveal(this.rangeOf(match));
  }

  /** @returns {FindResult} */
  #result() {
    return {
      total: this.#stops.length,
      parts: this.#quiet.length,
      current: this.current,
      position: this.#stops.indexOf(this.matches[this.current]) + 1,
    };
  }

  /**
   * @param {"start" | "end"} [wrapped] where a step went on after the last or the first match
   * @returns {FindResult}
   */
  #tellFound(wrapped) {
    const result = this.#result();
    const { text = "", mode = "smart" } = this.#query ?? {};
    /** @type {FindDetail} */
    const detail = { query: text, mode, tiers: countTiers(this.matches), wrapped, ...result };
    this.#host.dispatchEvent(
      new CustomEvent("sorani-reader-find", { detail, bubbles: true, composed: true }),
    );
    return result;
  }

  /** Reads mentions and matches from a new document, and stays at the place where the reader is. */
  #renewDocument() {
    const place = this.matches[this.current]?.start ?? 0;
    this.cards.forget();
    this.#document.free();
    this.#document = new Document(this.#article);
    if (this.#pack) this.#document.usePack(this.#pack);
    this.mentions = this.#document.mentions();
    this.#search();
    const stop = this.#stops[firstFrom(this.#stops, place)] ?? this.#stops.at(-1);
    this.current = stop ? this.matches.indexOf(stop) : -1;
    repaint(...NAMES);
    if (this.#query) this.#tellFound();
  }

  #readArticle() {
    const file = this.#file;
    const rendered = file === undefined ? undefined : Article.ofFile(this.#root, file);
    return rendered ?? new Article(this.#root);
  }

  /** Has the article read again in the next frame, however much of it changes until then. */
  #observeChanges() {
    const observer = new MutationObserver(() => {
      this.#rereading ||= requestAnimationFrame(() => this.#reread());
    });
    observer.observe(this.#root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: ["hidden", "data-sorani-reader"],
    });
    return observer;
  }

  /** Reads the article again now, if it has changed: a range of the old one may be out of bounds. */
  #catchUp() {
    const hasChanged = this.#changes.takeRecords().length > 0;
    if (hasChanged || this.#rereading) this.#reread();
  }

  #reread() {
    cancelAnimationFrame(this.#rereading);
    this.#rereading = 0;
    this.#article.free();
    this.#article = this.#readArticle();
    const text = this.#article.text();
    const isSame = text === this.text;
    this.text = text;
    if (!isSame) this.#renewDocument();
    this.#near.close();
    this.#near = this.#observeBlocks();
    repaint(...NAMES);
  }

  #observeBlocks() {
    const blocks = this.#document.paragraphs().map(({ start, end }) => {
      const holder = this.rangeOf({ start, end }).commonAncestorContainer;
      const element = holder instanceof Element ? holder : holder.parentElement;
      return { start, end, element: boxed(element ?? this.#root) };
    });
    return new NearBlocks(blocks, () => {
      repaint("sorani-entity");
      this.#paintMatches();
    });
  }

  #lightUp() {
    adoptRules(this.#root);
    addPainters(this, {
      "sorani-entity": () => this.#rangesNear(this.mentions),
      "sorani-entity-current": () => this.#ranges(this.cards.marked),
      "sorani-match-quiet": () => this.#rangesNear(this.#quiet),
      "sorani-match": () => this.#rangesNear(this.#strong),
      "sorani-match-current": () => this.#ranges(this.#currentMatch),
    });
  }

  get #currentMatch() {
    return this.current < 0 ? [] : [this.matches[this.current]];
  }

  #paintMatches() {
    repaint("sorani-match", "sorani-match-quiet", "sorani-match-current");
  }

  /** @param {readonly Span[]} spans */
  #rangesNear(spans) {
    return this.#ranges(this.#near.pick(spans));
  }

  /** @param {readonly Span[]} spans */
  #ranges(spans) {
    return this.#article.ranges(Uint32Array.from(spans.flatMap(({ start, end }) => [start, end])));
  }

  #close() {
    cancelAnimationFrame(this.#rereading);
    this.#changes.disconnect();
    this.#near.close();
    removePainters(this);
  }
}

/**
 * @param {readonly Match[]} matches
 * @returns {Partial<Record<Tier, number>>}
 */
function countTiers(matches) {
  /** @type {Partial<Record<Tier, number>>} */
  const counts = {};
  for (const { tier } of matches) counts[tier] = (counts[tier] ?? 0) + 1;
  return counts;
}

/**
 * A point of a text node that may have become shorter since it was read.
 *
 * @param {Node} node
 * @param {number} offset
 * @returns {[Node, number]}
 */
function inside(node, offset) {
  return [node, Math.min(offset, node.nodeValue?.length ?? 0)];
}

/**
 * The nearest element around `element` that has a box of its own to observe.
 *
 * @param {Element} element
 * @returns {Element}
 */
function boxed(element) {
  const parent = element.parentElement;
  return parent && getComputedStyle(element).display === "contents" ? boxed(parent) : element;
}
