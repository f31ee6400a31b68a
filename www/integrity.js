/**
 * What the wasm must be, as `fetch` takes it. The build writes this file anew with the hash of the
 * wasm that it publishes; empty, as here, nothing is checked.
 */

/** @type {string} */
export const coreIntegrity = "";
