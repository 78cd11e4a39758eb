/* Opens the list that a count leads to, in browsers that do not do so by themselves. */
var Sijill = window.Sijill || {};

(function () {
  "use strict";

  function open() {
    var list = document.getElementById(location.hash.slice(1));
    var details = list && list.closest("details");
    if (details && !details.open) {
      details.open = true;
      list.scrollIntoView();
    }
  }

  window.addEventListener("hashchange", open);
  open();
})();
