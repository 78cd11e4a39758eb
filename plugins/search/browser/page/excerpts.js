/* Shows, under a result, the passage with the most hits, and leads to its paragraph. */
(function (page) {
  "use strict";

  const EXCERPT = 260;        // characters around the hits
  const DIRECTIVES = 4;       // hits that the target page is asked to mark

  const { make } = page;

  /** Find what to mark in a passage: spans [start, end], and how many different words they are. */
  function marks(passage) {
    const tokens = Sijill.internals.tokens(passage);
    const { words, phrases } = page.hits;
    const spans = [], seen = new Set();
    for (let place = 0; place < tokens.length; place++) {
      const phrase = phrases.find((forms) => forms.every((form, n) => tokens[place + n] && tokens[place + n][0] === form));
      if (!phrase && !words.has(tokens[place][0])) continue;
      const last = place + (phrase ? phrase.length - 1 : 0);
      spans.push([tokens[place][1], tokens[last][2]]);
      seen.add(tokens[place][0]);
      place = last;
    }
    return { spans, worth: seen.size + spans.length / 100 };
  }

  /** Cut a window around the hits, and mark them. */
  function cut({ passage, marks: { spans } }) {
    const first = spans.length ? spans[0][0] : 0;
    let from = Math.max(0, first - EXCERPT / 4);
    if (from) from = passage.indexOf(" ", from) + 1 || from;
    from = Math.min(from, first);
    let to = Math.min(passage.length, from + EXCERPT);
    if (to < passage.length) to = Math.max(passage.lastIndexOf(" ", to), spans.length ? spans[0][1] : from + 1);
    const parts = from ? ["… "] : [];
    let at = from;
    for (const [start, end] of spans.filter((span) => span[1] <= to)) {
      parts.push(passage.slice(at, start), make("mark", {}, passage.slice(start, end)));
      at = end;
    }
    return [...parts, passage.slice(at, to), ...(to < passage.length ? [" …"] : [])];
  }

  /** Make an address of the paragraph in which the browser marks the words (text fragments). */
  function deepLink(url, { anchor, passage, marks: { spans } }) {
    const encode = (text) => encodeURIComponent(text).replace(/-/g, "%2D");
    const directives = spans.slice(0, DIRECTIVES).map(([start, end]) => {
      const before = passage.slice(0, start).trimEnd().split(/\s+/).slice(-3).join(" ");
      return "text=" + (before ? encode(before) + "-," : "") + encode(passage.slice(start, end));
    });
    return url.replace(/#.*$/, "") + "#" + anchor + ":~:" + directives.join("&");
  }

  /** Add the passage to a result's entry, and let the entry lead to its paragraph. */
  page.excerpt = async function (result, entry, turn) {
    let text;
    try {
      text = await Sijill.internals.member("texts", result.number);
    } catch (unreadable) {
      if (turn === page.turn) page.complain("partial");
      return;
    }
    const found = text[0].map(([anchor, passage]) => ({ anchor, passage, marks: marks(passage) }));
    const best = found.reduce((a, b) => (b.marks.worth > a.marks.worth ? b : a), found[0]);
    if (!best || turn !== page.turn) return;
    if (best.anchor && best.marks.spans.length) entry.querySelector("h3 a").href = deepLink(result.url, best);
    entry.append(make("p", { class: "excerpt", dir: "auto" }, ...cut(best)));
  };
}(Sijill.page));
