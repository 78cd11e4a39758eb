/* Runs the search page: asks while a reader types, shows results with excerpts, narrows down.
   The state of the page is its address; nothing about the reader is kept. */
(function () {
  "use strict";

  const PAGE = 20;            // results at a time
  const EXCERPT = 260;        // characters around the hits
  const BARS = 60;            // of the histogram; more months than that are shown as years
  const CHOICES = 8;          // of a facet
  const PAUSE = 120;          // milliseconds without a key before asking
  const SVG = "http://www.w3.org/2000/svg";
  const ENTITIES = ["person", "group", "place", "organisation", "work"];

  const at = (id) => document.getElementById(id);
  const words = JSON.parse(at("search").dataset.words);
  const box = at("query");
  const say = (key, values = {}) => words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);

  let asked = 0, shown = 0, prefix = false, hits = { words: new Set(), phrases: [] };

  /** Make an element: make("p", {class: "label"}, "text", child…). */
  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) element.setAttribute(key, value);
    element.append(...children);
    return element;
  }

  /* ---- The address ---- */

  function readAddress() {
    const given = new URLSearchParams(location.search);
    box.value = given.get("q") || "";
    at("exact").checked = given.get("exact") === "1";
    at("sort").value = given.get("sort") || "relevance";
    if (!at("sort").value) at("sort").value = "relevance";
  }

  function writeAddress() {
    const kept = new URLSearchParams();
    if (box.value.trim()) kept.set("q", box.value.trim());
    if (at("exact").checked) kept.set("exact", "1");
    if (at("sort").value !== "relevance") kept.set("sort", at("sort").value);
    const text = kept.toString();
    history.replaceState(null, "", location.pathname + (text ? "?" + text : ""));
  }

  /* ---- Asking ---- */

  const options = () => ({
    prefix, exact: at("exact").checked, sort: at("sort").value, limit: PAGE, offset: shown,
  });

  async function ask() {
    const turn = ++asked;
    const query = box.value;
    writeAddress();
    shown = 0;
    if (!query.trim()) return empty();
    const slow = setTimeout(() => { at("search-status").textContent = say("searching"); }, 300);
    try {
      if (typeof DecompressionStream === "undefined") throw new Error("old");
      await Sijill.loadSearch();
      const results = await Sijill.search(query, options());
      if (turn !== asked) return undefined;
      clearTimeout(slow);
      return show(results, turn);
    } catch (error) {
      clearTimeout(slow);
      if (turn === asked) complain(error.message === "old" ? "old" : "broken");
      if (error instanceof TypeError || error instanceof ReferenceError) throw error;
      return undefined;
    }
  }

  function empty() {
    at("search-found").hidden = at("search-meant").hidden = at("search-problem").hidden = true;
    at("search-status").textContent = "";
  }

  function complain(key) {
    at("search-problem").textContent = say(key);
    at("search-problem").hidden = false;
    at("search-status").textContent = "";
    if (key !== "partial") at("search-found").hidden = true;
  }

  function show(results, turn) {
    at("search-problem").hidden = true;
    if (results.problems.includes("root")) return complain("broken");
    hits = { words: new Set(), phrases: [] };
    for (const form of results.hits || []) {
      if (form.includes(" ")) hits.phrases.push(form.split(" ")); else hits.words.add(form);
    }
    at("search-status").textContent = status(results);
    showMeant(results.meant);
    at("search-found").hidden = !results.total;
    at("results").replaceChildren();
    add(results, turn);
    if (results.problems.length) complain("partial");
    return narrow(results, turn);
  }

  function status(results) {
    const found = results.total ? say("count", { number: results.total }) : say("nothing");
    return results.relaxed ? found + " " + say("relaxed") : found;
  }

  function showMeant(text) {
    at("search-meant").hidden = !text;
    if (!text) return;
    const link = make("a", { href: "?" + new URLSearchParams({ q: text }), dir: "auto" }, text);
    link.addEventListener("click", (event) => { event.preventDefault(); replace(text); });
    at("search-meant").replaceChildren(say("meant") + " ", link, "?");
  }

  function replace(query) {
    box.value = query.trim().replace(/\s+/g, " ");
    prefix = false;
    ask();
  }

  /* ---- Results ---- */

  function add(results, turn) {
    results.forEach((result, place) => {
      const entry = card(result, shown + place < results.leading);
      at("results").append(entry);
      excerpt(result, entry, turn);
    });
    shown += results.length;
    at("more").hidden = shown >= results.total || !results.length;
  }

  const publisherName = (slug) => {
    const found = Sijill.internals.publishers().find((each) => each[0] === slug);
    return found ? found[1] : slug;
  };

  /** Say an EDTF date in the page's language; what is uncertain about it stays a mark. */
  function dateWords(edtf) {
    const own = document.documentElement.lang;
    const language = { ar: "ar-SY-u-nu-latn", en: "en-GB" }[own] || own;
    const shapes = [{ year: "numeric" }, { year: "numeric", month: "long" }, { year: "numeric", month: "long", day: "numeric" }];
    const days = (edtf.match(/\d{4}(?:-\d\d){0,2}(?!\d|X)/g) || []).map(function (day) {
      const parts = day.split("-");
      const when = new Date(Date.UTC(parts[0], (parts[1] || 1) - 1, parts[2] || 1));
      return new Intl.DateTimeFormat(language, { timeZone: "UTC", ...shapes[parts.length - 1] }).format(when);
    });
    if (!days.length || /X|^\d{4}-[2-4]\d$/.test(edtf)) return edtf;
    const doubt = /[?~%]/.test(edtf) ? " (?)" : "";
    if (/^\[.*,/.test(edtf)) return new Intl.ListFormat(language, { type: "disjunction" }).format(days) + doubt;
    if (/^(\.\.)?\/|^\[\.\./.test(edtf)) return "… – " + days[0] + doubt;
    if (/\/(\.\.)?$|\.\.\]$/.test(edtf)) return days[0] + " – …" + doubt;
    return days.slice(0, 2).join(" – ") + doubt;
  }

  function card(result, leading) {
    const facts = [make("span", { class: "kind " + result.kind }, words[result.kind] || result.kind)];
    if (result.publisher) facts.push(" · ", make("bdi", {}, publisherName(result.publisher)));
    if (result.date) facts.push(" · ", make("bdi", {}, dateWords(result.date)));
    return make("li", leading ? { class: "leading" } : {},
      make("h3", {}, make("a", { href: result.url, dir: "auto" }, make("bdi", {}, result.title))),
      make("p", { class: "label" }, ...facts));
  }

  /** Add the passage with the most hits, and let result and passage lead to its paragraph. */
  async function excerpt(result, entry, turn) {
    let text;
    try {
      text = await Sijill.internals.member("texts", result.number);
    } catch (unreadable) {
      if (turn === asked) complain("partial");
      return;
    }
    const [paragraphs, slugs] = text;
    result.mentions = slugs;
    const found = paragraphs.map(([anchor, passage]) => ({ anchor, passage, marks: marks(passage) }));
    const best = found.reduce((a, b) => (b.marks.worth > a.marks.worth ? b : a), found[0]);
    if (!best || turn !== asked) return;
    const content = cut(best);
    const address = best.anchor && best.marks.spans.length ? deepLink(result.url, best) : "";
    if (address) entry.querySelector("h3 a").href = address;
    entry.append(make("p", { class: "excerpt", dir: "auto" }, ...content));
  }

  /** Find what to mark in a passage: spans [start, end], and how many different words they are. */
  function marks(passage) {
    const tokens = Sijill.internals.tokens(passage);
    const spans = [], seen = new Set();
    for (let place = 0; place < tokens.length; place++) {
      const phrase = hits.phrases.find((forms) => forms.every((form, n) => tokens[place + n] && tokens[place + n][0] === form));
      if (!phrase && !hits.words.has(tokens[place][0])) continue;
      const last = place + (phrase ? phrase.length - 1 : 0);
      spans.push([tokens[place][1], tokens[last][2]]);
      seen.add(tokens[place][0]);
      place = last;
    }
    return { spans, worth: seen.size + spans.length / 100 };
  }

  /** Cut a window around the hits, and mark them. */
  function cut({ passage, marks: { spans } }) {
    const first = spans.length ? spans[0][0] : 0;
    let from = Math.max(0, first - EXCERPT / 4);
    if (from) from = passage.indexOf(" ", from) + 1 || from;
    from = Math.min(from, first);
    let to = Math.min(passage.length, from + EXCERPT);
    if (to < passage.length) to = Math.max(passage.lastIndexOf(" ", to), spans.length ? spans[0][1] : from + 1);
    const parts = from ? ["… "] : [];
    let at = from;
    for (const [start, end] of spans.filter((span) => span[1] <= to)) {
      parts.push(passage.slice(at, start), make("mark", {}, passage.slice(start, end)));
      at = end;
    }
    return [...parts, passage.slice(at, to), ...(to < passage.length ? [" …"] : [])];
  }

  /** Make an address of the paragraph in which the browser marks the words (text fragments). */
  function deepLink(url, { anchor, passage, marks: { spans } }) {
    const encode = (text) => encodeURIComponent(text).replace(/-/g, "%2D");
    const directives = spans.slice(0, 4).map(([start, end]) => {
      const before = passage.slice(0, start).trimEnd().split(/\s+/).slice(-3).join(" ");
      return "text=" + (before ? encode(before) + "-," : "") + encode(passage.slice(start, end));
    });
    return url.replace(/#.*$/, "") + "#" + anchor + ":~:" + directives.join("&");
  }

  async function more() {
    const turn = asked;
    const results = await Sijill.search(box.value, options());
    if (turn !== asked) return;
    const last = at("results").lastElementChild;
    add(results, turn);
    const next = last && last.nextElementSibling;
    if (next) next.querySelector("a").focus();
  }

  /* ---- Narrowing down: every choice is written into the query ---- */

  const quoted = (text) => (/\s/.test(text) ? '"' + text + '"' : text);
  const token = (field) => new RegExp("(^|\\s)" + field + ':(?:"[^"]*"|\\S+)', "i");

  function chosen(field) {
    const found = box.value.match(token(field));
    return found ? found[0].trim().slice(field.length + 1).replace(/"/g, "") : "";
  }

  function choose(field, value) {
    const rest = box.value.replace(token(field), " ");
    replace(value ? rest + " " + field + ":" + quoted(value) : rest);
  }

  function facet(title, field, choices) {
    const current = chosen(field).toLowerCase();
    const known = choices.filter((each) => each.count || each.value === current);
    if (!known.length || (known.length === 1 && !current)) return [];
    const list = make("ul", {}, ...known.map(({ value, label, count }) => {
      const pressed = value.toLowerCase() === current;
      const button = make("button", { type: "button", "aria-pressed": String(pressed) }, make("bdi", {}, label), " ", make("span", {}, String(count)));
      button.addEventListener("click", () => choose(field, pressed ? "" : value));
      return make("li", {}, button);
    }));
    return [make("h3", {}, title), list];
  }

  async function narrow(results, turn) {
    const { kinds, publishers, columns, postings, ownIn, member } = Sijill.internals;
    const all = results.all || [];
    const groups = [facet(say("kinds"), "kind", top(kinds().map(([kind, start, end]) => ({
      value: kind, label: words[kind] || kind, count: all.filter((number) => number >= start && number < end).length,
    }))))];
    at("after").value = chosen("after").length === 10 ? chosen("after") : "";
    at("before").value = chosen("before").length === 10 ? chosen("before") : "";
    try {
      const { publisher, first } = await columns();
      const counts = new Map();
      all.forEach((number) => counts.set(publisher[number], (counts.get(publisher[number]) || 0) + 1));
      groups.push(facet(say("publishers"), "source", top(publishers().map(([slug, name], index) => ({
        value: slug, label: name, count: counts.get(index) || 0,
      })))));
      if (turn === asked) histogram(all.map((number) => first[number]).filter(Number.isFinite));
      groups.push(facet(say("entities"), "entity", await mentioned(results, all)));
    } catch (unreadable) {
      if (turn === asked) complain("partial");
    }
    if (turn === asked) at("facets").replaceChildren(...groups.flat());

    /** The entities that the results on the page mention most, counted over all results. */
    async function mentioned() {
      const counts = new Map();
      for (const result of results) {
        const [, slugs] = await member("texts", result.number);
        slugs.forEach((slug) => counts.set(slug, (counts.get(slug) || 0) + 1));
      }
      const slugs = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a)).slice(0, CHOICES);
      const kept = new Set(all);
      return top(await Promise.all(slugs.map(async (slug) => {
        const list = await postings("@" + slug);
        const own = ownIn(list);
        const [, title] = own === undefined ? [0, slug] : await member("cards", own);
        return { value: slug, label: title, count: list.documents.filter((number) => kept.has(number)).length };
      })));
    }
  }

  const top = (choices) => choices.sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1)).slice(0, CHOICES);

  const EPOCH = 719163, DAY = 86400000; // 1970-01-01 as the index counts days

  /** Draw how many results each month or year has; a bar narrows down to it. */
  function histogram(days) {
    const place = at("histogram");
    place.replaceChildren();
    if (days.length < 2) return;
    const months = days.map((day) => {
      const date = new Date((day - EPOCH) * DAY);
      return date.getUTCFullYear() * 12 + date.getUTCMonth();
    });
    const least = months.reduce((a, b) => Math.min(a, b)), most = months.reduce((a, b) => Math.max(a, b));
    const wide = most - least >= BARS ? 12 : 1;
    const start = Math.floor(least / wide), bars = new Array(Math.floor(most / wide) - start + 1).fill(0);
    if (bars.length < 2 || bars.length > 400) return;
    months.forEach((month) => { bars[Math.floor(month / wide) - start]++; });
    place.append(draw(bars, start, wide));
  }

  function draw(bars, start, wide) {
    const name = (bar) => wide === 12 ? String(start + bar) : Math.floor((start + bar) / 12) + "-" + String((start + bar) % 12 + 1).padStart(2, "0");
    const high = Math.max(...bars);
    const part = (kind, attributes, ...children) => {
      const element = document.createElementNS(SVG, kind);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      element.append(...children);
      return element;
    };
    const label = say(wide === 12 ? "years" : "months", { first: name(0), last: name(bars.length - 1), most: high });
    const drawing = part("svg", { viewBox: "0 0 " + bars.length * 10 + " 100", preserveAspectRatio: "none", class: "histogram", role: "img", "aria-label": label });
    bars.forEach((count, bar) => {
      const tall = count ? Math.max(4, (96 * count) / high) : 0;
      const group = part("g", {}, part("title", {}, name(bar) + ": " + count),
        part("rect", { class: "bar", x: bar * 10 + 1, y: 98 - tall, width: 8, height: tall }),
        part("rect", { class: "room", x: bar * 10, y: 0, width: 10, height: 100 }));
      group.addEventListener("click", () => {
        box.value = box.value.replace(token("after"), " ").replace(token("before"), " ");
        replace(box.value + " after:" + name(bar) + " before:" + name(bar + 1));
      });
      drawing.append(group);
    });
    drawing.append(part("line", { x1: 0, y1: 99, x2: bars.length * 10, y2: 99 }));
    return drawing;
  }

  /* ---- Keys ---- */

  function move(step) {
    const links = [...at("results").querySelectorAll("h3 a")];
    const place = links.indexOf(document.activeElement);
    if (place < 0 && step < 0) return;
    const next = links[place + step];
    if (next) next.focus(); else if (place + step < 0) box.focus();
  }

  function press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
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
      replace("");
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  let pause = 0;

  box.addEventListener("input", () => {
    prefix = true;
    clearTimeout(pause);
    pause = setTimeout(ask, PAUSE);
  });
  box.addEventListener("focus", () => { Sijill.loadSearch().catch(() => complain("broken")); });
  box.form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(pause); replace(box.value); });
  at("exact").addEventListener("change", ask);
  at("sort").addEventListener("change", ask);
  at("after").addEventListener("change", () => choose("after", at("after").value));
  at("before").addEventListener("change", () => choose("before", at("before").value));
  at("more").addEventListener("click", more);
  document.addEventListener("keydown", press, true);
  window.addEventListener("popstate", () => { readAddress(); ask(); });

  at("narrow").open = matchMedia("(min-width: 62rem)").matches;
  readAddress();
  if (box.value) ask();
}());
