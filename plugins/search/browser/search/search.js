/* Answers Sijill.search: reads the query, ranks, filters, sorts, and looks up what is shown. */
(function (parts) {
  "use strict";

  const { ENTITY, Unreadable, open, member, postings, ownIn } = parts;
  const { parse, plain, named, wordsOf, corrected, columns, filtersOf, rank } = parts;

  const kindOf = (number) => parts.root.kinds.find(([, start, end]) => number >= start && number < end)[0];

  /** Make a function that goes on without what cannot be read, and notes that it is missing. */
  function attempts(problems) {
    return async function (work, otherwise) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error;
        problems.add(error.message);
        return otherwise;
      }
    };
  }

  async function result(number, score, attempt) {
    const [url, title, date, publisher, arabic] = await attempt(() => member("cards", number), []);
    return url && { url, kind: kindOf(number), title, score, date, publisher, arabic, number };
  }

  /**
   * Find documents.
   * @param {string} query words, "phrases", -without, begin*, field:value; see the search page
   * @param {object} [options]
   * @param {number} [options.limit=10] how many results at most
   * @param {number} [options.offset=0] how many to leave out before
   * @param {string} [options.kind] article, person, group, place, organisation, work, event, claim
   * @param {string} [options.sort="relevance"] or "newest", "oldest"
   * @param {boolean} [options.exact] this very spelling: no stems, other names, typos
   * @param {boolean} [options.near=true] favour words that stand side by side
   * @param {boolean} [options.prefix] the last word is still being typed
   * @returns {Promise<object[]>} [{url, kind, title, score, date, publisher, arabic, number}], best first;
   *   the array also has `total`, `leading` (how many of the first are entities that the query
   *   names), `problems` (shards that could not be read), `meant` (the query as it was probably
   *   meant), `relaxed` (a phrase was read as words), `hits` (the forms found) and `all` (the
   *   number of every document found)
   */
  Sijill.search = async function (query, options = {}) {
    const problems = new Set();
    const attempt = attempts(problems);
    const found = await attempt(async () => { await open(); return find(query, { ...options, attempt }); }, null);
    const { limit = 10, offset = 0 } = options;
    const shown = found ? found.order.slice(offset, offset + limit) : [];
    const results = (await Promise.all(shown.map((number) => result(number, found.scores[number], attempt)))).filter(Boolean);
    return Object.assign(results, found && { total: found.order.length, leading: found.leading, meant: found.meant, relaxed: found.relaxed, hits: found.hits, all: found.order }, { problems: [...problems] });
  };

  /** Take a quotation mark that is not closed yet, while a reader types, for a blank. */
  const unfinished = (query) => (query.match(/["“”«»]/g) || []).length % 2 ? query.replace(/["“”«»](?=[^"“”«»]*$)/, " ") : query;

  async function find(written, options) {
    const query = options.prefix ? unfinished(written) : written;
    const clauses = parse(query);
    const words = await wordsOf(query, clauses, options);
    const ranked = await rank(words, options);
    const filters = await filtersOf(clauses, options);
    if (!words.length && filters.length) ranked.found = [...(await options.attempt(() => postings(ENTITY), { documents: [] })).documents]; // every document has it
    const keep = (documents, tests) => documents.filter((document) => tests.every(({ test, negative }) => test(document) !== negative));
    const phrases = filters.filter((each) => each.among); // one may be of words too common to rank by
    let order = keep(phrases.length ? [...phrases[0].among] : ranked.found, filters);
    const relaxed = !order.length && phrases.length > 0;
    if (relaxed) order = keep(ranked.found, filters.filter((each) => !each.among));
    const front = await leading(clauses, options, order, ranked.scores);
    order = await sorted(order, ranked.scores, options.sort || (words.length ? "relevance" : "newest"), options.attempt);
    return { leading: front.length, order: front.concat(order.filter((document) => !front.includes(document))), scores: ranked.scores, hits: ranked.hits, meant: corrected(query, words), relaxed };
  }

  /** Answer the documents of the entities that the query names, which lead the results. */
  async function leading(clauses, { exact, prefix, sort, attempt }, order, scores) {
    if (exact || (sort && sort !== "relevance") || clauses.some((clause) => !clause.field && clause.negative)) return [];
    const terms = await attempt(() => named(clauses.filter(plain).flatMap((clause) => clause.forms), prefix), []);
    const lists = await Promise.all(terms.map((term) => attempt(() => postings(term), { documents: [], bytes: [] })));
    const kept = new Set(order);
    const found = lists.map(ownIn).filter((number) => kept.has(number));
    const top = order.reduce((most, document) => Math.max(most, scores[document]), 0);
    found.forEach((number, at) => { scores[number] = top + found.length - at; });
    return found;
  }

  async function sorted(order, scores, by, attempt) {
    if (by === "relevance") return order.sort((a, b) => scores[b] - scores[a] || b - a);
    const { first } = await attempt(columns, { first: [] });
    const dated = (number) => Number.isFinite(first[number]);
    const way = by === "oldest" ? 1 : -1;
    return order.sort((a, b) => dated(b) - dated(a) || (dated(a) && way * (first[a] - first[b])) || scores[b] - scores[a] || b - a);
  }

  Object.assign(parts, { kindOf });
}(Sijill.internals));
