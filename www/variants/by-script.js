/** What by-script.html does. */

/** @import { SoraniReaderElement } from "../sorani-reader.js" */

const reader = /** @type {SoraniReaderElement} */ (document.querySelector("sorani-reader"));
const answer = /** @type {HTMLOutputElement} */ (document.querySelector("#answer"));

document.querySelector("#search")?.addEventListener("click", async () => {
  const { total } = await reader.find("نەورۆز");
  answer.value = `${total} places`;
});

export {};
