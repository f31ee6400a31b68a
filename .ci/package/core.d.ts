/**
 * The engine for scripts, in browsers and in Node: tokens, sentences, search, entities.
 * All offsets are UTF-16 code units of the text.
 */

/** Loads the wasm, once for the whole page or process. After a failure it can be called again. */
export function load(): Promise<void>;

/** Where the wasm is. */
export const coreAddress: URL;

/** How places relate to a query, best first. */
export const TIERS: readonly Tier[];

/** A half-open range of the text. */
export interface Span {
  start: number;
  end: number;
}

export type Tier =
  | "exact"
  | "folded"
  | "inflected"
  | "entity"
  | "loose"
  | "latin"
  | "scattered"
  | "part"
  | "typo";

/** `smart`: all tiers; `word`: whole words, the spelling folded; `exact`: the characters as typed. */
export type Mode = "smart" | "exact" | "word";

export interface Match extends Span {
  tier: Tier;
}

export type TokenKind =
  | "word"
  | "number"
  | "date"
  | "time"
  | "percent"
  | "url"
  | "email"
  | "handle"
  | "hashtag"
  | "emoji";

export interface Token extends Span {
  kind: TokenKind;
  surface: string;
  fold: string;
  stem: string;
}

export interface Sentence extends Span {
  /** The index of its paragraph. */
  paragraph: number;
}

export interface Mention extends Span {
  /** The end of the bare name, without grammatical endings. */
  coreEnd: number;
  /** The entity's `@id`; `#` and `index` where a large pack keeps its record in a file of its own. */
  entity: string;
  /** The entity's number in the pack. */
  index: number;
  via: "name" | "alias" | "short" | "demonym";
  /** What else the name may mean. */
  candidates: string[];
}

export interface Suggestion {
  /** The base of a word, or the name of an entity. */
  text: string;
  /** How often the text has it, in whatever form. */
  count: number;
  /** The entity's id. */
  entity?: string;
}

/** A record as its publisher wrote it. */
export type EntityRecord = Record<string, unknown> & { "@id": string };

/** A set of entities to recognise. */
export class Pack {
  /** Reads a pack file; an `Error` says what is wrong with the bytes and where. */
  constructor(bytes: Uint8Array);
  /** How many entities it holds. */
  readonly length: number;
  /** The index of the entity with this `@id`. */
  indexOf(id: string): number | undefined;
  /** The record of one entity. */
  entity(index: number): EntityRecord;
  free(): void;
}

/** An article on the page, as it was when it was read. Only in browsers. */
export class Article {
  constructor(root: Element);
  /** The flat text that offsets refer to. */
  text(): string;
  /** A range for each of the spans: start, end, start, end … */
  ranges(spans: Uint32Array | number[]): StaticRange[];
  /** The offset of the character under a point of the viewport. */
  offsetAt(x: number, y: number): number | undefined;
  /** The offset of a point of the DOM. */
  offsetOf(node: Node, offset: number): number | undefined;
  free(): void;
}

/** A text that has been read. */
export class Document {
  /** A plain text, or an article on the page. */
  constructor(source: string | Article);
  /** The text that offsets refer to. */
  readonly text: string;
  tokens(): Token[];
  sentences(): Sentence[];
  paragraphs(): Span[];
  /** The places that match, in text order. */
  search(query: string, options?: { mode?: Mode }): Match[];
  /** The same as plain numbers, three a match: start, end, index of its tier in `TIERS`. */
  searchRows(query: string, options?: { mode?: Mode }): Uint32Array;
  /** What the text has to offer for a query half typed, the most frequent first. */
  suggest(beginning: string, limit?: number): Suggestion[];
  /** Recognises the entities of a pack from now on, in `mentions()` and in `search()`. */
  usePack(pack: Uint8Array | Pack): void;
  /** Where the text mentions entities of the pack, in text order. */
  mentions(): Mention[];
  /** The record of an entity. */
  entity(id: string): EntityRecord | undefined;
  /** Works out, whenever the page is idle, what searches will ask for, until `life` ends. */
  prepareAtIdle(life: AbortSignal): void;
  /** Gives the memory back; the document is of no use after it. */
  free(): void;
}
