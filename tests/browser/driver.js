// Opens a browser of each engine, headless and with a fresh profile, and closes it again.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Builder, Capabilities } from "selenium-webdriver";
import { waitForServer } from "selenium-webdriver/http/util.js";
import { findFreePort } from "selenium-webdriver/net/portprober.js";
import { startProgram } from "./programs.js";

/** @typedef {import("./engines.js").Engine} Engine */
/**
 * What the device has, as media queries see it: a mouse or a touch screen; `calm` and `contrast`
 * have a mouse, and a reader who wants no motion, or has chosen the colours of all pages.
 *
 * @typedef {"mouse" | "touch" | "calm" | "contrast"} Device
 */

/**
 * @typedef {object} OpenBrowser
 * @property {import("selenium-webdriver").WebDriver} driver
 * @property {() => Promise<void>} close ends the browser, its driver and its display
 */

const START_MS = 30_000;
const CAPABILITIES = { chromium, firefox, webkit };

// Headless browsers have no pointer at all, and (hover: none), unless they are told otherwise.
const CHROMIUM_MOUSE =
  "--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4";
const CHROMIUM_DEVICE = {
  mouse: [CHROMIUM_MOUSE],
  touch: [
    "--blink-settings=primaryHoverType=1,availableHoverTypes=1,primaryPointerType=2,availablePointerTypes=2",
    "--touch-events=enabled",
  ],
  calm: [CHROMIUM_MOUSE, "--force-prefers-reduced-motion"],
  contrast: [CHROMIUM_MOUSE, "--force-high-contrast"],
};
const FIREFOX_MOUSE = { "ui.primaryPointerCapabilities": 6, "ui.allPointerCapabilities": 6 };
const FIREFOX_DEVICE = {
  mouse: FIREFOX_MOUSE,
  touch: {
    "ui.primaryPointerCapabilities": 1,
    "ui.allPointerCapabilities": 1,
    "dom.w3c_touch_events.enabled": 1,
  },
  calm: { ...FIREFOX_MOUSE, "ui.prefersReducedMotion": 1 },
  contrast: {
    ...FIREFOX_MOUSE,
    "ui.useAccessibilityTheme": 1,
    "browser.display.document_color_use": 2,
  },
};
// WebKitGTK has a mouse, asks GTK about motion, and knows no forced colours.
const GTK_CALM = "[Settings]\ngtk-enable-animations=0\n";

// Lets MiniBrowser's window become as narrow as a phone, which its toolbar would prevent.
const TINY_TOOLBAR = "* { min-width: 0; padding: 0; margin: 0; font-size: 1px }";

/**
 * @param {Engine} engine one whose `missing` is empty
 * @param {Device} device
 * @returns {Promise<OpenBrowser>}
 */
export async function openBrowser({ name, programs }, device) {
  const home = await makeHome(device);
  /** @type {(() => Promise<void>)[]} */
  const closing = [() => rm(home, { recursive: true, force: true, maxRetries: 10 })];
  const close = async () => {
    for (const step of closing.splice(0).reverse()) await step();
  };
  try {
    /** @type {Record<string, string | undefined>} */
    const environment = { ...process.env, TMPDIR: home, XDG_CONFIG_HOME: home };
    if (programs.display) environment.DISPLAY = await startDisplay(programs.display, closing);
    const url = await startDriver(name, programs.driver, environment, closing);
    const capabilities = new Capabilities(CAPABILITIES[name](programs.browser, device));
    const driver = await new Builder().usingServer(url).withCapabilities(capabilities).build();
    closing.push(() => driver.quit());
    await driver.manage().setTimeouts({ script: START_MS, pageLoad: START_MS });
    return { driver, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * A folder for everything that the browser writes, profile included.
 * @param {Device} device
 */
async function makeHome(device) {
  const home = await mkdtemp(join(tmpdir(), "sorani-reader-"));
  await mkdir(join(home, "gtk-3.0"));
  await writeFile(join(home, "gtk-3.0", "gtk.css"), TINY_TOOLBAR);
  if (device === "calm") await writeFile(join(home, "gtk-3.0", "settings.ini"), GTK_CALM);
  return home;
}

/**
 * WebKitGTK's test browser has no headless mode. The display picks a free number and says which.
 * @param {string} xvfb
 * @param {(() => Promise<void>)[]} closing
 * @returns {Promise<string>}
 */
async function startDisplay(xvfb, closing) {
  const flags = ["-displayfd", "3", "-screen", "0", "1400x1100x24", "-nolisten", "tcp"];
  const display = await startProgram(xvfb, flags, process.env);
  closing.push(display.stop);
  return `:${await display.output}`;
}

/**
 * @param {Engine["name"]} name
 * @param {string} program
 * @param {Record<string, string | undefined>} environment
 * @param {(() => Promise<void>)[]} closing
 * @returns {Promise<string>} the driver's address
 */
async function startDriver(name, program, environment, closing) {
  const port = await findFreePort("127.0.0.1");
  const flags = [`--port=${port}`];
  if (name === "firefox") flags.push(`--websocket-port=${await findFreePort("127.0.0.1")}`);
  const driver = await startProgram(program, flags, environment);
  closing.push(driver.stop);
  const url = `http://127.0.0.1:${port}/`;
  await waitForServer(url, START_MS);
  return url;
}

/**
 * @param {string} binary
 * @param {Device} device
 */
function chromium(binary, device) {
  const args = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--disable-component-update",
    "--disable-background-networking",
    "--no-first-run",
    ...CHROMIUM_DEVICE[device],
  ];
  return { browserName: "chrome", webSocketUrl: true, "goog:chromeOptions": { binary, args } };
}

/**
 * @param {string} binary
 * @param {Device} device
 */
function firefox(binary, device) {
  const options = { binary, args: ["-headless"], prefs: FIREFOX_DEVICE[device] };
  return { browserName: "firefox", webSocketUrl: true, "moz:firefoxOptions": options };
}

/** @param {string} binary */
function webkit(binary) {
  return {
    browserName: "MiniBrowser",
    "webkitgtk:browserOptions": { binary, args: ["--automation"] },
  };
}
