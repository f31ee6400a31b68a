// Runs in the page, before all other scripts: collects what went wrong there, for page.problems().
(() => {
  /** @type {string[]} */
  const problems = [];
  Object.defineProperty(window, "__problems", { value: problems });
  document.currentScript?.remove();

  for (const level of /** @type {const} */ (["error", "warn"])) {
    const original = console[level];
    console[level] = (...values) => {
      problems.push(`console.${level}: ${values.map(String).join(" ")}`);
      original.apply(console, values);
    };
  }

  // In the capturing phase, so that resources that fail to load are seen too.
  addEventListener(
    "error",
    (event) => {
      const { target } = event;
      const source = target instanceof Element ? target.outerHTML.slice(0, 200) : event.message;
      problems.push(`error: ${source}`);
    },
    true,
  );
  addEventListener("unhandledrejection", (event) => {
    problems.push(`unhandled rejection: ${event.reason}`);
  });
  addEventListener("securitypolicyviolation", (event) => {
    problems.push(`content security policy: ${event.violatedDirective} ${event.blockedURI}`);
  });
})();
