/* Cuts a query into clauses, and reads each word of it as terms of the index. */
(function (parts) {
  "use strict";

  const { ENTITY, fold, formsOf, tokens, lookUp, beginning, completions, byLevel, near } = parts;

  const COMPLETIONS = 6;
  const WILDCARDS = 60;
  const LONGEST_NAME = 6;     // words
  const KIND_FIELDS = ["person", "place", "group", "organisation", "work"];
  const FIELDS = [...KIND_FIELDS, "entity", "title", "source", "after", "before", "kind"];
  const ARABIC = ["شخص", "مكان", "جماعة", "مؤسسة", "عمل", "اسم", "عنوان", "مصدر", "بعد", "قبل", "نوع"];

  const DAY = 86400000, EPOCH = 719163; // 1970-01-01 as Python's date.toordinal counts

  /** Answer the first day of a year, month or day, written YYYY, YYYY-MM or YYYY-MM-DD. */
  function firstDay(text) {
    const parts = fold(text).match(/^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/);
    return parts ? Date.UTC(+parts[1], (parts[2] || 1) - 1, +(parts[3] || 1)) / DAY + EPOCH : NaN;
  }

  /** Answer the field that a query names, or "" where it names none or gives no date for one. */
  function fieldOf(name, text) {
    const field = FIELDS[ARABIC.indexOf(name)] || FIELDS.find((each) => each === name.toLowerCase()) || "";
    return /^(after|before)$/.test(field) && !firstDay(text) ? "" : field;
  }

  /** Cut a query into clauses: {field, negative, phrase, star, text, forms, start, end}. */
  function parse(query) {
    const found = [];
    for (const match of query.matchAll(/(-?)(?:([a-z\u0621-\u064a]+):(?=\S))?(?:["“”«»]([^"“”«»]*)["“”«»]?|([^\s"“”«»]+))/giu)) {
      const [all, minus, name, quoted, bare] = match;
      const field = fieldOf(name || "", quoted ?? bare);
      const text = (name && !field ? name + " " : "") + (quoted ?? bare);
      const forms = formsOf(text);
      if (!forms.length || (!minus && !field && text === "OR")) continue;
      found.push({
        field, text, forms, negative: minus !== "", phrase: quoted !== undefined,
        star: /\*$/.test(text), start: match.index, end: match.index + all.length,
      });
    }
    return found;
  }

  const plain = (clause) => !clause.field && !clause.negative;

  /** Answer the terms that stand for a word: [{term, weight, form}], and how it was read. */
  async function read(form, { star, prefix, exact }) {
    const known = await lookUp(form);
    const terms = [];
    const add = (each, weight) => each.stems.forEach((term) => {
      if (!terms.some((other) => other.term === term)) terms.push({ term, weight, form: each.form });
    });
    if (known) add(exact ? { ...known, stems: known.stems.filter((stem) => !stem.startsWith(ENTITY)) } : known, 1);
    if (exact || (known && !prefix && !star)) return { terms, stop: known && known.stop };
    const most = star ? WILDCARDS : Math.min(COMPLETIONS, 2 * [...form].length); // fewer for a short beginning
    for (const each of await completions(form, most)) add(each, star || !known ? 1 : 0.6);
    if (terms.length) return { terms, stop: known && known.stop };
    const meant = (await Promise.all((await near(form)).map((each) => lookUp(each.form)))).filter(Boolean);
    meant.forEach((each, at) => add(each, at ? 0.4 : 0.6));
    for (let end = form.length - 1; !terms.length && end >= Math.max(4, form.length - 3); end--) {
      for (const each of await completions(form.slice(0, end), 3)) add(each, 0.5); // another ending
    }
    return { terms, stop: false, meant: meant.length ? meant[0].form : "" };
  }

  /** Give the words of a name that is written out in the query the entity it names. */
  async function addNames(words) {
    const spans = [];
    for (let from = 0; from < words.length; from++) {
      for (let to = from + 1; to < Math.min(words.length, from + LONGEST_NAME); to++) spans.push([from, to]);
    }
    await Promise.all(spans.map(async ([from, to]) => {
      const span = words.slice(from, to + 1);
      const known = await lookUp(span.map((each) => each.form).join(" "));
      for (const term of known ? known.stems : []) {
        for (const each of span) each.terms.push({ term, weight: 1, form: known.form });
      }
    }));
  }

  /** Answer the entities whose name the whole query is, or begins. */
  async function named(forms, prefix) {
    const phrase = forms.join(" ");
    if (!phrase) return [];
    const found = prefix && phrase.length > 2 ? await beginning(phrase) : [await lookUp(phrase)];
    const entities = (each) => each.stems.filter((stem) => stem.startsWith(ENTITY));
    return [...new Set(found.filter(Boolean).sort((a, b) => (b.form === phrase) - (a.form === phrase) || byLevel(a, b)).flatMap(entities))].slice(0, 3);
  }


  async function wordsOf(query, clauses, { exact, prefix, attempt }) {
    const found = [];
    const shown = clauses.filter(plain);
    for (const clause of shown) {
      for (const [at, form] of clause.forms.entries()) {
        const last = at === clause.forms.length - 1;
        const typing = prefix && last && !clause.phrase && clause.end === query.length;
        found.push({ form, clause, star: clause.star && last, prefix: typing });
      }
    }
    const words = await Promise.all(found.map(async (each) => ({
      ...each, ...(await attempt(() => read(each.form, { star: each.star, prefix: each.prefix, exact: exact || each.clause.phrase }), { terms: [] })),
    })));
    if (!exact) await attempt(() => addNames(words));
    return words;
  }

  /** Answer the query with its unknown words replaced, or an empty text. */
  function corrected(query, words) {
    let text = query;
    for (const each of words.filter((word) => word.meant).reverse()) {
      const { start, end } = each.clause;
      const replaced = tokens(text.slice(start, end)).reverse().find(([form]) => form === each.form);
      if (replaced) text = text.slice(0, start + replaced[1]) + each.meant + text.slice(start + replaced[2]);
    }
    return text === query ? "" : text;
  }


  Object.assign(parts, { KIND_FIELDS, firstDay, parse, plain, read, named, wordsOf, corrected });
}(Sijill.internals));
