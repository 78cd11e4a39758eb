/* Answers questions about an index, one JSON a line on standard input, one a line on output.
   node ask.js SITE RUNTIME; a question is [name, ...arguments] of Sijill.search or an internal. */
"use strict";

const readline = require("node:readline");
const { open } = require("./browser.js");

const [site, runtime] = process.argv.slice(2);
const { Sijill, loads } = open(site, runtime);
const plain = (value) => value instanceof Map || value instanceof Set ? [...value] : value;

async function answer([name, ...given]) {
  loads.length = 0;
  if (name === "search") {
    const results = await Sijill.search(...given);
    const { total, problems, meant, relaxed } = results;
    return { results: [...results], total, problems, meant, relaxed, loads };
  }
  await Sijill.internals.open();
  if (name === "placesOf") {
    const list = await Sijill.internals.postings(given[1]);
    return [...await Sijill.internals.positions(list, given[0], new Set(list.documents))].filter(([, places]) => places.length);
  }
  return plain(await Sijill.internals[name](...given));
}

(async () => {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    process.stdout.write(JSON.stringify(await answer(JSON.parse(line))) + "\n");
  }
})();
