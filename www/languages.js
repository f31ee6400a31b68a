/**
 * Languages of the interface other than Sorani, each loaded when a page asks for it.
 */

import { messages as ckb } from "./messages/ckb.js";

/** @import { FirstMessages } from "./messages/ckb.js" */
/** @import { Messages } from "./messages/ckb-later.js" */

/** @type {Record<string, () => Promise<{messages: Messages}>>} */
const OTHERS = {
  en: () => import("./messages/en.js"),
  ku: () => import("./messages/ku.js"),
  ar: () => import("./messages/ar.js"),
};
/** Language codes that mean one of ours. @type {Record<string, string>} */
const ALIASES = { kmr: "ku", sorani: "ckb", arb: "ar" };

/**
 * @param {string} name a language tag or the address of a publisher's own file
 * @returns {Promise<FirstMessages>}
 */
export async function messagesOf(name) {
  const [primary] = name.toLowerCase().split("-");
  const code = ALIASES[primary] ?? primary;
  if (code === "ckb") return ckb;
  if (Object.hasOwn(OTHERS, code)) return (await OTHERS[code]()).messages;
  const { href } = new URL(name, document.baseURI);
  const { messages: own } = await import(/* webpackIgnore: true */ /* @vite-ignore */ href);
  // A file made for an older version lacks the newest words.
  return { ...ckb, ...own };
}
