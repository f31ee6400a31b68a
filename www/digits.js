/**
 * Numbers in the digits of the interface's language, in Sorani in those that the article itself uses.
 */

import { messages } from "./messages.js";

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
