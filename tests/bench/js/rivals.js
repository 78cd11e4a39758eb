/* Ranks with lunr or MiniSearch, at their defaults with OR. node rivals.js NAME; standard input is
   {documents: [{id, title, text}], queries: [text]}; answers a list of ids for each query. */
"use strict";

const fs = require("node:fs");

const rivals = {
  lunr(documents) {
    const lunr = require("lunr");
    const index = lunr(function () {
      this.ref("id");
      this.field("title");
      this.field("text");
      documents.forEach((document) => this.add(document));
    });
    return (query) => index.query((asked) => asked.term(lunr.tokenizer(query), {})).map((each) => +each.ref);
  },
  minisearch(documents) {
    const MiniSearch = require("minisearch");
    const index = new MiniSearch({ fields: ["title", "text"] });
    index.addAll(documents);
    return (query) => index.search(query).map((each) => each.id);
  },
};

const { documents, queries } = JSON.parse(fs.readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(queries.map(rivals[process.argv[2]](documents))));
