/* Loads the search when a reader first needs it: no page carries it before. */
(function () {
  "use strict";
  window.Sijill = window.Sijill || {};
  const here = document.currentScript.src;
  let loading = null;

  /**
   * Load the search runtime, once.
   * @returns {Promise<object>} answers Sijill, with `search`; fails where the script is missing
   */
  Sijill.loadSearch = function () {
    loading = loading || new Promise(function (resolve, reject) {
      const script = document.createElement("script");
      script.src = new URL("search.js", here).href;
      script.onload = function () { resolve(Sijill); };
      script.onerror = function () { loading = null; reject(new Error(script.src)); };
      document.head.append(script);
    });
    return loading;
  };
}());
