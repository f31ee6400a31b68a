/**
 * What a card says about a selection that the pack does not know.
 */

import { makeButton, makeName } from "./entity-card-content.js";
import { LANGUAGE, nameOf, textOf } from "./entity-texts.js";
import { make } from "./make.js";
import { messages } from "./messages-later.js";

/** @import { EntityRecord } from "./core.js" */

/**
 * @param {string} text what was asked about
 * @param {HTMLElement} provided what the provider says of it
 * @returns {HTMLElement[]}
 */
export function describeSummary(text, provided) {
  return [makeName({ text, lang: LANGUAGE }), provided];
}

/**
 * @param {string} text what was asked about
 * @param {readonly {index: number, record: EntityRecord}[]} alike
 * @param {(entity: number) => void} choose
 * @returns {HTMLElement[]}
 */
export function describeUnknown(text, alike, choose) {
  const lines = [
    makeName({ text, lang: LANGUAGE }),
    make("p", { part: "card-unknown" }, messages.unknown(text)),
  ];
  if (alike.length === 0) return lines;
  const items = alike.map(({ index, record }) => make("li", {}, makeItem(index, record, choose)));
  const section = make(
    "section",
    { part: "card-candidates", "aria-labelledby": "card-candidates" },
    make("h3", { id: "card-candidates" }, messages.didYouMean),
    make("ul", { role: "list" }, ...items),
  );
  return [...lines, section];
}

/**
 * @param {number} index
 * @param {EntityRecord} record
 * @param {(entity: number) => void} choose
 */
function makeItem(index, record, choose) {
  const [name, short] = [nameOf(record), textOf(record.disambiguatingDescription)];
  const button = makeButton("card-candidate", "", () => choose(index));
  button.append(make("b", { lang: name.lang, dir: "auto" }, name.text));
  if (short) button.append(make("span", { lang: short.lang, dir: "auto" }, short.text));
  return button;
}
