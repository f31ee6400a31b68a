// The harness itself: each engine opens a page, and every helper that the other specs lean on works.
import assert from "node:assert/strict";
import { test } from "node:test";
import { eachEngine, eachTouchEngine } from "./spec.js";

eachEngine("harness", (page) => {
  test("opens a page and runs a script in it", async () => {
    await page().open("/pages/blank.html");
    assert.equal(await page().run(() => document.title), "لاپەڕەی تاقیکردنەوە");
    assert.equal(await page().run((n) => Promise.resolve(n + 1), 1), 2);
    assert.equal(await page().run(() => document.querySelectorAll("script").length), 0);
  });

  test("has what the widget is built on", async () => {
    await page().open("/pages/blank.html");
    const missing = await page().run(() =>
      Object.entries({
        highlights: "highlights" in CSS,
        popover: "popover" in HTMLElement.prototype,
        wasm: "instantiateStreaming" in WebAssembly,
      }).flatMap(([name, present]) => (present ? [] : [name])),
    );
    assert.deepEqual(missing, []);
  });

  test("waits for a condition, and says what it waited for", async () => {
    await page().open("/pages/blank.html");
    await page().run(() => void setTimeout(() => document.body.append("هات"), 200));
    const text = await page().until(
      "the text came",
      () => /هات/.exec(document.body.innerText)?.[0],
    );
    assert.equal(text, "هات");
  });

  test("is a device with a mouse", async () => {
    await page().open("/pages/blank.html");
    assert.ok(await page().run(() => matchMedia("(hover: hover) and (pointer: fine)").matches));
  });

  test("moves the mouse over a word", async () => {
    await page().open("/pages/blank.html");
    await page().run(() => {
      addEventListener("mousemove", (event) => {
        document.title = /** @type {Element} */ (event.target).localName;
      });
    });
    await page().moveTo(await page().placeOf("سادەیە"));
    await page().until("the paragraph felt the mouse", () => document.title === "p");
  });

  test("types and presses keys", async () => {
    await page().open("/pages/blank.html");
    await page().run(() => {
      document.querySelector("input")?.focus();
      addEventListener("keydown", (event) => {
        document.title = `${event.ctrlKey ? "Control+" : ""}${event.key}`;
      });
    });
    await page().type("هەولێر");
    assert.equal(await page().run(() => document.querySelector("input")?.value), "هەولێر");
    await page().press("Escape");
    assert.equal(await page().run(() => document.title), "Escape");
    await page().press("Control+b");
    assert.equal(await page().run(() => document.title), "Control+b");
  });

  test("sees what goes wrong in a page", async () => {
    await page().open("/pages/broken.html");
    await page().until("all came in", () => /** @type {any} */ (window).__problems.length === 4);
    const problems = (await page().problems()).join("\n");
    for (const word of ["one", "two", "three", "four"]) assert.match(problems, new RegExp(word));
  });

  test("sees what breaks accessibility", async () => {
    await page().open("/pages/blank.html");
    assert.deepEqual(await page().violations("p"), []);
    await page().run(() => document.querySelector("input")?.removeAttribute("aria-label"));
    assert.deepEqual(await page().violations("input"), ["label: input"]);
  });

  test("is answered badly where a test wants it", async () => {
    await page().open("/pages/blank.html");
    const { server } = page();
    /** @type {(value?: unknown) => void} */
    let release = () => {};
    const hold = new Promise((resolve) => {
      release = resolve;
    });
    server.answer("/status", { status: 500 });
    server.answer("/headers", { body: "x", headers: { "X-Test": "yes" } });
    server.answer("/pages/blank.html", { bytes: 15 });
    server.answer("/drop", { body: "x".repeat(100_000), drop: true });
    server.answer("/hold", { body: "late", hold });
    const early = await page().run(async () => {
      Object.assign(window, { late: fetch("/hold").then((response) => response.text()) });
      const dropped = await fetch("/drop")
        .then((response) => response.text())
        .catch(() => "broken");
      return [
        (await fetch("/status")).status,
        (await fetch("/nothing")).status,
        (await fetch("/headers")).headers.get("X-Test"),
        await (await fetch("/pages/blank.html")).text(),
        dropped,
      ];
    });
    assert.deepEqual(early, [500, 404, "yes", "<!doctype html>", "broken"]);
    release();
    assert.equal(await page().run(() => /** @type {any} */ (window).late), "late");
    assert.ok(server.requests.includes("/nothing"));
  });

  test("resizes and photographs the window", async () => {
    await page().open("/pages/blank.html");
    await page().resize(900, 600);
    assert.deepEqual(await page().run(() => [innerWidth, innerHeight]), [900, 600]);
    await page().resize(320, 640);
    assert.deepEqual(await page().run(() => [innerWidth, innerHeight]), [320, 640]);
    const picture = await page().screenshot("smoke");
    assert.ok(picture.length > 1000);
  });
});

eachTouchEngine("harness", (page) => {
  test("is a device without a mouse", async () => {
    await page().open("/pages/blank.html");
    assert.ok(await page().run(() => matchMedia("(hover: none) and (pointer: coarse)").matches));
  });

  test("taps with a finger", async () => {
    await page().open("/pages/blank.html");
    await page().run(() => {
      addEventListener("pointerdown", (event) => {
        document.title = event.pointerType;
      });
    });
    await page().tap(await page().placeOf("سادەیە"));
    await page().until("the touch arrived", () => document.title === "touch");
  });
});
