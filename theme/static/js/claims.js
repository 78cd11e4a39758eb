/* Puts the list of claims in another order, kept in the address. Without it the list stands by title. */
var Sijill = window.Sijill || {};

(function () {
  "use strict";

  var form = document.querySelector("[data-sort]");
  var list = document.querySelector("[data-claims]");
  if (!form || !list) { return; }
  var choice = form.elements.order;

  function byTitle(one, other) {
    return one.dataset.title.localeCompare(other.dataset.title, document.documentElement.lang);
  }

  /** Order the list; equal counts stand by title. */
  function sort(order) {
    Array.prototype.slice.call(list.children).sort(function (one, other) {
      var difference = order === "title" ? 0 : other.dataset[order] - one.dataset[order];
      return difference || byTitle(one, other);
    }).forEach(function (item) { list.appendChild(item); });
  }

  function choose() {
    sort(choice.value);
    form.querySelector("[data-sorted]").textContent = choice.options[choice.selectedIndex].text;
    var text = choice.value === "title" ? "" : "?order=" + choice.value;
    history.replaceState(null, "", location.pathname + text + location.hash);
  }

  form.addEventListener("change", choose);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  var asked = new URLSearchParams(location.search).get("order");
  if (asked && Array.prototype.some.call(choice.options, function (each) { return each.value === asked; })) {
    choice.value = asked;
    choose();
  }
}());
