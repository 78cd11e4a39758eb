/* Holds what the parts of the search page share: its elements, its words, and what was asked. */
(function () {
  "use strict";

  const page = (Sijill.page = {});
  const at = (id) => document.getElementById(id);
  const words = JSON.parse(at("search").dataset.words);

  /** Say a sentence of the interface: say("count", { number: 3 }). */
  const say = (key, values = {}) => words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);

  function fill(element, attributes, children) {
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  }

  /** Choose between a name and the Arabic one, if there is one, by the language of the page. */
  const called = (name, arabic) => (document.documentElement.lang === "ar" && arabic) || name;

  /** Make an element: make("p", { class: "label" }, "text", child…). */
  const make = (name, attributes, ...children) => fill(document.createElement(name), attributes, children);

  /** Make an element of a drawing. */
  const draw = (name, attributes, ...children) => fill(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);

  Object.assign(page, {
    at, words, say, called, make, draw, box: at("query"),
    turn: 0,         // how often was asked: an answer to an older question is not shown
    shown: 0,        // results on the page
    typing: false,   // the last word is a beginning
    hits: { words: new Set(), phrases: [] },
  });
}());
