/* Narrows results down: by kind, publisher, month and entity. Every choice is written into the
   query, so that the box and the address say all of it. */
(function (page) {
  "use strict";

  const CHOICES = 8;          // of a facet

  const { at, words, say, make, box } = page;
  const quoted = (text) => (/\s/.test(text) ? '"' + text + '"' : text);
  const token = (field) => new RegExp("(^|\\s)" + field + ':(?:"[^"]*"|\\S+)', "i");
  const without = (query, ...fields) => fields.reduce((text, field) => text.replace(token(field), " "), query);

  function chosen(field) {
    const found = box.value.match(token(field));
    return found ? found[0].trim().slice(field.length + 1).replace(/"/g, "") : "";
  }

  function choose(field, value) {
    const rest = without(box.value, field);
    page.replace(value ? rest + " " + field + ":" + quoted(value) : rest);
  }

  function choosePeriod({ after, before }, off) {
    const rest = without(box.value, "after", "before");
    page.replace(off ? rest : rest + " after:" + after + " before:" + before);
  }

  /** Make a list of choices [{label, count, pressed, press}] under a title. */
  function facet(title, choices) {
    const known = choices.filter((each) => each.count || each.pressed);
    if (!known.length || (known.length === 1 && !known[0].pressed)) return [];
    const list = make("ul", {}, ...known.map(({ label, count, pressed, press }) => {
      const button = make("button", { type: "button", "aria-pressed": String(pressed) }, make("bdi", {}, label), " ", make("span", {}, String(count)));
      button.addEventListener("click", press);
      return make("li", {}, button);
    }));
    return [make("h3", {}, title), list];
  }

  /** Make choices that set a field, from [{value, label, count}]. */
  function settings(field, choices) {
    const current = chosen(field).toLowerCase();
    return top(choices).map(({ value, label, count }) => {
      const pressed = value.toLowerCase() === current;
      return { label, count, pressed, press: () => choose(field, pressed ? "" : value) };
    });
  }

  const top = (choices) => choices.sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1)).slice(0, CHOICES);

  const kinds = (all) => Sijill.internals.root.kinds.map(([kind, start, end]) => ({
    value: kind, label: words[kind] || kind, count: all.filter((number) => number >= start && number < end).length,
  }));

  function publishers(all, { publisher }) {
    const counts = new Map();
    all.forEach((number) => counts.set(publisher[number], (counts.get(publisher[number]) || 0) + 1));
    return Sijill.internals.root.publishers.map(([slug, name, arabic], index) => ({ value: slug, label: page.called(name, arabic), count: counts.get(index) || 0 }));
  }

  /** Answer choices for the fullest periods, in the order of time. */
  function times(found) {
    const after = chosen("after"), before = chosen("before");
    const full = top(found.map((period) => ({ ...period, label: period.after })));
    return full.sort((a, b) => (a.after < b.after ? -1 : 1)).map((period) => {
      const pressed = period.after === after && period.before === before;
      return { label: page.calendarWords(period.after), count: period.count, pressed, press: () => choosePeriod(period, pressed) };
    });
  }

  /** Answer the period that is chosen, where it is the only one left. */
  function onlyPeriod(count) {
    const after = chosen("after"), before = chosen("before");
    return after && before && after.length < 10 ? [{ after, before, count }] : [];
  }

  /** Answer the entities that the results on the page mention most, counted over all results. */
  async function mentioned(results) {
    const { member, postings, ownIn } = Sijill.internals;
    const counts = new Map();
    const current = chosen("entity").toLowerCase();
    if (current) counts.set(current, Infinity);
    for (const result of results) {
      const [, slugs] = await member("texts", result.number);
      slugs.forEach((slug) => counts.set(slug, (counts.get(slug) || 0) + 1));
    }
    const slugs = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a)).slice(0, CHOICES);
    const kept = new Set(results.all);
    return Promise.all(slugs.map(async (slug) => {
      const list = await postings("@" + slug);
      const own = ownIn(list);
      const [, title, , , arabic] = own === undefined ? [0, slug] : await member("cards", own);
      return { value: slug, label: page.called(title, arabic), count: list.documents.filter((number) => kept.has(number)).length };
    }));
  }

  /** Give a date's first day, which is what the index takes a year or month for. */
  const firstDay = (date) => (/^\d{4}(-\d\d){0,2}$/.test(date) ? (date + "-01-01").slice(0, 10) : "");

  /** Count all results, and offer what they have. */
  async function narrow(results, turn) {
    const groups = [facet(say("kinds"), settings("kind", kinds(results.all)))];
    at("after").value = firstDay(chosen("after"));
    at("before").value = firstDay(chosen("before"));
    try {
      const columns = await Sijill.internals.columns();
      groups.push(facet(say("publishers"), settings("source", publishers(results.all, columns))));
      const found = page.periods(results.all.map((number) => columns.first[number]).filter(Number.isFinite));
      if (turn === page.turn) page.histogram(found);
      groups.push(facet(say("times"), times(found.length ? found : onlyPeriod(results.total))));
      groups.push(facet(say("entities"), settings("entity", await mentioned(results))));
    } catch (unreadable) {
      if (!(unreadable instanceof Sijill.internals.Unreadable)) throw unreadable;
      if (turn === page.turn) page.complain("partial");
    }
    if (turn === page.turn) at("facets").replaceChildren(...groups.flat());
  }

  Object.assign(page, { choose, choosePeriod, narrow });
}(Sijill.page));
