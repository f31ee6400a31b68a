/**
 * The front page: a text of the visitor's own in a reader, and the snippet to copy.
 */

/** @import { SoraniReaderElement } from "./sorani-reader.js" */

const form = byId("own-form", HTMLFormElement);
const field = byId("own-field", HTMLTextAreaElement);
const article = byId("own-text", HTMLElement);
const snippet = byId("snippet", HTMLElement);
const copied = byId("copied", HTMLOutputElement);

form.addEventListener("submit", (event) => {
  event.preventDefault();
  article.replaceChildren(...field.value.split(/\n+/u).flatMap(toParagraph));
  article.hidden = false;
  article.scrollIntoView({ block: "start" });
  const reader = /** @type {SoraniReaderElement} */ (document.querySelector("[for=own-text]"));
  reader.openFind();
});

byId("copy", HTMLButtonElement).addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText(snippet.innerText);
    copied.value = "لەبەر گیرایەوە";
  } catch {
    // Without permission, or on a page without https: the visitor copies what is selected.
    getSelection()?.selectAllChildren(snippet);
    copied.value = "دەقەکە دیاری کرا؛ Ctrl+C دابگرە";
  }
});

/**
 * @param {string} line
 * @returns {HTMLElement[]}
 */
function toParagraph(line) {
  const text = line.trim();
  if (text === "") return [];
  const paragraph = document.createElement("p");
  paragraph.append(text);
  return [paragraph];
}

/**
 * @template {HTMLElement} Kind
 * @param {string} id
 * @param {new () => Kind} kind
 * @returns {Kind}
 */
function byId(id, kind) {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`the page has no ${kind.name} #${id}`);
  return element;
}

export {};
