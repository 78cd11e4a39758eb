/* Filters the timeline by kind, place, actor and publisher, keeps the choice in the address, and
   marks in the strip where the reader is. Without it every event stands on the page. */
var Sijill = window.Sijill || {};

(function () {
  "use strict";

  var form = document.querySelector("[data-filters]");
  var list = document.querySelector("[data-events]");
  if (!list) { return; }
  var events = Array.prototype.slice.call(list.querySelectorAll("[data-kind]"));
  var groups = Array.prototype.slice.call(list.querySelectorAll(".timeline-day, .timeline-month"));

  /** Return what is chosen: a map from the filter's name to its values. */
  function chosen() {
    var values = {};
    new FormData(form).forEach(function (value, name) {
      if (value) { (values[name] = values[name] || []).push(value); }
    });
    return values;
  }

  function fits(event, values) {
    return Object.keys(values).every(function (name) {
      var own = (event.getAttribute("data-" + name) || "").split(" ");
      return values[name].some(function (value) { return own.indexOf(value) >= 0; });
    });
  }

  function query(values) {
    var parts = new URLSearchParams();
    Object.keys(values).forEach(function (name) {
      values[name].forEach(function (value) { parts.append(name, value); });
    });
    return parts.toString() ? "?" + parts : "";
  }

  function say(shown) {
    var text = shown === events.length
      ? form.getAttribute("data-all")
      : form.getAttribute("data-some").replace("{shown}", String(shown));
    form.querySelector("[data-shown]").textContent = text;
  }

  /** Show the events that fit what is chosen, and the dates that still have one. */
  function apply() {
    var values = chosen();
    var shown = 0;
    events.forEach(function (event) {
      event.hidden = !fits(event, values);
      if (!event.hidden) { shown += 1; }
    });
    groups.forEach(function (group) {
      group.hidden = !group.querySelector("[data-kind]:not([hidden])");
    });
    say(shown);
    carry(query(values));
    return values;
  }

  /** Take the choice along to the months' pages. */
  function carry(text) {
    list.querySelectorAll("a[data-carry]").forEach(function (link) {
      link.setAttribute("href", link.getAttribute("href").split("?")[0] + text);
    });
  }

  function keep() {
    var text = query(apply());
    history.replaceState(null, "", location.pathname + text + location.hash);
  }

  function hasValue(name, value) {
    return events.some(function (event) {
      return (event.getAttribute("data-" + name) || "").split(" ").indexOf(value) >= 0;
    });
  }

  /** Set the controls to what the address says; unknown values are left alone. */
  function restore() {
    new URLSearchParams(location.search).forEach(function (value, name) {
      Array.prototype.forEach.call(form.elements, function (control) {
        if (control.name !== name) { return; }
        if (control.type === "checkbox") {
          control.checked = control.checked || control.value === value;
        } else if (control.options && /^[a-z0-9-]+$/.test(value)) {
          control.value = value;
          // Only the most frequent are listed; an address may name another.
          if (control.value !== value && hasValue(name, value)) {
            control.append(new Option(value, value, false, true));
          }
          control.value = control.value || "";
        }
      });
    });
  }

  /** Show what the address points at, though a filter or a closed list hides it. */
  function reveal() {
    var target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) { return; }
    var around = target.closest("details");
    if (around) { around.open = true; }
    if (form && target.closest("[hidden]")) {
      form.reset();
      keep();
    }
    target.scrollIntoView();
  }

  /** Mark the bar of the day that the reader has reached. */
  function follow() {
    var bars = Array.prototype.slice.call(document.querySelectorAll(".strip-bar"));
    if (!bars.length || !window.IntersectionObserver) { return; }
    var seen = new Map();
    var watcher = new IntersectionObserver(function (changes) {
      changes.forEach(function (change) { seen.set(change.target.id, change.isIntersecting); });
      bars.forEach(function (bar) {
        bar.toggleAttribute("data-here", seen.get(bar.getAttribute("data-day")) === true);
      });
    }, { rootMargin: "-35% 0px -55% 0px" });
    list.querySelectorAll(".timeline-day").forEach(function (day) { watcher.observe(day); });
  }

  if (form) {
    restore();
    apply();
    form.addEventListener("change", keep);
    form.addEventListener("reset", function () { window.setTimeout(keep); });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
  }
  window.addEventListener("hashchange", reveal);
  reveal();
  follow();
}());
