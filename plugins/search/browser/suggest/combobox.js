/* Offers suggestions under the search box of every page: a combobox with a list, as the ARIA
   Authoring Practices describe it. Without a choice, Enter sends the form as it always does. */
(function () {
  "use strict";

  const PAUSE = 100;          // milliseconds without a key before asking

  const sheet = new URL("../theme/css/parts/suggest.css", document.currentScript.src).href;
  const box = document.getElementById("search-box");
  const words = JSON.parse(box.dataset.words);
  const list = document.createElement("ul");
  const status = document.createElement("p");
  let turn = 0, pause = 0, active = -1, offered = [];

  function prepare() {
    list.id = "search-suggestions";
    list.className = "suggestions";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", words.suggestions);
    status.className = "hidden";
    status.setAttribute("role", "status");
    const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id };
    for (const [key, value] of Object.entries(attributes)) box.setAttribute(key, value);
    box.form.append(list, status);
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = sheet;
    document.head.append(link);
  }

  function part(name, className, text) {
    const element = document.createElement(name);
    element.className = className;
    element.textContent = text;
    return element;
  }

  function option(suggestion, place) {
    const item = document.createElement("li");
    item.id = list.id + "-" + place;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    const name = part("bdi", "", suggestion.text);
    item.append(name, ...(suggestion.kind ? [" ", part("span", "kind " + suggestion.kind, words[suggestion.kind])] : []));
    item.addEventListener("pointerdown", (event) => event.preventDefault()); // the box keeps the focus
    item.addEventListener("click", () => choose(suggestion));
    return item;
  }

  function show(found) {
    offered = found;
    active = -1;
    list.replaceChildren(...found.map(option));
    list.hidden = !found.length;
    box.setAttribute("aria-expanded", String(!list.hidden));
    box.removeAttribute("aria-activedescendant");
    status.textContent = found.length ? words.count.replace("{number}", found.length) : "";
  }

  function close() {
    turn++;
    clearTimeout(pause);
    show([]);
  }

  async function ask() {
    const asked = ++turn;
    const found = await Sijill.suggest(box.value).catch(() => []); // the search page tells what is wrong
    if (asked === turn) show(found);
  }

  function choose(suggestion) {
    close();
    if (suggestion.url) {
      location.href = new URL(suggestion.url, box.form.action).href;
    } else {
      box.value = suggestion.text;
      box.form.requestSubmit();
    }
  }

  function move(step) {
    const items = list.children;
    if (active >= 0) items[active].setAttribute("aria-selected", "false");
    active = (active + 1 + step + items.length + 1) % (items.length + 1) - 1; // one place is the box
    if (active < 0) return box.removeAttribute("aria-activedescendant");
    items[active].setAttribute("aria-selected", "true");
    items[active].scrollIntoView({ block: "nearest" });
    return box.setAttribute("aria-activedescendant", items[active].id);
  }

  function press(event) {
    if (event.isComposing) return;
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (steps[event.key] && list.hidden) {
      ask();
    } else if (steps[event.key]) {
      move(steps[event.key]);
    } else if (event.key === "Enter" && active >= 0) {
      choose(offered[active]);
    } else if (event.key === "Escape" && !list.hidden) {
      close();
    } else {
      return;
    }
    event.preventDefault();
  }

  function typed() {
    clearTimeout(pause);
    pause = setTimeout(ask, PAUSE);
  }

  prepare();
  box.addEventListener("input", typed);
  box.addEventListener("keydown", press);
  box.addEventListener("blur", close);
  if (box.value && document.activeElement === box) typed();
}());
