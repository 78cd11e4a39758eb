/* Makes tests of documents: phrases, left-out words, and clauses with a field. */
(function (parts) {
  "use strict";

  const { ENTITY, IN_TITLE, KIND_FIELDS, LAST } = parts;
  const { firstDay, formsOf, load, lookUp, member, names, numbersOf, ownIn, positions, postings, read, readHead } = parts;

  /** Answer the documents that have these forms one after the other, with nothing between. */
  async function phrase(forms) {
    const lists = await Promise.all(forms.map(async (form) => {
      const known = await lookUp(form);
      const stems = known ? known.stems.filter((stem) => !stem.startsWith(ENTITY)) : [];
      return { stop: known && known.stop, lists: await Promise.all(stems.map(postings)) };
    }));
    if (lists.some((each) => !each.lists.length)) return new Set();
    const telling = lists.filter((each) => !each.stop);
    let wanted = null;
    for (const each of telling.length ? telling : lists) {
      const all = new Set(each.lists.flatMap((list) => list.documents));
      wanted = wanted ? new Set([...wanted].filter((document) => all.has(document))) : all;
    }
    let starts = null;
    for (const at of lists.keys()) {
      const next = new Map();
      for (const list of lists[at].lists) {
        for (const [document, places] of await positions(list, forms[at], wanted)) {
          const before = starts && starts.get(document);
          const kept = starts ? places.filter((place) => before && before.has(place - at)) : places;
          if (kept.length) next.set(document, new Set([...(next.get(document) || []), ...kept.map((place) => place - at)]));
        }
      }
      starts = next;
      wanted = new Set(next.keys());
    }
    return wanted;
  }

  const kindRange = (kind) => parts.root.kinds.find((each) => each[0] === kind) || [kind, 0, 0];

  /** Answer the documents whose title has all these forms. */
  async function titled(forms) {
    let found = null;
    for (const form of forms) {
      const known = await lookUp(form);
      const has = new Set();
      for (const list of await Promise.all((known ? known.stems : []).map(postings))) {
        list.documents.forEach((document, at) => { if (list.bytes[at] & IN_TITLE) has.add(document); });
      }
      found = found ? new Set([...found].filter((document) => has.has(document))) : has;
    }
    return found || new Set();
  }

  const within = (kinds) => {
    const ranges = kinds.map(kindRange);
    return (document) => ranges.some(([, start, end]) => document >= start && document < end);
  };

  /** Answer the number of the entity's own document in its postings. */

  /** Answer the documents that mention an entity of these kinds with this slug, or else one whose
      names have all these words; its own document is among them. */
  async function mentioning(clause, kinds) {
    const fits = within(kinds);
    const exact = await postings(ENTITY + clause.text.toLowerCase());
    if (fits(ownIn(exact))) return new Set(exact.documents);
    const found = [];
    for (const document of await titled(clause.forms)) {
      if (!fits(document)) continue;
      const [url] = await member("cards", document);
      found.push(...(await postings(ENTITY + url.replace(/^.*\/|\.html$/g, ""))).documents);
    }
    return new Set(found);
  }

  const readColumns = (bytes) => readHead(bytes, (fields) => fields.slice(2).map(Number))[0];

  /** Answer all columns: publisher (-1: none), first and last day of each number (NaN: no date). */
  async function columns() {
    const found = { publisher: [], first: [], last: [] };
    for (const name of await names("columns", "", LAST)) {
      const { fields: [base, count], columns: written } = await load(name, readColumns);
      const [publisher, first, span] = written.map((column) => numbersOf(column, 0, +count));
      found.publisher.push(...publisher.map((place) => place - 1));
      found.first.push(...first.map((day) => day ? +base + day - 1 : NaN));
      found.last.push(...first.map((day, at) => day ? +base + day - 1 + span[at] : NaN));
    }
    return found;
  }

  /** Answer a test of document numbers for a clause with a field. */
  async function filter(clause) {
    const { field, forms, text } = clause;
    const among = (set) => (document) => set.has(document);
    if (field === "title") return among(await titled(forms));
    if (field === "entity") return among(await mentioning(clause, KIND_FIELDS));
    if (KIND_FIELDS.includes(field)) return among(await mentioning(clause, [field]));
    if (field === "kind") {
      return within([text.toLowerCase()]);
    }
    const { publisher, first, last } = await columns();
    if (field === "source") {
      const meant = parts.root.publishers.map((names) => names[0] === text.toLowerCase() || forms.every((form) => formsOf(names.join(" ")).includes(form)));
      return (document) => Boolean(meant[publisher[document]]);
    }
    const day = firstDay(text);
    return field === "after" ? (document) => last[document] >= day : (document) => first[document] < day;
  }

  async function filtersOf(clauses, { kind, attempt }) {
    const wanted = kind ? [...clauses, { field: "kind", forms: [kind], text: kind, negative: false }] : clauses;
    const made = wanted.map(async (clause) => {
      const make = async (test, among) => ({ test, negative: clause.negative, among });
      if (clause.field) return make(await attempt(() => filter(clause), () => !clause.negative));
      if ((clause.phrase || clause.negative) && clause.forms.length > 1) {
        const found = await attempt(() => phrase(clause.forms), null);
        return make((document) => found ? found.has(document) : !clause.negative, clause.negative ? null : found);
      }
      if (!clause.negative) return null;
      const terms = await attempt(() => read(clause.forms[0], { star: clause.star, exact: !clause.star }), { terms: [] });
      const lists = await Promise.all(terms.terms.map((each) => attempt(() => postings(each.term), { documents: [] })));
      const found = new Set(lists.flatMap((list) => list.documents));
      return make((document) => found.has(document));
    });
    return (await Promise.all(made)).filter(Boolean);
  }


  Object.assign(parts, { columns, filtersOf });
}(Sijill.internals));
