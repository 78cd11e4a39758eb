/* Listens: to typing, to the choices, and to the keys that walk through the results. */
(function (page) {
  "use strict";

  const PAUSE = 120;          // milliseconds without a key before asking

  const { at, box, ask } = page;

  function move(step) {
    const links = [...at("results").querySelectorAll("h3 a")];
    const place = links.indexOf(document.activeElement);
    if (place < 0 && step < 0) return;
    const next = links[place + step];
    if (next) next.focus(); else if (place + step < 0) box.focus();
  }

  function press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const inResults = at("results").contains(event.target);
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if (event.key === "/" && !typing) {
      box.focus();
      box.select();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && (event.target === box || inResults)) {
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Escape" && inResults) {
      box.focus();
    } else if (event.key === "Escape" && event.target === box && box.value) {
      page.replace("");
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  let pause = 0;

  function typed() {
    page.typing = true;
    clearTimeout(pause);
    pause = setTimeout(ask, PAUSE);
  }

  box.addEventListener("input", typed);
  box.form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(pause); page.replace(box.value); });
  at("exact").addEventListener("change", ask);
  at("sort").addEventListener("change", ask);
  at("after").addEventListener("change", () => page.choose("after", at("after").value));
  at("before").addEventListener("change", () => page.choose("before", at("before").value));
  at("more").addEventListener("click", page.more);
  at("narrow").querySelector("summary").addEventListener("click", () => { at("narrow").dataset.opened = "yes"; });
  at("narrow").addEventListener("toggle", page.count);
  document.addEventListener("keydown", press, true);
  window.addEventListener("popstate", () => { page.readAddress(); ask(); });

  at("narrow").open = matchMedia("(min-width: 62rem)").matches;
  if (box.value && document.activeElement === box) {
    typed(); // somebody was faster than this script
  } else {
    page.readAddress();
    if (box.value) ask();
  }
}(Sijill.page));
