/* Copies and saves what cites a page. To save, it takes the text from the page: from disk, browsers
   open the file that the link leads to. Without scripts the texts stand there, and the links work. */
(function () {
  "use strict";

  var done = document.currentScript.dataset.done;

  /** Return the text of the reference that a control belongs to, with its format's line ends. */
  function reference(control) {
    var pre = control.closest("details").querySelector("pre");
    return pre.dataset.lines === "crlf" ? pre.textContent.replace(/\n/g, "\r\n") : pre.textContent;
  }

  function say(button) {
    var label = button.querySelector("[data-label]");
    var before = label.textContent;
    label.textContent = done;
    setTimeout(function () { label.textContent = before; }, 1500);
  }

  function save(text, name) {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
    link.download = name;
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
  }

  document.querySelectorAll("[data-copy]").forEach(function (button) {
    button.addEventListener("click", function () {
      if (button.dataset.busy) { return; }
      button.dataset.busy = "yes";
      setTimeout(function () { delete button.dataset.busy; }, 1600);
      Sijill.copy(button.dataset.copy || reference(button), function () { say(button); });
    });
  });
  document.querySelectorAll("a[data-save]").forEach(function (link) {
    link.addEventListener("click", function (event) {
      if (event.ctrlKey || event.metaKey || event.shiftKey) { return; }
      event.preventDefault();
      save(reference(link), link.dataset.save);
    });
  });
}());
