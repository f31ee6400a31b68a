/**
 * `<sorani-reader>`. Importing this module registers the element; without a DOM it does nothing.
 */

import type { EntityRecord, Match, Mention, Mode, Tier } from "./core.js";

export interface FindResult {
  /** How many places a reader steps through. */
  total: number;
  /** How many places match less well (`scattered`, `part`, `typo`). */
  parts: number;
  /** The index in `matches` of the place the reader is at, or -1. */
  current: number;
  /** Which of `total` it is, from 1; 0 if there is none. */
  position: number;
  /** A newer `find()` has overtaken this one. */
  superseded?: true;
}

/** The detail of `sorani-reader-find`. */
export interface FindDetail extends FindResult {
  query: string;
  mode: Mode;
  /** How many places matched how. */
  tiers: Partial<Record<Tier, number>>;
  /** Where a step went on after the last or before the first match. */
  wrapped?: "start" | "end";
}

/** The detail of `sorani-reader-error`. */
export interface ErrorDetail {
  part: "engine" | "modules" | "core" | "article" | "entities" | "interface";
  /** An address, an attribute or an id. */
  where?: string;
  message: string;
  error: Error;
}

/**
 * Attributes: `for`, `src`, `headline`, `entities`, `integrity`, `interface`, `provider`,
 * `aids`.
 *
 * `matches` is a list here, not `Element.matches`.
 */
export interface SoraniReaderElement extends Omit<HTMLElement, "matches"> {
  /** Fulfilled once the article has been read; asking for it starts the loading. */
  readonly ready: Promise<this>;
  /** The flat text that all offsets refer to; empty until `ready`. */
  readonly text: string;
  /** The places of the last query in text order. */
  readonly matches: readonly Match[];
  /** The index in `matches` of the match the reader is at, or -1. */
  readonly current: number;
  /** The mentions of entities in text order. */
  readonly mentions: readonly Mention[];
  /** The element that holds the article. */
  readonly article: HTMLElement | null;
  /** Lights up the places that match and goes to the nearest. The newest of several calls wins. */
  find(query: string, options?: { mode?: Mode }): Promise<FindResult>;
  next(): Promise<FindResult>;
  previous(): Promise<FindResult>;
  /** Forgets the query and puts out its lights. */
  clear(): void;
  /** The record of an entity, or `undefined` if the pack has none. */
  entity(id: string): Promise<EntityRecord | undefined>;
  /** Shows the card of an entity; gives whether the article mentions it. */
  showEntity(id: string): Promise<boolean>;
  hideEntity(): void;
  /** Opens the find bar; with a query, on the first place of that. */
  openFind(options?: { query?: string }): Promise<void>;
  closeFind(): void;
  /** Opens the panel of everything that the article names. */
  openEntities(): Promise<void>;
  closeEntities(): void;
  /** Acts on a key pressed on the page; gives whether it is taken. */
  takeKey(event: KeyboardEvent): boolean;
}

export declare const SoraniReaderElement: {
  prototype: SoraniReaderElement;
  new (): SoraniReaderElement;
  readonly observedAttributes: string[];
};

declare global {
  interface HTMLElementTagNameMap {
    "sorani-reader": SoraniReaderElement;
  }
  interface HTMLElementEventMap {
    "sorani-reader-ready": CustomEvent<null>;
    "sorani-reader-find": CustomEvent<FindDetail>;
    "sorani-reader-entity-show": CustomEvent<{
      entity: string;
      mention: Mention;
      record: EntityRecord;
    }>;
    "sorani-reader-entity-hide": CustomEvent<{ entity: string }>;
    "sorani-reader-error": CustomEvent<ErrorDetail>;
  }
}
