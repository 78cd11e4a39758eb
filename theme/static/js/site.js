/* Wires what every page has: the choices of the reader, and "/" to reach the search box. */
(function () {
  "use strict";

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

  document.querySelectorAll("[data-switch]").forEach(cycle);
  document.querySelectorAll("[data-choose]").forEach(choose);

  document.addEventListener("keydown", function (event) {
    var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    var box = document.getElementById("search-box");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey && box) {
      event.preventDefault();
      box.focus();
    }
  });
}());
