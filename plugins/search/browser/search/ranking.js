/* Ranks documents: quantised BM25F impacts, as plugins/search/impacts.py made them, times how
   rare a word is, and more where words stand side by side. */
(function (parts) {
  "use strict";

  const { ENTITY, STEPS, postings, positions } = parts;

  const LARGE = 20000;        // documents
  const RERANKED = 100;
  const NEARNESS = 0.2;       // weight of two words side by side; set on Cranfield

  const inverse = (count) => Math.log(1 + (parts.root.count - count + 0.5) / (count + 0.5));

  /** Add a word's scores to all documents that have one of its terms. */
  async function weigh(each, tally, exact) {
    const lists = await Promise.all(each.terms.map((term) => postings(term.term)));
    const idf = inverse(Math.max(0, ...lists.map((list) => list.documents.length)));
    const best = new Map();
    for (const [at, list] of lists.entries()) {
      const spelled = exact && await positions(list, each.form, new Set(list.documents));
      const weight = each.terms[at].weight / STEPS;
      for (let i = 0; i < list.documents.length; i++) {
        const document = list.documents[i];
        if (spelled && !(spelled.get(document) || []).length) continue;
        const score = weight * (list.bytes[i] & STEPS);
        if (!(best.get(document) >= score)) best.set(document, score);
      }
      tally.hits.push(...list.forms);
    }
    for (const [document, score] of best) {
      tally.scores[document] += each.times * idf * score;
      tally.share[document] += idf;
    }
    tally.whole += lists.some((list) => list.documents.length) ? idf : 0;
  }

  /** Join equal words, and leave out those too common to rank by, unless there are no others. */
  function telling(words) {
    const kept = words.some((each) => !each.stop && each.terms.length) ? words.filter((each) => !each.stop) : words;
    const joined = new Map();
    for (const each of kept) {
      if (joined.has(each.form)) joined.get(each.form).times++; else joined.set(each.form, { ...each, times: 1 });
    }
    return [...joined.values()];
  }

  /** Short queries are read as "all of these if possible", long ones as "about this". */
  const demand = (count) => Math.min(1, Math.max(0, (4 - count) / 2));

  /** Favour, among the best documents for a few words, those where the words stand side by side.
      In large collections positions cost a reader more than this is worth. */
  async function nearness(words, tally) {
    if (words.length < 2 || words.length > 4 || parts.root.count > LARGE) return;
    const best = [...tally.scores.keys()].filter((document) => tally.scores[document])
      .sort((a, b) => tally.scores[b] - tally.scores[a]).slice(0, RERANKED);
    const wanted = new Set(best);
    const found = await Promise.all(words.map(async ({ terms }) => {
      const first = terms.find(({ term }) => !term.startsWith(ENTITY));
      const list = first && (await postings(first.term));
      return list && { idf: inverse(list.documents.length), places: await positions(list, null, wanted) };
    }));
    for (let at = 1; at < found.length; at++) {
      const [left, right] = [found[at - 1], found[at]];
      for (const [document, places] of left && right ? left.places : []) {
        const next = new Set(right.places.get(document));
        const times = places.filter((place) => next.has(place + 1) || next.has(place + 2)).length;
        tally.scores[document] += (NEARNESS * Math.min(left.idf, right.idf) * times) / (times + 1);
      }
    }
  }

  async function rank(words, { exact, near = true, attempt }) {
    const tally = { scores: new Float64Array(parts.root.room), share: new Float64Array(parts.root.room), whole: 0, hits: [] };
    const kept = telling(words);
    await Promise.all(kept.map((each) => attempt(() => weigh(each, tally, exact))));
    if (near) await attempt(() => nearness(kept, tally));
    const power = demand(kept.length);
    const found = [];
    tally.share.forEach((share, document) => {
      if (share) found.push(document);
      if (share && power) tally.scores[document] *= Math.pow(share / tally.whole, power);
    });
    return { ...tally, found };
  }

  Object.assign(parts, { rank });
}(Sijill.internals));
