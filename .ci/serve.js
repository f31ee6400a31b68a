// Serves dist/ for `make serve`, on this machine only.
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import sirv from "sirv";

const HOST = "127.0.0.1";
const port = Number(process.env.PORT ?? 8080);
if (!Number.isInteger(port) || port < 1 || port > 65535) {
  fail(`PORT=${process.env.PORT} is not a port. Use a number from 1 to 65535.`);
}

// `dev` reads the directory anew for every request, so that a rebuilt file shows on reload.
const files = sirv(fileURLToPath(new URL("../dist", import.meta.url)), {
  dev: true,
  setHeaders: (response) => response.setHeader("Cache-Control", "no-store"),
});

createServer((request, response) => files(request, response))
  .on("error", (/** @type {NodeJS.ErrnoException} */ error) => {
    if (error.code === "EADDRINUSE") {
      fail(`port ${port} is taken. Stop what uses it, or choose another: make serve PORT=8081`);
    }
    fail(`cannot listen on port ${port}: ${error.message}`);
  })
  .listen(port, HOST, () => console.log(`serving dist/ at http://${HOST}:${port}/ (Ctrl+C stops)`));

/**
 * @param {string} message
 * @returns {never}
 */
function fail(message) {
  console.error(`error: ${message}`);
  process.exit(1);
}
