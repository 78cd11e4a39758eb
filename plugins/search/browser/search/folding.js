/* Folds letters and cuts texts into words, in the steps of plugins/corpus/fold.py. */
(function (parts) {
  "use strict";

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

  Object.assign(parts, { prepareFold, fold, tokens, formsOf });
}(Sijill.internals));
