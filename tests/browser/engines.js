// Which browser engines this machine has, and where their programs are.
// `node tests/browser/engines.js` prints it; CI=true makes a missing engine an error;
// ENGINE=firefox (or firefox,webkit) asks for these only.
import { accessSync, constants, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

/** @typedef {"chromium" | "firefox" | "webkit"} EngineName */

/**
 * @typedef {object} Engine
 * @property {EngineName} name
 * @property {Record<string, string>} programs paths by role: `browser`, `driver`, `display`
 * @property {string[]} missing the programs that were not found; empty for an engine that can run
 */

/** Roles, and for each role the programs that can fill it, the preferred one first. */
const PROGRAMS = {
  chromium: {
    browser: ["chromium", "chromium-browser", "google-chrome", ...application("Google Chrome")],
    driver: ["chromedriver"],
  },
  firefox: {
    browser: ["firefox-esr", "firefox", ...application("Firefox", "firefox")],
    driver: ["geckodriver", ...cachedTools("geckodriver")],
  },
  webkit: {
    browser: ["MiniBrowser", ...miniBrowsers()],
    driver: ["WebKitWebDriver"],
    display: ["Xvfb"],
  },
};

/**
 * The engines that the specs run in, those that cannot run here included (see `missing`).
 * @returns {Engine[]}
 * @throws {Error} if ENGINE names an unknown engine, or in CI if an engine is missing
 */
export function engines() {
  const found = wanted().map(locate);
  const absent = found.filter((engine) => engine.missing.length > 0);
  if (process.env.CI === "true" && absent.length > 0) {
    throw new Error(`every engine must be there in CI:\n${absent.map(describe).join("\n")}`);
  }
  return found;
}

/** @returns {EngineName[]} */
function wanted() {
  const all = /** @type {EngineName[]} */ (Object.keys(PROGRAMS));
  const names = process.env.ENGINE?.split(",") ?? all;
  const unknown = names.find((name) => !all.some((known) => known === name));
  if (unknown !== undefined) {
    throw new Error(`ENGINE=${unknown} is no engine. Use one of: ${all.join(", ")}`);
  }
  return /** @type {EngineName[]} */ (names);
}

/**
 * @param {EngineName} name
 * @returns {Engine}
 */
function locate(name) {
  /** @type {Engine} */
  const engine = { name, programs: {}, missing: [] };
  for (const [role, candidates] of Object.entries(PROGRAMS[name])) {
    const path = candidates.map(findProgram).find((found) => found !== undefined);
    if (path === undefined) engine.missing.push(candidates[0]);
    else engine.programs[role] = path;
  }
  return engine;
}

/**
 * @param {string} program a name to look for on PATH, or a path
 * @returns {string | undefined}
 */
function findProgram(program) {
  const folders = program.includes("/") ? [""] : (process.env.PATH ?? "").split(delimiter);
  return folders.map((folder) => join(folder, program)).find(isExecutable);
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {string} folder
 * @returns {string[]} nothing for a folder that is not there
 */
function list(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/**
 * Where macOS keeps an application's program.
 * @param {string} name
 * @param {string} [program]
 */
function application(name, program = name) {
  return [`/Applications/${name}.app/Contents/MacOS/${program}`];
}

/**
 * The versions of a tool that .ci/cargo-tool has built, the newest first.
 * @param {string} binary
 */
function cachedTools(binary) {
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache");
  const tools = join(cache, "sorani-reader", "tools");
  return list(tools)
    .filter((folder) => folder.startsWith(`${binary}-`))
    .sort((a, b) => b.localeCompare(a, "en", { numeric: true }))
    .map((folder) => join(tools, folder, "bin", binary));
}

/** WebKitGTK keeps its test browser outside PATH, in a folder that differs by distribution. */
function miniBrowsers() {
  const parents = [
    "/usr/libexec",
    "/usr/lib",
    ...list("/usr/lib").map((name) => `/usr/lib/${name}`),
  ];
  return parents.map((parent) => join(parent, "webkit2gtk-4.1", "MiniBrowser"));
}

/** @param {Engine} engine */
function describe({ name, programs, missing }) {
  if (missing.length > 0) return `${name}: not found: ${missing.join(", ")}`;
  return `${name}: ${programs.browser}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    for (const engine of engines()) {
      console.log(engine.missing.length > 0 ? "skipping" : "testing in", describe(engine));
    }
  } catch (error) {
    console.error(`error: ${/** @type {Error} */ (error).message}`);
    process.exitCode = 1;
  }
}
