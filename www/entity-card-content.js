/**
 * What a card says: records into elements. Text only: nothing in a record becomes markup.
 */

import { isIn, kindOf, LANGUAGE, nameOf, pictureOf, sourceOf, textOf } from "./entity-texts.js";
import { iconButton, make } from "./make.js";
import { inDigits, messages } from "./messages.js";

/** @import { EntityRecord } from "./core.js" */
/** @import { Text } from "./entity-texts.js" */

/**
 * @typedef {object} View what a card is to show
 * @property {EntityRecord} record
 * @property {string} base what addresses in the record are relative to
 * @property {string} digits the ten digits of the article
 * @property {string} language the one that the reader wants summaries in
 * @property {string} form how the text writes the name
 * @property {readonly EntityRecord[]} candidates what else the name may mean
 * @property {readonly number[]} places where the article mentions the entity, from 0 to 1
 * @property {number} place which of them the card is at, or -1
 * @property {HTMLElement} [facts]
 * @property {HTMLElement} [provided] what a provider adds
 *
 * @typedef {object} Actions what the card's controls do
 * @property {(language: string) => void} speak shows the summary in that language
 * @property {(candidate: number) => void} choose shows another of the candidates
 * @property {(by: 1 | -1) => void} step goes to the entity's next or previous mention
 */

const OTHER_LANGUAGE = "en";
const NEXT = "M14.5 6l-6 6l6 6";
const PREVIOUS = "M9.5 6l6 6l-6 6";

/**
 * @param {View} view
 * @param {Actions} actions
 * @returns {HTMLElement[]}
 */
export function describe(view, actions) {
  const { record, language } = view;
  const parts = [
    makeHead(view, actions),
    paragraph("card-description", textOf(record.description, language)),
    view.provided,
    view.facts,
    makeCandidates(view, actions),
    makeFooter(view, actions),
  ];
  return parts.filter((part) => part !== undefined);
}

/**
 * Stands in for a record that is on its way.
 *
 * @param {string} name as the text writes it
 * @returns {HTMLElement[]}
 */
export function describeWaiting(name) {
  const bars = [1, 2, 3].map(() => make("span", { class: "bar" }));
  return [
    makeName({ text: name, lang: LANGUAGE }),
    make("p", { part: "card-skeleton" }, make("span", { class: "voice" }, messages.loadingEntity)),
    make("div", { class: "bars", "aria-hidden": "true" }, ...bars),
  ];
}

/**
 * Says that a record did not arrive, and offers to try again.
 *
 * @param {string} name as the text writes it
 * @param {() => void} retry
 * @returns {HTMLElement[]}
 */
export function describeFailure(name, retry) {
  return [
    makeName({ text: name, lang: LANGUAGE }),
    make("p", { part: "card-failure" }, messages.failedEntity),
    makeButton("card-retry", messages.tryAgain, retry),
  ];
}

/**
 * @param {View} view
 * @param {Actions} actions
 */
function makeHead(view, actions) {
  const { record, language, form } = view;
  const lines = [
    paragraph("card-kind", kindOf(record)),
    makeName(nameOf(record, language)),
    form !== "" && form !== nameOf(record).text ? makeForm(form) : undefined,
    paragraph("card-summary", textOf(record.disambiguatingDescription, language)),
  ].filter((line) => line !== undefined);
  const head = make(
    "div",
    { class: "card-head draggable" },
    make("div", { class: "card-lines" }, ...lines),
  );
  const picture = makePicture(view);
  if (picture) head.append(picture);
  const toggle = makeLanguage(view, actions);
  if (toggle) head.prepend(toggle);
  return head;
}

/**
 * How the text writes the name, beside it.
 *
 * @param {string} form
 */
function makeForm(form) {
  const spoken = make("span", { class: "voice" }, messages.form);
  const written = make("bdi", { lang: LANGUAGE }, `«${form}»`);
  return make("p", { part: "card-form" }, spoken, written);
}

/** @param {Text} name */
export function makeName({ text, lang }) {
  return make("h2", { part: "card-name", id: "card-name", lang, dir: "auto" }, text);
}

/**
 * The switch to the summary in English, or back.
 *
 * @param {View} view
 * @param {Actions} actions
 */
function makeLanguage({ record, language }, { speak }) {
  if (!isIn(record, OTHER_LANGUAGE) || !isIn(record, LANGUAGE)) return undefined;
  const other = language === OTHER_LANGUAGE ? LANGUAGE : OTHER_LANGUAGE;
  const button = makeButton("card-language", messages.otherLanguage[other], () => speak(other));
  button.lang = other;
  return button;
}

/** @param {View} view */
function makePicture({ record, base }) {
  const picture = pictureOf(record, base);
  if (!picture) return undefined;
  const image = make("img", {
    part: "card-picture",
    src: picture.address.href,
    alt: picture.caption,
    width: String(picture.width || 80),
    height: String(picture.height || 80),
    decoding: "async",
    referrerpolicy: "no-referrer",
  });
  // The place it has been given stays, so that nothing jumps.
  image.addEventListener("error", () => image.classList.add("missing"));
  return image;
}

/**
 * What else the name may mean, each a button that shows it.
 *
 * @param {View} view
 * @param {Actions} actions
 */
function makeCandidates({ candidates, language }, { choose }) {
  if (candidates.length === 0) return undefined;
  const items = candidates.map((record, at) => {
    const name = nameOf(record, language);
    const short = textOf(record.disambiguatingDescription, language);
    const button = makeButton("card-candidate", "", () => choose(at));
    button.dataset.key = `candidate-${at}`;
    button.append(make("b", { lang: name.lang, dir: "auto" }, name.text));
    if (short) button.append(make("span", { lang: short.lang, dir: "auto" }, short.text));
    return make("li", {}, button);
  });
  const title = candidates.length === 1 ? messages.mayMean : messages.mayMeanSeveral;
  return make(
    "section",
    { part: "card-candidates", "aria-labelledby": "card-candidates" },
    make("h3", { id: "card-candidates" }, title),
    make("ul", { role: "list" }, ...items),
  );
}

/**
 * How often the article mentions the entity, where, and the way to the other places; the source.
 *
 * @param {View} view
 * @param {Actions} actions
 */
function makeFooter(view, actions) {
  const { record, places, digits } = view;
  const footer = make("div", { part: "card-footer" });
  if (places.length > 0) {
    const count = places.length === 1 ? messages.mentionedOnce : messages.mentioned(many(view));
    footer.append(make("span", { part: "card-count" }, count));
  }
  const address = sourceOf(record);
  if (address) {
    const source = make("a", { part: "card-source", href: address.href }, messages.source);
    source.append(make("span", { class: "voice" }, ` (${address.hostname})`));
    footer.append(source);
  }
  if (places.length > 1) footer.append(makeMap(view, actions, digits));
  return footer.hasChildNodes() ? footer : undefined;
}

/** @param {View} view */
function many({ places, digits }) {
  return inDigits(places.length, digits);
}

/**
 * A strip as long as the article with a tick for each mention, between the buttons that go there.
 *
 * @param {View} view
 * @param {Actions} actions
 * @param {string} digits
 */
function makeMap({ places, place }, { step }, digits) {
  const strip = make("span", { part: "card-map", "aria-hidden": "true" });
  for (const [at, share] of places.entries()) {
    const tick = make("i", at === place ? { class: "here" } : {});
    tick.style.setProperty("--at", share.toFixed(4));
    strip.append(tick);
  }
  const number = (/** @type {number} */ it) => inDigits(it, digits);
  const said = place < 0 ? "" : messages.count(number(place + 1), number(places.length));
  return make(
    "div",
    { class: "card-way" },
    makeIcon("card-previous", messages.previousMention, PREVIOUS, () => step(-1)),
    strip,
    make("span", { part: "card-position" }, said),
    makeIcon("card-next", messages.nextMention, NEXT, () => step(1)),
  );
}

/**
 * @param {string} part
 * @param {string} label
 * @param {() => void} act
 */
export function makeButton(part, label, act) {
  const button = make("button", { type: "button", part, "data-key": part }, label);
  button.addEventListener("click", act);
  return button;
}

/**
 * @param {string} part
 * @param {string} label
 * @param {string} path the drawing on it
 * @param {() => void} act
 */
function makeIcon(part, label, path, act) {
  const button = iconButton(part, label, path);
  button.dataset.key = part;
  button.addEventListener("click", act);
  return button;
}

/**
 * @param {string} part
 * @param {Text | undefined} text
 * @returns {HTMLElement | undefined}
 */
function paragraph(part, text) {
  if (!text) return undefined;
  return make("p", { part, lang: text.lang, dir: "auto" }, text.text);
}
