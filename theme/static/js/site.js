/* Wires what every page has: the choices of the reader, "/" to reach the search box, and the search,
   of which no page loads a byte until a reader turns to the box. */
(function () {
  "use strict";

  var here = document.currentScript.src;
  var loading = {};

  /** Copy by the clipboard, else by the older command, which works where the first is refused. */
  Sijill.copy = function (content, then) {
    function byCommand() {
      var focused = document.activeElement;
      var field = document.createElement("textarea");
      field.value = content;
      document.body.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
      focused.focus();
      then();
    }
    if (navigator.clipboard) {
      navigator.clipboard.writeText(content).then(then, byCommand);
    } else {
      byCommand();
    }
  };

  function cycle(button) {
    var name = button.getAttribute("data-switch");
    var values = Sijill.choices(name);
    var label = button.querySelector("[data-value]");

    function show() { label.textContent = button.getAttribute("data-" + Sijill.choice(name)); }

    button.addEventListener("click", function () {
      Sijill.choose(name, values[(values.indexOf(Sijill.choice(name)) + 1) % values.length]);
      show();
    });
    show();
  }

  function choose(button) {
    var name = button.getAttribute("data-choose");

    function press() {
      document.querySelectorAll('[data-choose="' + name + '"]').forEach(function (each) {
        each.setAttribute("aria-pressed", String(each.value === Sijill.choice(name)));
      });
    }

    button.addEventListener("click", function () {
      Sijill.choose(name, button.value);
      press();
    });
    press();
  }

  // On paper: where the page lies on the web, instead of its place in the archive alone.
  if (/^http/.test(location.protocol)) {
    document.querySelectorAll("[data-address]").forEach(function (each) {
      each.textContent = location.href.split("#")[0];
    });
  }

  document.querySelectorAll("[data-switch]").forEach(cycle);
  document.querySelectorAll("[data-choose]").forEach(choose);

  function load(name) {
    loading[name] = loading[name] || new Promise(function (resolve, reject) {
      var script = document.createElement("script");
      function fail() { delete loading[name]; reject(new Error(script.src)); }
      script.src = new URL("../../search/" + name + ".js", here).href;
      script.onload = function () {
        if (Sijill.whole && Sijill.whole[name]) { resolve(); } else { fail(); } // cut short or corrupt
      };
      script.onerror = fail;
      document.head.append(script);
    });
    return loading[name];
  }

  /**
   * Find documents; loads the search, which answers from then on (plugins/search/browser/search).
   * @param {string} query
   * @param {object} [options] limit, kind and more
   * @returns {Promise<object[]>} [{url, kind, title, score}], best first
   */
  Sijill.search = function (query, options) {
    return load("search").then(function () { return Sijill.search(query, options); });
  };

  function wake(name) {
    return load("search").then(function () { return load(name); }).catch(function () {
      var told = document.getElementById("search-problem");
      if (told) { told.hidden = false; }
    });
  }

  function wakeOnFocus(box, name) {
    if (!box) { return; }
    function now() { box.removeEventListener("focus", now); wake(name); }
    if (document.activeElement === box) { wake(name); } else { box.addEventListener("focus", now); }
  }

  var box = document.getElementById("search-box");
  var query = document.getElementById("query"); // on the search page
  wakeOnFocus(box, "suggest");
  if (query && new URLSearchParams(location.search).has("q")) { wake("page"); } else { wakeOnFocus(query, "page"); }

  document.addEventListener("keydown", function (event) {
    var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    var aim = query || box;
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey && aim) {
      event.preventDefault();
      aim.focus();
    }
  });
}());
