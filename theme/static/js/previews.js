/* Shows what a name, date or figure in the text means, on hover, focus and tap.
   The words come from the lists further down the same page, so that nothing is fetched and nothing
   is lost without scripts. WCAG 1.4.13: Esc dismisses, the preview can be hovered, it stays until
   the pointer or the focus leaves. Delays are those of MediaWiki Popups. */
(function () {
  "use strict";

  var NEXT = 150, HIDE = 300, SHOW = 500;
  var words = document.currentScript.dataset;
  var text = document.querySelector(".report-text");
  if (!text) { return; }

  var preview = null, owner = null, timer = 0;

  function isPlain() { return document.documentElement.getAttribute("data-reading") === "plain"; }

  function marked(node) {
    return node.closest ? node.closest(".report-text .mention, .report-text .date, .report-text .figure") : null;
  }

  function element(name, className, content) {
    var made = document.createElement(name);
    if (className) { made.className = className; }
    if (content) { made.textContent = content; }
    return made;
  }

  function row(table, mark) {
    var paragraph = mark.closest("[id]");
    var surface = mark.textContent;
    return Array.prototype.find.call(document.querySelectorAll(table + " tr[data-anchor]"), function (each) {
      return each.dataset.surface === surface && paragraph && each.dataset.anchor === paragraph.id;
    });
  }

  function copied(source, selector, into) {
    var found = source.querySelector(selector);
    if (found) { into.append.apply(into, found.cloneNode(true).childNodes); }
    return Boolean(found);
  }

  /** Return what the preview of a mark says, or null where there is nothing to say. */
  function meaning(mark) {
    var box = element("div", "preview");
    var line = element("p");
    var source;
    box.append(line);
    if (mark.matches(".mention")) {
      source = document.querySelector('.names-here [data-entity="' + CSS.escape(mark.dataset.entity) + '"]');
      if (!source) { return null; }
      copied(source, ".name-head", line);
      var gist = source.querySelector(".gist");
      if (gist) { box.append(gist.cloneNode(true)); }
      return box;
    }
    source = row(mark.matches(".date") ? ".found-dates" : ".found-figures", mark);
    if (!source) { return null; }
    copied(source, "[data-meaning]", line);
    var speaker = source.querySelector("[data-speaker]");
    if (speaker && speaker.textContent) {
      line.append(" · " + words.figures + " ");
      copied(source, "[data-speaker]", line);
    }
    // What a curator confirmed leads on: a date to its event, a figure to the claim about it.
    var confirmed = source.querySelector("[data-confirmed]");
    if (confirmed) {
      var more = element("p", "label", words.confirmed + " ");
      more.append(confirmed.cloneNode(true));
      box.append(more);
    }
    return box;
  }

  function place(box, mark) {
    var at = mark.getClientRects()[0], width = box.offsetWidth, height = box.offsetHeight;
    var page = document.documentElement;
    var left = Math.max(8, Math.min(at.left, page.clientWidth - width - 8));
    var below = at.bottom + height + 8 < window.innerHeight || at.top < height + 8;
    box.style.left = left + window.scrollX + "px";
    box.style.top = (below ? at.bottom + 4 : at.top - height - 4) + window.scrollY + "px";
  }

  function hide() {
    clearTimeout(timer);
    if (!preview) { return; }
    preview.remove();
    if (owner) { owner.removeAttribute("aria-describedby"); }
    preview = owner = null;
  }

  function show(mark) {
    if (owner === mark) { return; }
    hide();
    var box = meaning(mark);
    if (!box || isPlain()) { return; }
    box.id = "preview";
    box.addEventListener("pointerenter", function () { clearTimeout(timer); });
    box.addEventListener("pointerleave", function () { later(hide, HIDE); });
    document.body.append(box);
    place(box, mark);
    mark.setAttribute("aria-describedby", "preview");
    preview = box;
    owner = mark;
  }

  function later(what, delay) {
    clearTimeout(timer);
    timer = setTimeout(what, delay);
  }

  text.addEventListener("pointerover", function (event) {
    var mark = marked(event.target);
    if (mark && event.pointerType !== "touch") {
      later(function () { show(mark); }, preview ? NEXT : SHOW);
    }
  });
  text.addEventListener("pointerout", function (event) {
    if (marked(event.target) && event.pointerType !== "touch") { later(hide, HIDE); }
  });
  text.addEventListener("focusin", function (event) {
    var mark = marked(event.target);
    if (mark && mark.matches(":focus-visible")) { later(function () { show(mark); }, SHOW); }
  });
  text.addEventListener("focusout", function () { later(hide, HIDE); });

  // A first tap shows the preview, whose head links to the page; a second tap follows the link.
  text.addEventListener("click", function (event) {
    var mark = marked(event.target);
    if (!mark) { return; }
    var isTap = event.pointerType === "touch" || !mark.matches("a");
    if (isTap && owner !== mark && !isPlain()) {
      show(mark);
      if (preview) { event.preventDefault(); }
    }
  });
  document.addEventListener("click", function (event) {
    if (preview && !preview.contains(event.target) && !marked(event.target)) { hide(); }
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") { hide(); }
  });
}());
