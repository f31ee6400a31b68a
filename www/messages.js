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
/** @import { Messages } from "./messages/ckb-later.js" */

/**
 * Sorani is loaded with the scripts, the others when a page asks for them.
 *
 * @type {Record<string, () => Promise<{messages: Messages}>>}
 */
const OTHERS = {
  en: () => import("./messages/en.js"),
  ku: () => import("./messages/ku.js"),
  ar: () => import("./messages/ar.js"),
};
/** Language codes that mean one of ours. @type {Record<string, string>} */
const ALIASES = { kmr: "ku", sorani: "ckb", arb: "ar" };

/** What the interface says now. Read it where it is used: it changes once, in `speak()`. */
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
  speaking ??= loadMessages(host.getAttribute("interface") ?? "").then(
    (loaded) => {
      messages = loaded;
    },
    (cause) => report(host, missingLanguage(host, cause)),
  );
  return speaking;
}

/**
 * @param {string} name a language tag or an address
 * @returns {Promise<FirstMessages>}
 */
async function loadMessages(name) {
  const [primary] = name.toLowerCase().split("-");
  const code = ALIASES[primary] ?? primary;
  if (code === "" || code === "ckb") return ckb;
  if (Object.hasOwn(OTHERS, code)) return (await OTHERS[code]()).messages;
  const { href } = new URL(name, document.baseURI);
  const { messages: own } = await import(/* webpackIgnore: true */ /* @vite-ignore */ href);
  // A file made for an older version lacks the newest words.
  return { ...ckb, ...own };
}

/**
 * @param {HTMLElement} host
 * @param {unknown} cause
 * @returns {Failure}
 */
function missingLanguage(host, cause) {
  return new Failure("interface", "could not load the language of the interface", {
    where: `interface="${host.getAttribute("interface")}"`,
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
