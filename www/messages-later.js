/**
 * What the parts of the interface say that are loaded when they are used.
 */

import { messages as sorani } from "./messages/ckb-later.js";
import { messages as first } from "./messages.js";

/** @import { Messages } from "./messages/ckb-later.js" */

/**
 * In the page's language, which is settled before any of these parts is wanted; languages other than
 * Sorani have all their words in one file.
 *
 * @type {Messages}
 */
export const messages = { ...sorani, ...first };
