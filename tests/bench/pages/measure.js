// Runs in the page that is measured: our modules beside mark.js and MiniSearch, on its article.
// All times are milliseconds.
import MiniSearch from "minisearch";
import { Article, Document, load } from "./core.js";
import initialise from "./sorani_reader.js";

/** @import { SoraniReaderElement } from "./sorani-reader.js" */

/** What each median is taken of. */
const SAMPLES = 31;
/** Clocks of browsers are coarse: shorter work is repeated until it takes so long. */
const LEAST_MS = 8;
/** A sample of typing is the mean of so many keystrokes. */
const STROKES = 8;
/** How long a reader looks at the page before typing, in milliseconds. */
const LOOK_MS = 3000;
/** Work that takes longer even once is not waited for 31 times. */
const MOST_MS = 1500;
const SCROLLED_FRAMES = 60;
const SCROLL_STEP = 120;

const article = /** @type {HTMLElement} */ (document.querySelector("#article"));

/** Text in, something to search in out: ours and MiniSearch's, in turns. */
async function indexing() {
  await load();
  const text = await (await fetch("/news.txt")).text();
  const paragraphs = text.split("\n").map((line, id) => ({ id, text: line }));
  return inTurns([
    () => new Document(text).free(),
    () => new MiniSearch({ fields: ["text"] }).addAll(paragraphs),
  ]);
}

/**
 * The first search of a text, which works out what the later ones use.
 *
 * @param {string} query
 */
async function firstSearch(query) {
  await load();
  const text = await (await fetch("/news.txt")).text();
  /** @type {number[]} */
  const times = [];
  for (let sample = 0; sample < SAMPLES; sample++) {
    const read = new Document(text);
    const start = performance.now();
    read.search(query);
    times.push(performance.now() - start);
    read.free();
  }
  return median(times);
}

/**
 * How much the wasm's memory grows for each byte of text: for the first document, which needs room
 * to work in, and for each of four more, which shows what a document keeps. Both have been searched.
 *
 * @param {string} query
 */
async function memory(query) {
  await load();
  const text = await (await fetch("/news.txt")).text();
  const bytes = new TextEncoder().encode(text).length;
  // The build has given the exports short names.
  const heap = Object.values(await initialise()).find((it) => it instanceof WebAssembly.Memory);
  if (!heap) throw new Error("the core exports no memory");
  const sizes = [heap.buffer.byteLength];
  const kept = [];
  for (let count = 0; count < 5; count++) {
    const read = new Document(text);
    read.search(query);
    kept.push(read);
    sizes.push(heap.buffer.byteLength);
  }
  for (const read of kept) read.free();
  return { first: (sizes[1] - sizes[0]) / bytes, further: (sizes[5] - sizes[1]) / 4 / bytes };
}

/**
 * One keystroke in our find bar, with all that the bar has, from the field's `input` event on: until
 * the query has been searched, all places counted and those in the window registered as highlights,
 * which is when the reader's event comes; and until the bar has told of it, the current place is in
 * view and the page is laid out. No keystroke repeats the one before: the last letter of the query
 * comes and goes.
 *
 * @param {string} query
 */
async function keystroke(query) {
  const reader = await openReader();
  const { total, parts } = await reader.find(query);
  const tiers = tiersOf(reader);
  await reader.openFind();
  const field = reader.shadowRoot?.querySelector("input");
  if (!field) throw new Error("the find bar has no field");
  while (!reader.shadowRoot?.querySelector('[part~="find-modes"]')) await nextFrame();
  const type = async (/** @type {string} */ typed) => {
    const start = performance.now();
    // The window hears of it before the bar does.
    const registered = new Promise((resolve) => {
      const tell = () => resolve(performance.now() - start);
      addEventListener("sorani-reader-find", tell, { once: true, capture: true });
    });
    field.value = typed;
    field.dispatchEvent(new InputEvent("input"));
    layOut();
    return [await registered, performance.now() - start];
  };
  const [time, told] = await timesOfTyping(query, type);
  reader.closeFind();
  return { time, told, total, parts, tiers };
}

/**
 * The medians of the times that `type` gives, each sample being the mean of some keystrokes.
 *
 * @param {string} query
 * @param {(typed: string) => Promise<number[]>} type
 * @returns {Promise<number[]>}
 */
async function timesOfTyping(query, type) {
  /** @type {number[][]} */
  const samples = [[], []];
  // The first one warms up.
  for (let sample = 0; sample <= SAMPLES; sample++) {
    const sums = [0, 0];
    for (let stroke = 0; stroke < STROKES; stroke++) {
      const times = await type(stroke % 2 === 0 ? query.slice(0, -1) : query);
      for (const [which, time] of times.entries()) sums[which] += time;
    }
    if (sample > 0) for (const [which, sum] of sums.entries()) samples[which].push(sum / STROKES);
  }
  return samples.map(median);
}

/** @param {string} query */
async function nextMatch(query) {
  const reader = await openReader();
  await reader.find(query);
  return timeOf(() => reader.next());
}

/**
 * One keystroke with mark.js: the marks before it go, new ones come, and the page is laid out.
 *
 * @param {string} query
 */
async function markKeystroke(query) {
  const marker = makeMarker();
  marker.mark(query, MARK_OPTIONS);
  const hits = article.querySelectorAll("mark").length;
  const both = await timeOf(() => {
    for (const typed of [query.slice(0, -1), query]) {
      marker.unmark();
      marker.mark(typed, MARK_OPTIONS);
      layOut();
    }
  });
  const time = both && both / 2;
  return { time, hits };
}

/** Has the browser work out now what the page's changes have left to do. */
function layOut() {
  article.getBoundingClientRect();
}

/**
 * How far the page's text moves while something is found, stepped through and cleared, as the sum
 * of the browser's layout-shift entries.
 *
 * @param {string} query
 */
async function layoutShift(query) {
  const ours = await shiftDuring(async () => {
    const reader = await openReader();
    await reader.find(query);
    await nextFrame();
    for (let step = 0; step < 5; step++) {
      await reader.next();
      await nextFrame();
    }
    reader.clear();
  });
  const theirs = await shiftDuring(async () => {
    const marker = makeMarker();
    marker.mark(query, MARK_OPTIONS);
    await nextFrame();
    marker.unmark();
  });
  return { ours, theirs };
}

/**
 * The main thread's work for one frame of scrolling, with nothing lit.
 *
 * WebKit's frames become slower the longer a page is scrolled, whatever is lit: each of these three
 * is measured on a page just opened.
 */
async function scrollUnlit() {
  await openReader();
  return scrollFrame();
}

/**
 * The same with our highlights, once all of them are there.
 *
 * @param {string} query
 */
async function scrollOurs(query) {
  const reader = await openReader();
  const { total } = await reader.find(query);
  for (let frame = 0; frame < SCROLLED_FRAMES; frame++) await nextFrame();
  return { total, time: await scrollFrame() };
}

/**
 * The same with every hit registered at once, without a reader.
 *
 * @param {string} query
 */
async function scrollAll(query) {
  await load();
  const read = new Article(article);
  const rows = read.document().search(query, "smart");
  const spans = rows.filter((_, at) => at % 3 < 2);
  CSS.highlights.set("bench-all", new Highlight(...read.ranges(spans)));
  return scrollFrame();
}

/**
 * A query of one letter: how long it takes, and the longest gap between two frames around it.
 *
 * @param {string} letter
 */
async function oneLetter(letter) {
  const reader = await openReader();
  const { total, parts } = await reader.find(letter);
  /** @type {number[]} */
  const times = [];
  /** @type {number[]} */
  const gaps = [];
  for (let sample = 0; sample < SAMPLES; sample++) {
    reader.clear();
    await nextFrame();
    const frames = [await nextFrame()];
    const start = performance.now();
    await reader.find(letter);
    times.push(performance.now() - start);
    for (let frame = 0; frame < 4; frame++) frames.push(await nextFrame());
    gaps.push(Math.max(...frames.slice(1).map((time, before) => time - frames[before])));
  }
  return { hits: total + parts, time: median(times), gap: median(gaps) };
}

/** @type {SoraniReaderElement | undefined} */
let opened;

/** The page's reader; it comes when it is first asked for, so that mark.js is alone before. */
async function openReader() {
  if (opened) return opened;
  await import("./sorani-reader.js");
  opened = /** @type {SoraniReaderElement} */ (document.createElement("sorani-reader"));
  opened.setAttribute("for", "article");
  document.body.append(opened);
  await opened.ready;
  await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  return opened;
}

/**
 * @param {SoraniReaderElement} reader
 * @returns {import("./core.js").Match[]}
 */
function matchesOf(reader) {
  // The property bears the name of a method that every element has.
  return /** @type {any} */ (reader).matches;
}

/** @param {SoraniReaderElement} reader */
function tiersOf(reader) {
  return [...new Set(matchesOf(reader).map(({ tier }) => tier))];
}

/** The query as it is typed, anywhere: the nearest to what a browser's own find does. */
const MARK_OPTIONS = { separateWordSearch: false, diacritics: false };

/** @returns {{mark: (query: string, options: object) => void, unmark: () => void}} */
function makeMarker() {
  // mark.js comes as a classic script without types.
  const { Mark } = /** @type {any} */ (window);
  return new Mark(article);
}

/** @param {() => Promise<void>} action */
async function shiftDuring(action) {
  /** @type {PerformanceEntry[]} */
  const entries = [];
  const observer = new PerformanceObserver((list) => entries.push(...list.getEntries()));
  await nextFrame();
  observer.observe({ type: "layout-shift" });
  await action();
  await nextFrame();
  await nextFrame();
  entries.push(...observer.takeRecords());
  observer.disconnect();
  return entries.reduce((sum, entry) => sum + /** @type {any} */ (entry).value, 0);
}

async function scrollFrame() {
  scrollTo(0, 0);
  await nextFrame();
  /** @type {number[]} */
  const times = [];
  for (let frame = 0; frame < SCROLLED_FRAMES; frame++) {
    await nextFrame();
    const start = performance.now();
    scrollBy(0, SCROLL_STEP);
    // The first task comes after the frame's drawing, the second after what that has called for.
    await nextTask();
    await nextTask();
    times.push(performance.now() - start);
  }
  return median(times);
}

/** @returns {Promise<number>} when the frame began */
function nextFrame() {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

function nextTask() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(0);
  });
}

/**
 * @param {(() => unknown)[]} works
 * @returns {Promise<(number | null)[]>}
 */
async function inTurns(works) {
  const rounds = await Promise.all(works.map(roundsOf));
  /** @type {number[][]} */
  const times = works.map(() => []);
  for (let sample = 0; sample < SAMPLES; sample++) {
    for (const [index, work] of works.entries()) {
      times[index].push(await timeRounds(work, rounds[index]));
    }
  }
  return times.map(median);
}

/**
 * @param {() => unknown} work
 * @returns {Promise<number | null>} the median, or nothing for what takes too long
 */
async function timeOf(work) {
  if ((await timeRounds(work, 1)) > MOST_MS) return null;
  const [time] = await inTurns([work]);
  return time;
}

/**
 * How often to repeat work for one sample; it warms up on the way.
 *
 * @param {() => unknown} work
 */
async function roundsOf(work) {
  let rounds = 1;
  while ((await timeRounds(work, rounds)) * rounds < LEAST_MS) rounds *= 2;
  return rounds;
}

/**
 * @param {() => unknown} work
 * @param {number} rounds
 */
async function timeRounds(work, rounds) {
  const start = performance.now();
  for (let round = 0; round < rounds; round++) await work();
  return (performance.now() - start) / rounds;
}

/** @param {number[]} times */
function median(times) {
  return times.sort((a, b) => a - b)[times.length >> 1];
}

const bench = {
  indexing,
  firstSearch,
  memory,
  keystroke,
  nextMatch,
  markKeystroke,
  layoutShift,
  scrollUnlit,
  scrollOurs,
  scrollAll,
  oneLetter,
};
Object.assign(window, { bench });
