// Starts the programs that a browser session needs, and stops them again, whatever happens.
import { spawn } from "node:child_process";
import { once } from "node:events";

// Programs end with this process on `exit`, which a signal alone does not raise.
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
  process.once(signal, () => process.exit(1));
}

/**
 * @typedef {object} Program
 * @property {Promise<string>} output what it first writes to its file descriptor 3
 * @property {() => Promise<void>} stop ends it and waits until it is gone
 */

/**
 * @param {string} path
 * @param {string[]} values its arguments
 * @param {Record<string, string | undefined>} environment
 * @returns {Promise<Program>}
 * @throws {Error} if the system cannot start it
 */
export async function startProgram(path, values, environment) {
  // For a driver that misbehaves: DRIVER_LOG=1 shows what it says.
  const log = process.env.DRIVER_LOG ? "inherit" : "ignore";
  const child = spawn(path, values, { env: environment, stdio: ["ignore", log, log, "pipe"] });
  await once(child, "spawn");
  const gone = once(child, "exit");
  const kill = () => void child.kill();
  process.once("exit", kill);
  const pipe = /** @type {import("node:stream").Readable} */ (child.stdio[3]);
  return {
    output: once(pipe, "data").then(([bytes]) => String(bytes).trim()),
    stop: async () => {
      process.removeListener("exit", kill);
      kill();
      await gone;
    },
  };
}
