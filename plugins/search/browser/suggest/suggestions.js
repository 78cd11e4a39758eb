/* Finds what a reader may be about to write: entities whose name begins so, and words. */
(function () {
  "use strict";

  const ENTITIES = 3, WORDS = 5;

  const { open, formsOf, tokens, named, completions, postings, ownIn, member, kindOf } = Sijill.internals;

  async function entity(term) {
    const number = ownIn(await postings(term));
    if (number === undefined) return null;
    const [url, title, , , arabic] = await member("cards", number);
    return { text: (document.documentElement.lang === "ar" && arabic) || title, url, kind: kindOf(number) };
  }

  /**
   * Suggest ends for what is written.
   * @param {string} text
   * @returns {Promise<object[]>} [{text, url, kind}] for entities, then [{text}] for words
   */
  Sijill.suggest = async function (text) {
    await open();
    const last = tokens(text).pop();
    if (!last) return [];
    const [entities, words] = await Promise.all([
      named(formsOf(text), true).then((terms) => Promise.all(terms.slice(0, ENTITIES).map(entity))),
      last[2] === text.length ? completions(last[0], WORDS) : [],
    ]);
    const known = entities.filter(Boolean);
    const said = new Set([text, ...known.map((each) => each.text)].map((each) => formsOf(each).join(" ")));
    const whole = words.map(({ form }) => ({ text: text.slice(0, last[1]) + form }));
    return [...known, ...whole.filter((each) => !said.has(formsOf(each.text).join(" ")))];
  };
}());
