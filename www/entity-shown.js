/**
 * The entity that a card shows: its record, which may still be on its way, and what the reader has
 * chosen to see of it.
 */

import { describe, describeFailure, describeWaiting } from "./entity-card-content.js";
import { hasMore, LANGUAGE, textOf } from "./entity-texts.js";
import { missingModules, report, whenLoaded } from "./failure.js";
import { digitsOf, inDigits, messages } from "./messages.js";

/** @import { EntityRecord, Mention, Span } from "./core.js" */
/** @import { EntityCard, Form } from "./entity-card.js" */
/** @import { describeFacts } from "./entity-facts.js" */
/** @import { Box } from "./place.js" */
/** @import { Reader } from "./reader.js" */

/**
 * @typedef {object} Subject what a card is about
 * @property {Span} span where the name is in the text
 * @property {number} entity its number in the pack
 * @property {readonly number[]} candidates what else the name may mean
 * @property {number} mention the index of the mention, or -1 if the reader asked about a selection
 *
 * @typedef {object} Setting where the card is shown
 * @property {Reader} reader
 * @property {EntityCard} card
 * @property {() => Box | undefined} word where in the window the word is
 * @property {Form} form
 * @property {(by: 1 | -1) => void} step goes to another mention of the entity
 * @property {(record: EntityRecord | undefined) => void} onShow called once the card can be seen
 */

/** How long after a record was asked for its place is shown empty, in milliseconds. */
const SKELETON_AFTER = 200;
/** A record that says less than this, in characters, is thin. */
const THIN = 40;

/** The language that the reader has last chosen, for all cards of the page. */
let language = LANGUAGE;
/** Says the facts of a record, once one has had any. @type {typeof describeFacts | undefined} */
let toFacts;

/**
 * Has at hand what it takes to show some records. What cannot be loaded is reported and left out.
 *
 * @param {HTMLElement} reader
 * @param {readonly (EntityRecord | undefined)[]} records those that are at hand themselves
 */
export async function prepareFor(reader, records) {
  if (records.every((record) => !record || isReadyFor(record))) return;
  try {
    ({ describeFacts: toFacts } = await import("./entity-facts.js"));
  } catch (cause) {
    report(reader, missingModules(cause));
  }
}

/** @param {EntityRecord} record */
function isReadyFor(record) {
  return toFacts !== undefined || !hasMore(record);
}

export class ShownEntity {
  #subject;
  #setting;
  #skeleton = 0;
  #isOpen = false;
  #isOver = false;
  /** @type {EntityRecord | undefined} */
  #record;
  /** @type {readonly EntityRecord[]} */
  #others = [];
  /** What the provider adds. @type {HTMLElement | undefined} */
  #provided;

  /**
   * @param {Subject} subject
   * @param {Setting} setting
   * @param {number} askedAt when the record was asked for, on the clock of `performance.now()`
   */
  constructor(subject, setting, askedAt) {
    this.#subject = subject;
    this.#setting = setting;
    const known = [subject.entity, ...subject.candidates].map((it) => this.#records.known(it));
    if (known.every((record) => record && isReadyFor(record))) this.#arrive(known);
    else this.#wait(askedAt);
  }

  /** The number in the pack of the entity that the card is about now. */
  get entity() {
    return this.#subject.entity;
  }

  /** Shows the same entity at another of its mentions. @param {Subject} subject */
  moveTo(subject) {
    this.#subject = { ...subject, entity: this.entity, candidates: this.#subject.candidates };
    this.#draw();
  }

  /** Nothing that is still on its way is shown any more. */
  close() {
    this.#isOver = true;
    clearTimeout(this.#skeleton);
  }

  /** @param {number} askedAt */
  #wait(askedAt) {
    const rest = Math.max(0, askedAt + SKELETON_AFTER - performance.now());
    const waiting = () => this.#present(describeWaiting(this.#form));
    if (rest === 0) waiting();
    else this.#skeleton = setTimeout(waiting, rest);
    this.#fetch();
  }

  async #fetch() {
    const { entity, candidates } = this.#subject;
    try {
      const wanted = [entity, ...candidates].map((it) => this.#records.fetch(it));
      const records = await Promise.all(wanted);
      await prepareFor(this.#setting.reader.root, records);
      if (!this.#isOver) this.#arrive(records);
    } catch {
      if (!this.#isOver) this.#present(describeFailure(this.#form, () => this.#retry()));
    }
  }

  #retry() {
    this.#present(describeWaiting(this.#form));
    this.#fetch();
  }

  /** @param {readonly (EntityRecord | undefined)[]} records the entity's, and the candidates' */
  #arrive([record, ...others]) {
    this.#record = record;
    this.#others = others.filter((other) => other !== undefined);
    this.#draw();
    this.#complete();
  }

  #draw() {
    const record = this.#record;
    if (!record) return;
    const { reader } = this.#setting;
    const mentions = this.#mentions;
    const digits = digitsOf(reader.text);
    this.#present(
      describe(
        {
          record,
          language,
          base: reader.records?.address ?? document.baseURI,
          digits,
          form: this.#form,
          candidates: this.#others,
          places: mentions.map(({ start }) => start / reader.text.length),
          place: mentions.indexOf(reader.mentions[this.#subject.mention]),
          facts: toFacts?.(record, digits, language),
          provided: this.#provided,
        },
        {
          speak: (wanted) => this.#speak(wanted),
          choose: (candidate) => this.#choose(candidate),
          step: (by) => this.#setting.step(by),
        },
      ),
    );
  }

  /** @param {readonly HTMLElement[]} content */
  #present(content) {
    clearTimeout(this.#skeleton);
    const word = this.#setting.word();
    if (!word) return;
    const { card, form, onShow } = this.#setting;
    if (this.#isOpen) return card.update(content, word);
    this.#isOpen = true;
    card.show(content, word, form);
    onShow(this.#record);
  }

  /** @param {string} wanted a language */
  #speak(wanted) {
    language = wanted;
    this.#draw();
  }

  /**
   * Shows a candidate; what was shown becomes one.
   *
   * @param {number} at
   */
  #choose(at) {
    const { entity, candidates } = this.#subject;
    const [record, chosen] = [/** @type {EntityRecord} */ (this.#record), this.#others[at]];
    this.#subject = {
      ...this.#subject,
      entity: candidates[at],
      candidates: candidates.with(at, entity),
    };
    this.#others = this.#others.with(at, record);
    this.#record = chosen;
    this.#provided = undefined;
    this.#draw();
    this.#complete();
    this.#setting.card.announce(this.#setting.card.summary);
  }

  /** Asks the provider that the publisher has chosen, if any, about what says little. */
  async #complete() {
    const [address, record] = [this.#setting.reader.provider, this.#record];
    if (!address || !record || !isThin(record)) return;
    const { askProvider } = await whenLoaded(this.#setting.reader.root, import("./provider.js"));
    const provided = await askProvider(record, address);
    if (this.#isOver || this.#record !== record || !provided) return;
    this.#provided = provided;
    this.#draw();
  }

  get #mentions() {
    return this.#setting.reader.mentions.filter(({ index }) => index === this.entity);
  }

  /** How the text writes the name. */
  get #form() {
    const { start, end } = this.#subject.span;
    return this.#setting.reader.text.slice(start, end).replace(/\s+/gu, " ");
  }

  get #records() {
    return /** @type {NonNullable<Reader["records"]>} */ (this.#setting.reader.records);
  }
}

/** @param {EntityRecord} record */
function isThin({ description }) {
  const text = textOf(description);
  return !text || text.lang !== LANGUAGE || text.text.length < THIN;
}

/**
 * Where a walk from mention to mention has come to, to be said aloud.
 *
 * @param {readonly Mention[]} mentions of one entity
 * @param {Mention} mention
 * @param {string} text of the article
 */
export function spokenPlace(mentions, mention, text) {
  const digits = digitsOf(text);
  const [at, all] = [mentions.indexOf(mention) + 1, mentions.length];
  return messages.spokenMention(inDigits(at, digits), inDigits(all, digits));
}
