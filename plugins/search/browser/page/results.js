/* Shows results: how many, what was probably meant, and an entry for each. */
(function (page) {
  "use strict";

  const { at, words, say, make, box } = page;

  const publisherName = (slug) => {
    const found = Sijill.internals.root.publishers.find((each) => each[0] === slug);
    return found ? page.called(found[1], found[2]) : slug;
  };

  function entry(result, leading) {
    const facts = [make("span", { class: "kind " + result.kind }, words[result.kind] || result.kind)];
    const name = page.called(result.title, result.arabic);
    if (name !== result.title) facts.push(" · ", make("bdi", {}, result.title));
    if (result.publisher) facts.push(" · ", make("bdi", {}, publisherName(result.publisher)));
    if (result.date) facts.push(" · ", make("bdi", {}, page.dateWords(result.date)));
    return make("li", leading ? { class: "leading" } : {},
      make("h3", {}, make("a", { href: result.url, dir: "auto" }, make("bdi", {}, name))),
      make("p", { class: "label" }, ...facts));
  }

  function add(results, turn) {
    results.forEach((result, place) => {
      const made = entry(result, page.shown + place < results.leading);
      at("results").append(made);
      page.excerpt(result, made, turn);
    });
    page.shown += results.length;
    at("more").hidden = page.shown >= results.total || !results.length;
  }

  function showMeant(text) {
    at("search-meant").hidden = !text;
    if (!text) return;
    const link = make("a", { href: "?" + new URLSearchParams({ q: text }), dir: "auto" }, text);
    link.addEventListener("click", (event) => { event.preventDefault(); page.replace(text); });
    at("search-meant").replaceChildren(say("meant") + " ", link, say("question"));
  }

  function status(results) {
    const found = results.total ? say("count", { number: results.total }) : say("nothing");
    return results.relaxed ? found + " " + say("relaxed") : found;
  }

  /** Show the first results of an answer. */
  function show(results, turn) {
    page.hits = { words: new Set(), phrases: [] };
    for (const form of results.hits) {
      if (form.includes(" ")) page.hits.phrases.push(form.split(" ")); else page.hits.words.add(form);
    }
    at("search-problem").hidden = true;
    at("search-status").textContent = status(results);
    showMeant(results.meant);
    at("search-found").hidden = !results.total;
    at("results").replaceChildren();
    add(results, turn);
    if (results.problems.length) page.complain("partial");
  }

  async function more() {
    const turn = page.turn;
    const results = await Sijill.search(box.value, page.options());
    if (turn !== page.turn) return;
    const last = at("results").lastElementChild;
    add(results, turn);
    const next = last && last.nextElementSibling;
    if (next) next.querySelector("a").focus();
  }

  Object.assign(page, { show, more });
}(Sijill.page));
