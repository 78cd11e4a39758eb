/* Reads postings (which documents have a term, and how much it says of each) and positions. */
(function (parts) {
  "use strict";

  const { load, names, asText } = parts;

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

  const IN_TITLE = 32;        // bit of a posting; below it lies the impact, 0 to 31

  /** Answer the number of the entity's own document in its postings. */
  const ownIn = (list) => list.documents.find((_, at) => list.bytes[at] & IN_TITLE);

  Object.assign(parts, { IN_TITLE, STEPS: IN_TITLE - 1, running, numbersOf, readHead, postings, positions, ownIn });
}(Sijill.internals));
