/* Looks words up in the lexicon: exactly, by their beginning, or by what resembles them. It knows
   the forms that stand in texts, and no stems of any language. */
(function (parts) {
  "use strict";

  const { LAST, load, names, atMost, asText } = parts;
  const ENTITY = "@";

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

  /** Answer the words that complete a prefix, the most frequent first. */
  async function completions(prefix, most) {
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

  const turned = (form) => [...form].reverse().join("");

  /** Answer {form: level} of the words with this beginning, or this end written backwards. */
  async function sharing(family, part, turn) {
    const found = new Map();
    for (const name of (await names(family, part, part + LAST)).slice(0, 12)) {
      for (const line of (await load(name, readForms)).lines) {
        if (line[0].startsWith(part) && !line[0].includes(" ")) found.set(turn(line[0]), +(line[2] ?? line[1]));
      }
    }
    return found;
  }

  /** Answer the word with the two letters in its middle swapped, if it is one: such a slip leaves
      neither half whole. */
  async function swapped(form) {
    const middle = form.length >> 1;
    const known = await lookUp(form.slice(0, middle - 1) + form[middle] + form[middle - 1] + form.slice(middle + 1));
    return known ? [[known.form, known.level]] : [];
  }

  /** Answer known words near an unknown one, the nearest first. One of its ends is taken to be
      right: half of it where one edit is allowed, a third where two are. */
  async function near(form) {
    const most = form.length >= 8 ? 2 : 1;
    if (form.length < 4 || /\d/.test(form)) return [];
    const part = Math.floor(form.length / (most + 1));
    const candidates = new Map((await Promise.all([
      sharing("forms", form.slice(0, part), (key) => key),
      sharing("backwards", turned(form).slice(0, part), turned),
      swapped(form),
    ])).flatMap((each) => [...each]));
    const found = [];
    for (const [key, level] of candidates) {
      const edits = distance(form, key, most);
      if (edits <= most) found.push({ form: key, level, edits });
    }
    return found.sort((a, b) => a.edits - b.edits || (b.form[0] === form[0]) - (a.form[0] === form[0]) || byLevel(a, b)).slice(0, 3);
  }

  Object.assign(parts, { ENTITY, lookUp, beginning, completions, byLevel, near, distance });
}(Sijill.internals));
