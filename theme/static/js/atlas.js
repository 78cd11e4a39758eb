/* Moves and enlarges the map by its viewBox: buttons, arrow keys, plus and minus, dragging. Without
   it the whole map stands on the page. */
var Sijill = window.Sijill || {};

(function () {
  "use strict";

  var MOST = 16;
  var STEP = 1.5;

  /** Make one map movable. */
  function wire(panel) {
    var sheet = panel.querySelector(".atlas-sheet");
    var map = panel.querySelector("svg");
    var whole = map.getAttribute("viewBox").split(" ").map(Number);
    var width = whole[2];
    var height = whole[3];
    var view = { x: 0, y: 0, scale: 1 };

    function hold(value, most) { return Math.min(Math.max(value, 0), most); }

    function show() {
      view.x = hold(view.x, width - width / view.scale);
      view.y = hold(view.y, height - height / view.scale);
      map.setAttribute("viewBox", [view.x, view.y, width / view.scale, height / view.scale].join(" "));
      sheet.toggleAttribute("data-nearer", view.scale > 1);
      shrink();
    }

    /** Keep marks and letters at the size they have on the whole map. */
    function shrink() {
      map.querySelectorAll(".atlas-mark").forEach(function (mark) {
        if (!mark.dataset.r) { mark.dataset.r = mark.getAttribute("r"); }
        mark.setAttribute("r", mark.dataset.r / view.scale);
      });
      map.querySelectorAll(".atlas-label").forEach(function (label) {
        var spot = label.parentNode.querySelector(".atlas-mark");
        var x = Number(spot ? spot.getAttribute("cx") : label.getAttribute("x"));
        var y = Number(spot ? spot.getAttribute("cy") : label.getAttribute("y"));
        label.setAttribute("transform",
          "translate(" + x + " " + y + ") scale(" + 1 / view.scale + ") translate(" + -x + " " + -y + ")");
      });
      map.querySelectorAll(".atlas-leader, .atlas-bar").forEach(function (part) {
        part.setAttribute("visibility", view.scale > 1 ? "hidden" : "visible");
      });
    }

    /** Enlarge by a factor around the middle of what is shown. */
    function zoom(factor) {
      var next = Math.min(Math.max(view.scale * factor, 1), MOST);
      view.x += width / view.scale / 2 - width / next / 2;
      view.y += height / view.scale / 2 - height / next / 2;
      view.scale = next;
      show();
    }

    function move(across, down) {
      view.x += across * width / view.scale;
      view.y += down * height / view.scale;
      show();
    }

    function all() {
      view = { x: 0, y: 0, scale: 1 };
      show();
    }

    var keys = {
      "+": function () { zoom(STEP); }, "=": function () { zoom(STEP); },
      "-": function () { zoom(1 / STEP); }, "0": all,
      ArrowLeft: function () { move(-0.15, 0); }, ArrowRight: function () { move(0.15, 0); },
      ArrowUp: function () { move(0, -0.15); }, ArrowDown: function () { move(0, 0.15); }
    };
    sheet.addEventListener("keydown", function (event) {
      var arrow = /^Arrow/.test(event.key);
      if (!keys[event.key] || event.ctrlKey || event.metaKey || event.altKey) { return; }
      if (arrow && view.scale === 1) { return; }
      event.preventDefault();
      keys[event.key]();
    });

    panel.querySelectorAll("[data-zoom]").forEach(function (button) {
      button.addEventListener("click", function () {
        ({ in: keys["+"], out: keys["-"], all: all })[button.dataset.zoom]();
      });
    });

    var start = null;
    var moved = false;
    map.addEventListener("pointerdown", function (event) {
      moved = false;
      start = view.scale > 1 ? { x: event.clientX, y: event.clientY } : null;
    });
    map.addEventListener("pointermove", function (event) {
      if (!start) { return; }
      var across = event.clientX - start.x;
      var down = event.clientY - start.y;
      if (!moved && Math.abs(across) + Math.abs(down) < 4) { return; }
      moved = true;
      map.setPointerCapture(event.pointerId);
      start = { x: event.clientX, y: event.clientY };
      move(-across / map.clientWidth, -down / map.clientHeight);
    });
    ["pointerup", "pointercancel"].forEach(function (name) {
      map.addEventListener(name, function () { start = null; });
    });
    map.addEventListener("click", function (event) {
      if (moved) { event.preventDefault(); }
      moved = false;
    }, true);
    map.addEventListener("dragstart", function (event) { event.preventDefault(); });
  }

  document.querySelectorAll("[data-map]").forEach(wire);
}());
