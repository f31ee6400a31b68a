/**
 * The language of the interface: what the find bar, the cards and the panels say, and its digits.
 *
 * A page has one, which the attribute `interface` of its first reader in use names: `ckb` (Sorani,
 * where there is none), `en`, `ku` (Kurmanji), `ar`, or the address of a publisher's own file, a
 * copy of `messages/en.js` with other words in it.
 */

import { Failure, report } from "./failure.js";
import { messages as ckb } from "./messages/ckb.js";

/** @import { FirstMessages } from "./messages/ckb.js" */

/**
 * What the interface says now. Read it where it is used: it changes once, in `speak()`.
 *
 * @type {FirstMessages}
 */
export let messages = ckb;

/** @type {Promise<void> | undefined} */
let speaking;

/**
 * Sees to it that the interface speaks the page's language. What cannot be loaded is reported, and
 * the interface stays Sorani.
 *
 * @param {HTMLElement} host the reader that asks
 * @returns {Promise<void>}
 */
export function speak(host) {
  speaking ??= learn(host);
  return speaking;
}

/** @param {HTMLElement} host */
async function learn(host) {
  const name = host.getAttribute("interface");
  if (!name || name === messages.lang) return;
  try {
    const { messagesOf } = await import("./languages.js");
    messages = await messagesOf(name);
  } catch (cause) {
    report(host, missingLanguage(name, cause));
  }
}

/**
 * @param {string} name
 * @param {unknown} cause
 * @returns {Failure}
 */
function missingLanguage(name, cause) {
  return new Failure("interface", "could not load the language of the interface", {
    where: `interface="${name}"`,
    cause,
    advice: "Use ckb, en, ku, ar, or the address of a module that exports `messages`",
  });
}

const ARABIC = "٠١٢٣٤٥٦٧٨٩";
const PERSIAN = "۰۱۲۳۴۵۶۷۸۹";
const LATIN = "0123456789";

/**
 * The digits of the interface's language; in Sorani the ten that `text` uses most, or the Arabic
 * ones, which are usual, if it has none.
 *
 * @param {string} text
 * @returns {string} the digits from zero to nine
 */
export function digitsOf(text) {
  if (messages.digits) return messages.digits;
  let [most, mostFound] = [ARABIC, 0];
  for (const digits of [ARABIC, PERSIAN, LATIN]) {
    const found = text.match(new RegExp(`[${digits}]`, "gu"))?.length ?? 0;
    if (found > mostFound) [most, mostFound] = [digits, found];
  }
  return most;
}

/**
 * @param {number} number a whole number from zero up
 * @param {string} digits the digits from zero to nine
 * @returns {string}
 */
export function inDigits(number, digits) {
  return String(number).replace(/\d/gu, (digit) => digits[Number(digit)]);
}
