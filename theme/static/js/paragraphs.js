/* Makes a paragraph's ¶ offer to copy its link, its text as a quotation, and its citation.
   Without scripts the ¶ is a plain link to the paragraph. */
(function () {
  "use strict";

  var words = document.currentScript.dataset;
  var report = document.querySelector(".report");
  if (!report) { return; }

  var menu = null, opener = null;

  function address(link) { return location.href.split("#")[0] + link.getAttribute("href"); }

  function quotation(link) {
    var copy = link.parentNode.cloneNode(true);
    copy.querySelectorAll(".permalink, .past-anchor").forEach(function (each) { each.remove(); });
    return "“" + copy.textContent.trim() + "”";
  }

  /** Return what each button copies. */
  function choices(link) {
    var cited = report.dataset.citation + " " + address(link);
    return [
      [words.link, address(link)],
      [words.quote, quotation(link) + "\n" + cited],
      [words.cite, cited],
    ];
  }

  function close(focus) {
    if (!menu) { return; }
    menu.remove();
    opener.setAttribute("aria-expanded", "false");
    if (focus) { opener.focus(); }
    menu = opener = null;
  }

  function open(link) {
    close(false);
    menu = document.createElement("div");
    menu.className = "menu";
    menu.setAttribute("role", "group");
    menu.setAttribute("aria-label", report.dataset.paragraph);
    choices(link).forEach(function (choice) {
      var button = document.createElement("button");
      button.type = "button";
      button.textContent = choice[0];
      button.addEventListener("click", function () {
        Sijill.copy(choice[1], function () {
          button.textContent = words.done;
          setTimeout(function () { close(true); }, 700);
        });
      });
      menu.append(button);
    });
    link.after(menu);
    opener = link;
    link.setAttribute("aria-expanded", "true");
    menu.firstChild.focus();
  }

  report.querySelectorAll(".permalink").forEach(function (link) {
    link.setAttribute("aria-expanded", "false");
    link.setAttribute("role", "button");
    link.addEventListener("click", function (event) {
      if (event.ctrlKey || event.metaKey || event.shiftKey) { return; }
      event.preventDefault();
      history.replaceState(null, "", link.getAttribute("href"));
      if (opener === link) { close(true); } else { open(link); }
    });
  });
  document.addEventListener("click", function (event) {
    if (menu && !menu.contains(event.target) && event.target !== opener) { close(false); }
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && menu) { close(true); }
  });
}());
