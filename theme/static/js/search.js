/* Searches the index under search/. Pages load it through search-loader.js.

   The index is a set of shards: classic scripts that call Sijill.shard(name, base64 of gzip), so
   that they load from disk as well as from a host. plugins/search/ writes them and documents
   their form; nothing here stems a word or knows a language. */
(function () {
  "use strict";

  const Sijill = (window.Sijill = window.Sijill || {});
  const script = document.currentScript;
  const base = new URL(script.dataset.root || "../../", script.src);

  const FORMAT = 1;
  const NAME = 12;            // letters in a shard's name
  const PATIENCE = 30000;     // milliseconds until a shard counts as missing
  const KEPT = 600;           // shards held in memory
  const IN_TITLE = 32;        // bit of a posting; below it lies the impact, 0 to 31
  const STEPS = 31;
  const ENTITY = "@";
  const LAST = "\uffff";      // sorts after every key
  const COMPLETIONS = 6;
  const WILDCARDS = 60;
  const LONGEST_NAME = 6;     // words
  const LARGE = 20000;        // documents
  const RERANKED = 100;
  const NEARNESS = 0.2;       // weight of two words side by side; set on Cranfield
  const KIND_FIELDS = ["person", "place", "group", "organisation", "work"];
  const FIELDS = [...KIND_FIELDS, "entity", "title", "source", "after", "before", "kind"];

  /* ---- Shards ---- */

  const waiting = new Map();
  const held = new Map();

  /** Take a shard; only shard files call this. */
  Sijill.shard = function (name, packed) {
    const taken = waiting.get(name);
    if (taken) taken(packed);
  };

  class Unreadable extends Error {}

  function request(name) {
    return new Promise((resolve, reject) => {
      const element = document.createElement("script");
      const path = name === "root" ? "root" : name.slice(0, 2) + "/" + name;
      const fail = () => settle(reject, new Unreadable(path));
      const timer = setTimeout(fail, PATIENCE);
      function settle(done, value) {
        clearTimeout(timer);
        waiting.delete(name);
        element.remove();
        done(value);
      }
      waiting.set(name, (packed) => settle(resolve, packed));
      element.onerror = fail;
      element.onload = fail; // it ran and gave nothing: truncated, or another shard's file
      element.src = new URL("search/" + path + ".js", base).href;
      document.head.append(element);
    });
  }

  async function inflate(packed) {
    const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  }

  /** Answer what `read` makes of a shard's bytes; fails with Unreadable. */
  function load(name, read) {
    if (!held.has(name)) {
      if (held.size >= KEPT) held.delete(held.keys().next().value);
      const made = request(name).then(inflate).then(read).catch(() => {
        held.delete(name);
        throw new Unreadable(name);
      });
      held.set(name, made);
    }
    return held.get(name);
  }

  const decoder = new TextDecoder();
  const asText = (bytes) => decoder.decode(bytes);
  const asJson = (bytes) => JSON.parse(asText(bytes));

  let root = null;

  async function open() {
    if (!root) {
      const found = await load("root", asJson);
      if (found.format !== FORMAT) throw new Unreadable("root");
      prepareFold(found.fold);
      root = found;
    }
    return root;
  }

  /** The place of the last key that is not after `key`; the first where all are. */
  function atMost(keys, key) {
    let low = 0, high = keys.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (keys[middle] <= key) low = middle; else high = middle - 1;
    }
    return low;
  }

  /** Answer the names of the shards of a family that can hold keys from `from` to `to`. */
  async function names(family, from, to, node = root.families[family]) {
    const found = [];
    for (let at = atMost(node.keys, from); at < node.keys.length; at++) {
      if (node.keys[at] > to) break;
      found.push(node.names.substr(at * NAME, NAME));
    }
    if (!node.depth) return found;
    const below = found.map(async (name) => names(family, from, to, await load(name, asJson)));
    return (await Promise.all(below)).flat();
  }

  /* ---- Folding: the steps of plugins/corpus/fold.py ---- */

  let letters, listed, word;
  const folded = new Map();

  function prepareFold(table) {
    letters = table.letters;
    const all = [...table.silent, ...Object.keys(letters)].join("");
    listed = new RegExp("[" + all.replace(/[\]\\^-]/g, "\\$&") + "]", "gu");
    const other = "(?![" + table.unspaced + "])[\\p{L}\\p{N}\\p{M}]";
    word = new RegExp("[" + table.unspaced + "]\\p{M}*|(?:" + other + ")+", "gu");
  }

  function fold(text) {
    const plain = (part) => part.replace(listed, (letter) => letters[letter] || "");
    return plain(plain(text).normalize("NFKD").toLowerCase()).normalize("NFKD");
  }

  function foldLetter(letter) {
    if (!folded.has(letter)) folded.set(letter, fold(letter));
    return folded.get(letter);
  }

  /** Cut a text into [form, start, end]; offsets count UTF-16 units. */
  function tokens(text) {
    let all = "", at = 0;
    const origins = [];
    for (const letter of text) {
      const piece = foldLetter(letter);
      for (let unit = 0; unit < piece.length; unit++) origins.push([at, at + letter.length]);
      all += piece;
      at += letter.length;
    }
    const found = [];
    for (const match of all.matchAll(word)) {
      let end = origins[match.index + match[0].length - 1][1];
      while (/^\p{M}/u.test(text.slice(end))) end += String.fromCodePoint(text.codePointAt(end)).length;
      found.push([match[0].normalize("NFKD"), origins[match.index][0], end]);
    }
    return found;
  }

  const formsOf = (text) => fold(text).match(word) || [];

  /* ---- Lexicon ---- */

  function readForms(bytes) {
    const lines = asText(bytes).split("\n").map((line) => line.split("\t"));
    return { keys: lines.map((line) => line[0]), lines };
  }

  function asForm([form, stems, level, stop]) {
    return { form, level: +level, stop: stop === "s", stems: stems.split(",").map((written) => {
      if (written.startsWith(ENTITY)) return written;
      const cut = parseInt(written, 10) || 0;
      return form.slice(0, form.length - cut) + written.replace(/^\d+/, "");
    }) };
  }

  /** Answer what the lexicon says of a form, or null. */
  async function lookUp(form) {
    for (const name of await names("forms", form, form)) {
      const shard = await load(name, readForms);
      const at = atMost(shard.keys, form);
      if (shard.keys[at] === form) return asForm(shard.lines[at]);
    }
    return null;
  }

  /** Answer all forms that begin so; short prefixes know only the frequent ones. */
  async function beginning(prefix) {
    const short = [...prefix].length < 3;
    const found = short ? await names("frequent", "", LAST) : await names("forms", prefix, prefix + LAST);
    const shards = await Promise.all(found.map((name) => load(name, readForms)));
    return shards.flatMap((shard) => {
      const lines = [];
      let at = atMost(shard.keys, prefix);
      if (shard.keys[at] < prefix) at++;
      while (at < shard.keys.length && shard.keys[at].startsWith(prefix)) lines.push(asForm(shard.lines[at++]));
      return lines;
    });
  }

  const byLevel = (a, b) => b.level - a.level || (a.form < b.form ? -1 : 1);

  /** Answer the words that complete a prefix, the most frequent first; fewer for a short one. */
  async function completions(prefix, most) {
    most = Math.min(most, 2 * [...prefix].length);
    const found = (await beginning(prefix)).filter((each) => !each.form.includes(" ") && !each.stop);
    return found.sort(byLevel).slice(0, most);
  }

  /** Edits between two words, neighbours swapped counting one (optimal string alignment). */
  function distance(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let before = [], last = Array.from({ length: b.length + 1 }, (_, at) => at);
    for (let i = 1; i <= a.length; i++) {
      const row = [i];
      for (let j = 1; j <= b.length; j++) {
        const same = a[i - 1] === b[j - 1];
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      if (Math.min(...row) > most) return most + 1;
      before = last;
      last = row;
    }
    return last[b.length];
  }

  /** Answer known words near an unknown one, the nearest first. One of its ends is taken to be
      right: half of it where one edit is allowed, a third where two are. */
  async function near(form) {
    const most = form.length >= 8 ? 2 : 1;
    if (form.length < 4 || /\d/.test(form)) return [];
    const part = Math.floor(form.length / (most + 1));
    const turned = [...form].reverse().join("");
    const candidates = new Map();
    async function gather(family, end, turn) {
      for (const name of (await names(family, end, end + LAST)).slice(0, 12)) {
        for (const [key, , third] of (await load(name, readForms)).lines.map((line) => family === "forms" ? line : [line[0], "", line[1]])) {
          if (key.startsWith(end) && !key.includes(" ")) candidates.set(turn(key), +third);
        }
      }
    }
    await Promise.all([
      gather("forms", form.slice(0, part), (key) => key),
      gather("backwards", turned.slice(0, part), (key) => [...key].reverse().join("")),
    ]);
    const found = [];
    for (const [key, level] of candidates) {
      const edits = distance(form, key, most);
      if (edits <= most) found.push({ form: key, level, edits });
    }
    return found.sort((a, b) => a.edits - b.edits || (b.form[0] === form[0]) - (a.form[0] === form[0]) || byLevel(a, b)).slice(0, 3);
  }

  /* ---- Postings and positions ---- */

  function numbersOf(bytes, at, count) {
    const found = new Array(count);
    for (let i = 0; i < count; i++) {
      let value = 0, shift = 1, byte;
      do {
        byte = bytes[at++];
        value += (byte & 127) * shift;
        shift *= 128;
      } while (byte & 128);
      found[i] = value;
    }
    return found;
  }

  /** Read a shard's head; `sizes(fields)` says how many bytes a line has in each column. */
  function readHead(bytes, sizes) {
    const length = numbersOf(bytes, 0, 1)[0];
    let start = 1;
    while (bytes[start - 1] & 128) start++;
    const lines = asText(bytes.subarray(start, start + length)).split("\n").map((line) => line.split("\t"));
    const all = lines.map(sizes);
    const at = [start + length];
    for (let column = 1; column < all[0].length; column++) {
      at.push(at[column - 1] + all.reduce((sum, each) => sum + each[column - 1], 0));
    }
    return lines.map((fields, line) => {
      const columns = all[line].map((size, column) => bytes.subarray(at[column], (at[column] += size)));
      return { fields, columns };
    });
  }

  function readPostings(bytes) {
    const found = readHead(bytes, ([, count, gaps]) => [+gaps, +count]);
    return new Map(found.map((each) => [each.fields[0], each]));
  }

  function running(gaps, start) {
    for (let i = 0; i < gaps.length; i++) gaps[i] = start += gaps[i];
    return gaps;
  }

  /** Answer a term's documents and impact bytes, and the forms it has in texts. */
  async function postings(term) {
    for (const name of await names("postings", term, term)) {
      const entry = (await load(name, readPostings)).get(term);
      if (!entry) continue;
      const [, count, , ...forms] = entry.fields;
      entry.documents = entry.documents || running(numbersOf(entry.columns[0], 0, +count), 0);
      return { term, documents: entry.documents, bytes: entry.columns[1], forms: forms.length ? forms : [term] };
    }
    return { term, documents: [], bytes: [], forms: [] };
  }

  const readPositions = (bytes) => readHead(bytes, ([, , count, gaps, occurrences, places, tagged]) =>
    [+gaps, +count, +occurrences * +tagged, +places]);

  /** Answer {document: positions} of one form of a term (null: any), for the wanted documents. */
  async function positions(list, form, wanted) {
    const tag = list.forms.indexOf(form), any = form === null;
    const found = new Map();
    if ((tag < 0 && !any) || !wanted.size) return found;
    const key = (number) => list.term + "\t" + number.toString(16).padStart(6, "0");
    const sorted = [...wanted].sort((a, b) => a - b);
    const needed = new Set();
    for (const document of sorted) for (const name of await names("positions", key(document), key(document))) needed.add(name);
    for (const name of needed) {
      for (const { fields, columns } of await load(name, readPositions)) {
        if (fields[0] !== list.term) continue;
        const documents = running([0, ...numbersOf(columns[0], 0, +fields[2] - 1)], parseInt(fields[1], 16));
        const places = numbersOf(columns[3], 0, +fields[4]);
        let at = 0;
        documents.forEach((document, i) => {
          const end = at + columns[1][i];
          if (wanted.has(document)) {
            const all = running(places.slice(at, end), 0);
            found.set(document, columns[2].length && !any ? all.filter((_, n) => columns[2][at + n] === tag) : all);
          }
          at = end;
        });
      }
    }
    return found;
  }

  /* ---- Queries ---- */

  /** Cut a query into clauses: {field, negative, phrase, star, text, forms, start, end}. */
  function parse(query) {
    const found = [];
    for (const match of query.matchAll(/(-?)(?:([a-z]+):(?=\S))?(?:["“”«»]([^"“”«»]*)["“”«»]?|([^\s"“”«»]+))/giu)) {
      const [all, minus, name, quoted, bare] = match;
      const field = FIELDS.includes((name || "").toLowerCase()) ? name.toLowerCase() : "";
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
    for (const each of await completions(form, star ? WILDCARDS : COMPLETIONS)) add(each, star || !known ? 1 : 0.6);
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

  /* ---- Filters ---- */

  const kindRange = (kind) => root.kinds.find((each) => each[0] === kind) || [kind, 0, 0];

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
  const ownIn = (list) => list.documents.find((_, at) => list.bytes[at] & IN_TITLE);

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

  /** Answer all columns: publisher, first and last day of each document (NaN: no date). */
  async function columns() {
    const found = { publisher: [], first: [], last: [] };
    for (const name of await names("columns", "", LAST)) {
      const [publisher, steps, spans] = await load(name, asJson);
      const first = running([...steps], 0);
      found.publisher.push(...publisher);
      found.first.push(...first.map((day, at) => spans[at] < 0 ? NaN : day));
      found.last.push(...first.map((day, at) => spans[at] < 0 ? NaN : day + spans[at]));
    }
    return found;
  }

  const DAY = 86400000, EPOCH = 719163; // 1970-01-01 as Python's date.toordinal counts

  /** Answer the first day of a year, month or day, written YYYY, YYYY-MM or YYYY-MM-DD. */
  function firstDay(text) {
    const parts = fold(text).match(/^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/);
    return parts ? Date.UTC(+parts[1], (parts[2] || 1) - 1, +(parts[3] || 1)) / DAY + EPOCH : NaN;
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
      const meant = root.publishers.map(([slug, name]) => slug === text.toLowerCase() || forms.every((form) => formsOf(slug + " " + name).includes(form)));
      return (document) => Boolean(meant[publisher[document]]);
    }
    const day = firstDay(text);
    return field === "after" ? (document) => last[document] >= day : (document) => first[document] < day;
  }

  /* ---- Ranking ---- */

  const inverse = (count) => Math.log(1 + (root.count - count + 0.5) / (count + 0.5));

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
    if (words.length < 2 || words.length > 4 || root.count > LARGE) return;
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
    const tally = { scores: new Float64Array(root.count), share: new Float64Array(root.count), whole: 0, hits: [] };
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

  /* ---- Results ---- */

  /** Answer a member of a family whose shards are lists, by the document's number. */
  async function member(family, number) {
    const key = number.toString(16).padStart(6, "0");
    const node = await leaf(family, key);
    return (await load(node.name, asJson))[number - parseInt(node.key, 16)];
  }

  async function leaf(family, key, node = root.families[family]) {
    const at = atMost(node.keys, key);
    const name = node.names.substr(at * NAME, NAME);
    return node.depth ? leaf(family, key, await load(name, asJson)) : { key: node.keys[at], name };
  }

  const kindOf = (number) => root.kinds.find(([, start, end]) => number >= start && number < end)[0];

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
    const [url, title, date, publisher] = await attempt(() => member("cards", number), []);
    return url && { url, kind: kindOf(number), title, score, date, publisher, number };
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
   * @returns {Promise<object[]>} [{url, kind, title, score, date, publisher, number}], best first;
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

  async function find(query, options) {
    const clauses = parse(query);
    const words = await wordsOf(query, clauses, options);
    const ranked = await rank(words, options);
    const filters = await filtersOf(clauses, options);
    if (!words.length && filters.length) ranked.found = [...Array(root.count).keys()];
    const keep = (tests) => ranked.found.filter((document) => tests.every(({ test, negative }) => test(document) !== negative));
    let order = keep(filters);
    const relaxed = !order.length && filters.some((each) => each.soft);
    if (relaxed) order = keep(filters.filter((each) => !each.soft));
    const front = await leading(clauses, options, order, ranked.scores);
    order = await sorted(order, ranked.scores, options.sort || (words.length ? "relevance" : "newest"), options.attempt);
    return { leading: front.length, order: front.concat(order.filter((document) => !front.includes(document))), scores: ranked.scores, hits: ranked.hits, meant: corrected(query, words), relaxed };
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

  async function filtersOf(clauses, { kind, attempt }) {
    const wanted = kind ? [...clauses, { field: "kind", forms: [kind], text: kind, negative: false }] : clauses;
    const made = wanted.map(async (clause) => {
      const make = async (test) => ({ test, negative: clause.negative, soft: plain(clause) });
      if (clause.field) return make(await attempt(() => filter(clause), () => !clause.negative));
      if (clause.phrase && clause.forms.length > 1) {
        const found = await attempt(() => phrase(clause.forms), null);
        return make((document) => found ? found.has(document) : !clause.negative);
      }
      if (!clause.negative) return null;
      const terms = await attempt(() => read(clause.forms[0], { star: clause.star, exact: !clause.star }), { terms: [] });
      const lists = await Promise.all(terms.terms.map((each) => attempt(() => postings(each.term), { documents: [] })));
      const found = new Set(lists.flatMap((list) => list.documents));
      return make((document) => found.has(document));
    });
    return (await Promise.all(made)).filter(Boolean);
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

  /** What the search page and the tests use beside `search`; it may change with the index. */
  Sijill.internals = {
    open, fold, tokens, lookUp, completions, postings, positions, member, columns, ownIn,
    kinds: () => root.kinds,
    publishers: () => root.publishers,
  };
}());
