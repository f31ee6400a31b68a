/**
 * One article being read: its text, the search in it, the entities it mentions, and what of them is
 * lit up.
 */

import { Article, Document } from "./core.js";
import { EntityOffer } from "./entity-offer.js";
import { packOf, recordsOf } from "./entity-packs.js";
import { prepareFor } from "./entity-shown.js";
import { Failure, report } from "./failure.js";
import {
  addPainters,
  adoptRules,
  exchange,
  markedOf,
  NAMES,
  removePainters,
  repaint,
} from "./highlights.js";
import { MentionCards } from "./mention-cards.js";
import { firstFrom, firstWhere, LitSpans, spansOf } from "./near.js";
import { zoomOf } from "./place.js";
import { movesOfView } from "./scrolling.js";
import { SearchSession } from "./search-session.js";

/** @import { EntityRecord, Mention, Pack, Span } from "./core.js" */
/** @import { EntityRecords } from "./entity-packs.js" */
/** @import { FiledRecords } from "./record-files.js" */
/** @import { SoraniReaderElement } from "./sorani-reader.js" */
/** @import { Name } from "./highlights.js" */
/** @import { Spans } from "./near.js" */

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
  /** @type {MutationObserver} */
  #changes;
  /** The frame in which the article will be read again, or 0. */
  #rereading = 0;
  /** @type {Pack | undefined} */
  #pack;
  /** How often the pack was asked for: an answer to an older question does not count. */
  #packTurn = 0;

  /** Where the first place in the window began when one was last looked for. */
  #firstSeen = 0;
  /**
   * What is known of the view since it last moved: which text ends above the window, which begins
   * in it or after it.
   */
  #view = { moves: -1, above: 0, below: Infinity };

  /** @type {readonly Mention[]} */
  mentions = [];
  /** Of the pack, if there is one. @type {EntityRecords | FiledRecords | undefined} */
  records;
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
    this.panel = new EntityOffer(host, root, this, life);
    this.search = new SearchSession(host, this);
    this.#article = this.#readArticle();
    this.#document = new Document(this.#article);
    this.#document.prepareAtIdle(life);
    this.text = this.#article.text();
    this.#changes = this.#observeChanges();
    this.#lightUp();
    life.addEventListener("abort", () => this.#close());
  }

  /** What holds the article. */
  get root() {
    return this.#root;
  }

  /** The text as the core has read it, until the text changes. */
  get document() {
    return this.#document;
  }

  /** Where the publisher lets thin records be completed from, if anywhere. */
  get provider() {
    return this.#host.getAttribute("provider");
  }

  /**
   * @param {string} id
   * @returns {Promise<EntityRecord> | undefined} nothing if the pack has no such entity
   */
  entity(id) {
    const index = this.records?.indexOf(id);
    return index === undefined ? undefined : this.records?.fetch(index);
  }

  /**
   * Recognises the entities of a pack from now on; one that fails is reported and leaves the search.
   *
   * @param {Promise<Pack | undefined>} [pack] the pack that the element names
   */
  async loadEntities(pack = packOf(this.#host)) {
    const turn = ++this.#packTurn;
    const isOver = () => turn !== this.#packTurn || this.#life.aborted;
    try {
      const loaded = await pack;
      const records = loaded && (await recordsOf(loaded));
      if (isOver()) return;
      const isLost = this.#pack && !loaded;
      this.#pack = loaded;
      this.records = records;
      // What the document has worked out so far stays.
      if (loaded) this.#document.usePack(loaded);
      if (isLost) this.#renewDocument();
      else this.#renewResults();
      await prepareFor(
        this.#host,
        this.mentions.map(({ index }) => this.records?.known(index)),
      );
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      if (!isOver()) report(this.#host, error);
    }
  }

  /**
   * The mention under a point of the window, as an index in `mentions`, or -1.
   *
   * @param {number} x
   * @param {number} y
   */
  mentionAt(x, y) {
    this.catchUp();
    const around = /** @type {DocumentOrShadowRoot} */ (
      /** @type {unknown} */ (this.#root.getRootNode())
    );
    const offset = this.#article.offsetAt(x, y, zoomOf(around.elementFromPoint(x, y)));
    if (offset === undefined) return -1;
    const before = firstFrom(spansOf(this.mentions), offset + 1) - 1;
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
   * The part of the flat text that a selection holds.
   *
   * @param {Range} range
   * @returns {Span | undefined}
   */
  spanOfRange({ startContainer, startOffset, endContainer, endOffset }) {
    this.catchUp();
    const start = this.#article.offsetOf(startContainer, startOffset);
    const end = this.#article.offsetOf(endContainer, endOffset);
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
   * The innermost elements that hold all of each span.
   *
   * @param {readonly Span[]} spans
   */
  holdersOf(spans) {
    return this.#ranges(spans).map(({ startContainer, endContainer }) => {
      let holder = startContainer.parentElement;
      while (holder && !holder.contains(endContainer)) holder = holder.parentElement;
      return holder;
    });
  }

  /**
   * The index of the first of `spans` that is not above the window; 0 if all are.
   *
   * @param {readonly Span[]} spans in text order
   */
  nearestOf(spans) {
    this.forgetView();
    return this.firstInView(spansOf(spans)) % (spans.length || 1);
  }

  /**
   * The index of the first of `spans` that does not end above the window. It is looked for where it
   * was the last time: hardly anybody scrolls between two keystrokes.
   *
   * @param {Spans} spans
   */
  firstInView(spans) {
    if (this.#view.moves !== movesOfView()) this.forgetView();
    const isInView = (/** @type {number} */ at) => at === spans.length || !this.#isAbove(spans, at);
    const guess = firstFrom(spans, this.#firstSeen);
    const isRight = isInView(guess) && (guess === 0 || !isInView(guess - 1));
    const first = isRight ? guess : firstWhere(0, spans.length, isInView);
    if (first < spans.length) this.#firstSeen = spans.start(first);
    return first;
  }

  /** Has the next `firstInView` look at the page. */
  forgetView() {
    this.#view = { moves: movesOfView(), above: 0, below: Infinity };
  }

  /**
   * @param {Spans} spans
   * @param {number} at
   * @returns {boolean} whether a span ends above the window
   */
  #isAbove(spans, at) {
    const span = { start: spans.start(at), end: spans.end(at) };
    const view = this.#view;
    if (span.end <= view.above) return true;
    if (span.start >= view.below) return false;
    const isAbove = this.#endsAbove(span);
    if (isAbove) view.above = span.end;
    else view.below = span.start;
    return isAbove;
  }

  /**
   * @param {Span} span
   * @returns {boolean}
   */
  #endsAbove(span) {
    const [{ startContainer }] = this.#article.ranges(Uint32Array.of(span.start, span.end));
    // What holds the text tells nearly always, and is measured many times faster.
    const holder = startContainer.parentElement?.getBoundingClientRect();
    const isCut = !holder?.height || (holder.top < 0 && holder.bottom >= 0);
    return (isCut ? this.boxOf(span) : holder).bottom < 0;
  }

  /**
   * Where a span is in the window; of a span that is hidden, what hides it.
   *
   * @param {Span} span
   * @returns {DOMRect}
   */
  boxOf(span) {
    const range = this.rangeOf(span);
    const box = range.getBoundingClientRect();
    return box.width || box.height ? box : hiderOf(range.startContainer).getBoundingClientRect();
  }

  /** Reads the article's text anew. */
  #renewDocument() {
    this.#document.free();
    this.#document = new Document(this.#article);
    this.#document.prepareAtIdle(this.#life);
    if (this.#pack) this.#document.usePack(this.#pack);
    this.#renewResults();
  }

  /** Reads mentions and matches from the document, and stays at the place where the reader is. */
  #renewResults() {
    this.cards.forget();
    this.mentions = this.#document.mentions();
    this.panel.renew();
    this.search.renew();
    repaint(...NAMES);
    this.search.tellRenewed();
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
  catchUp() {
    const hasChanged = this.#changes.takeRecords().length > 0;
    if (hasChanged || this.#rereading) this.#reread();
  }

  #reread() {
    cancelAnimationFrame(this.#rereading);
    this.#rereading = 0;
    this.#article.free();
    this.#article = this.#readArticle();
    this.forgetView();
    const text = this.#article.text();
    const isSame = text === this.text;
    this.text = text;
    if (!isSame) this.#renewDocument();
    repaint(...NAMES);
  }

  #lightUp() {
    adoptRules(this.#root);
    const [entities, quiet, loud] = [
      this.#litBy("sorani-entity"),
      this.#litBy("sorani-match-quiet"),
      this.#litBy("sorani-match"),
    ];
    addPainters(this, {
      "sorani-entity": () =>
        entities.begin(spansOf(hasForcedColors() ? [] : markedOf(this.#host, this.mentions))),
      "sorani-entity-current": () => this.#ranges(this.cards.marked),
      "sorani-match-quiet": () => quiet.begin(this.search.results.faint),
      "sorani-match": () => loud.begin(this.search.results.loud),
      "sorani-match-current": () => this.#ranges(this.search.currentMatch),
    });
  }

  /** @param {Name} name */
  #litBy(name) {
    return new LitSpans(
      {
        ranges: (spans) => this.#article.ranges(spans),
        firstInView: (spans) => this.firstInView(spans),
      },
      (gone, come) => exchange(name, gone, come),
      this.#life,
    );
  }

  /** @param {readonly Span[]} spans */
  #ranges(spans) {
    return this.#article.ranges(Uint32Array.from(spans.flatMap(({ start, end }) => [start, end])));
  }

  #close() {
    cancelAnimationFrame(this.#rereading);
    this.#changes.disconnect();
    removePainters(this);
  }
}

/**
 * Whether the reader has chosen the colours of all pages. Chromium then fills every highlight with
 * the colour of a selection, and a text full of marked names could not be read.
 */
function hasForcedColors() {
  return matchMedia("(forced-colors: active)").matches;
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
 * The nearest element around a hidden text that has a place on the page.
 *
 * @param {Node} node
 * @returns {Element}
 */
function hiderOf(node) {
  let element = node.parentElement;
  while (element && element.getClientRects().length === 0) element = element.parentElement;
  return element ?? document.documentElement;
}
