import { test } from "node:test";
import { eachEngine } from "./spec.js";
eachEngine("probe", (page) => {
  test("touch", async () => {
    await page().open("/pages/blank.html");
    for (const w of [320, 360, 480]) { await page().resize(w, 700).catch(e => console.log(e.message)); console.log(w, await page().run(() => [innerWidth, innerHeight, outerWidth, outerHeight, devicePixelRatio])); }
    await page().screenshot("probe");
  });
});
