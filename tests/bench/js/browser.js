/* Stands in for the little of a browser that the search needs, so that the product's own script
   runs in Node: it loads scripts from disk and counts their bytes. */
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");
const { pathToFileURL, fileURLToPath } = require("node:url");

/**
 * Start the search over a built site.
 * @param {string} site folder that holds search/
 * @param {string} runtime path of search.js
 * @returns {{Sijill: object, loads: {path: string, bytes: number}[]}} what was loaded is appended
 */
function open(site, runtime) {
  const loads = [];
  const context = vm.createContext({
    atob, Blob, DecompressionStream, Response, TextDecoder, URL, setTimeout, clearTimeout, console,
  });
  context.window = context;
  const run = (file) => vm.runInContext(fs.readFileSync(file, "utf8"), context, { filename: file });

  function load(element) {
    const file = fileURLToPath(element.src);
    if (!fs.existsSync(file)) return element.onerror();
    loads.push({ path: path.relative(site, file), bytes: fs.statSync(file).size });
    try {
      run(file);
    } catch (error) {
      if (!(error instanceof SyntaxError) && error.name !== "SyntaxError") throw error;
    }
    element.onload();
  }

  context.document = {
    currentScript: { src: pathToFileURL(path.join(path.resolve(site), "search/search.js")).href },
    createElement: () => ({ remove() {} }),
    head: { append: (element) => setImmediate(load, element) },
  };
  run(runtime);
  return { Sijill: context.Sijill, loads };
}

module.exports = { open };
