// A web server for the specs: dist/ at /, and tests/browser/pages/ at /pages/.
// It counts what the browser asks for, and answers as badly as a test wishes.
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { lookup } from "mrmime";

const SITE = new URL("../../dist/", import.meta.url);
const PAGES = new URL("./pages/", import.meta.url);
const HOOK = new URL("./hook.js", import.meta.url);
const HOOK_PATH = "/harness/hook.js";

/**
 * How to answer a path in another way than with its file. Everything is optional and combines.
 * @typedef {object} Answer
 * @property {number} [status] this status, with no content unless `body` has some
 * @property {Record<string, string>} [headers] added to the usual ones, or in their place
 * @property {string | Buffer} [body] this content
 * @property {number} [bytes] only so many bytes of the content, as of a file that was cut off
 * @property {boolean} [drop] the connection breaks halfway through the content
 * @property {Promise<unknown>} [hold] wait for this before answering at all
 */

/**
 * @typedef {object} TestServer
 * @property {string} origin such as http://127.0.0.1:41234
 * @property {string[]} requests the paths asked for since the last `reset()`, queries included
 * @property {(path: string, answer: Answer) => void} answer from now on, for this path
 * @property {() => void} reset forgets the answers and the requests
 * @property {() => Promise<void>} close
 */

/**
 * Listens on a free port of this machine.
 * @returns {Promise<TestServer>}
 */
export async function startServer() {
  /** @type {Map<string, Answer>} */
  const answers = new Map();
  /** @type {string[]} */
  const requests = [];
  const server = createServer(async (request, response) => {
    const { pathname, search } = new URL(request.url ?? "/", "http://localhost");
    if (pathname !== HOOK_PATH) requests.push(pathname + search);
    await respond(response, pathname, answers.get(pathname) ?? {});
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    origin: `http://127.0.0.1:${address.port}`,
    requests,
    answer: (path, answer) => void answers.set(path, answer),
    reset: () => {
      answers.clear();
      requests.length = 0;
    },
    close: () => stop(server),
  };
}

/** @param {import("node:http").Server} server */
function stop(server) {
  return /** @type {Promise<void>} */ (
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    })
  );
}

/**
 * @param {import("node:http").ServerResponse} response
 * @param {string} path
 * @param {Answer} answer
 */
async function respond(response, path, answer) {
  await answer.hold;
  const body = await contentOf(path, answer);
  const content = Buffer.from(body ?? "").subarray(0, answer.bytes);
  response.writeHead(answer.status ?? (body === undefined ? 404 : 200), {
    "Content-Type": lookup(path.endsWith("/") ? "index.html" : path) ?? "application/octet-stream",
    "Content-Length": content.length,
    "Cache-Control": "no-store",
    ...answer.headers,
  });
  if (answer.drop) {
    response.write(content.subarray(0, content.length / 2), () => response.destroy());
  } else {
    response.end(content);
  }
}

/**
 * @param {string} path
 * @param {Answer} answer
 * @returns {Promise<string | Buffer | undefined>} nothing where there is no such file
 */
async function contentOf(path, answer) {
  if (answer.body !== undefined)
    return isPage(path, answer.body) ? withHook(answer.body) : answer.body;
  if (answer.status !== undefined && answer.status >= 400) return "";
  // Browsers ask for an icon by themselves; a 404 in the console would be noise.
  if (path === "/favicon.ico") return "";
  const file = await fileOf(path);
  if (file === undefined) return undefined;
  const content = await readFile(file);
  return file.pathname.endsWith(".html") ? withHook(content.toString()) : content;
}

/**
 * @param {string} path
 * @param {string | Buffer} body
 * @returns {body is string}
 */
function isPage(path, body) {
  return path.endsWith(".html") && typeof body === "string";
}

/**
 * @param {string} path
 * @returns {Promise<URL | undefined>}
 */
async function fileOf(path) {
  if (path === HOOK_PATH) return HOOK;
  const file = path.startsWith("/pages/")
    ? new URL(`.${path.slice("/pages".length)}`, PAGES)
    : new URL(`.${path}`, SITE);
  const kind = await stat(file).catch(() => undefined);
  if (kind?.isDirectory()) return fileOf(`${path.replace(/\/$/, "")}/index.html`);
  return kind ? file : undefined;
}

/**
 * Puts hook.js before every other script of a page. It is a file, because a page under a content
 * security policy runs no inline script, and it takes its own element out again.
 * @param {string} html
 */
function withHook(html) {
  const head = /<head[^>]*>|<!doctype[^>]*>/gi;
  const places = [...html.matchAll(head)];
  const place = places.find(([tag]) => tag.startsWith("<head")) ?? places[0];
  const at = place === undefined ? 0 : place.index + place[0].length;
  return `${html.slice(0, at)}<script src="${HOOK_PATH}"></script>${html.slice(at)}`;
}
