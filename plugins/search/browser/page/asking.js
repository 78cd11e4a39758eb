/* Asks: keeps the query in the address, and says plainly what cannot be read. Nothing about the
   reader is kept. */
(function (page) {
  "use strict";

  const PAGE = 20;            // results at a time
  const SLOW = 300;           // milliseconds until the page says that it searches
  const LARGE = 20000;        // documents: from there on what narrows down is counted when it is opened

  const { at, say, box } = page;
  let answer = null;          // what is counted for narrowing down, once that is open

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

  const options = () => ({
    prefix: page.typing, exact: at("exact").checked, sort: at("sort").value, limit: PAGE, offset: page.shown,
  });

  async function ask() {
    const turn = ++page.turn;
    writeAddress();
    page.shown = 0;
    if (!box.value.trim()) return empty();
    const slow = setTimeout(() => { at("search-status").textContent = say("searching"); }, SLOW);
    try {
      const results = await found(box.value);
      clearTimeout(slow);
      if (turn === page.turn) await show(results, turn);
    } catch (error) {
      if (turn === page.turn) complain(error.message === "old" ? "old" : "broken");
      if (error instanceof TypeError || error instanceof ReferenceError) throw error;
    } finally {
      clearTimeout(slow);
    }
    return undefined;
  }

  async function found(query) {
    if (typeof DecompressionStream === "undefined") throw new Error("old");
    const results = await Sijill.search(query, options());
    if (results.problems.includes("root")) throw new Error("root");
    return results;
  }

  async function show(results, turn) {
    page.show(results, turn);
    answer = { results, turn };
    if (Sijill.internals.root.count > LARGE && !at("narrow").dataset.opened) at("narrow").open = false;
    await count();
  }

  /** Count for narrowing down, when that is open: it costs a reader the dates of all documents. */
  async function count() {
    if (!answer || !at("narrow").open) return;
    const { results, turn } = answer;
    answer = null;
    await page.narrow(results, turn);
  }

  function empty() {
    at("search-found").hidden = at("search-meant").hidden = at("search-problem").hidden = true;
    at("search-status").textContent = "";
  }

  function complain(key) {
    at("search-problem").textContent = say(key);
    at("search-problem").hidden = false;
    if (key === "partial") return;
    at("search-status").textContent = "";
    at("search-found").hidden = at("search-meant").hidden = true;
  }

  /** Ask for another query than the box has. */
  function replace(query) {
    box.value = query.trim().replace(/\s+/g, " ");
    page.typing = false;
    ask();
  }

  Object.assign(page, { readAddress, options, ask, count, complain, replace });
}(Sijill.page));
