// The one file that a site names. It knows where it came from, and loads the rest from there under a version that may be cached for good.
(() => {
  const script = document.currentScript;
  const options = { ...script.dataset, base: new URL('.', script.src).href };
  import(new URL('{version}/app.js', script.src).href).then((app) => app.start(options));
})();
