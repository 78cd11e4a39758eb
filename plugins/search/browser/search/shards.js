/* Loads shards of the index: classic scripts that call Sijill.shard(name, base64 of gzip), so that
   they come from disk as well as from a host. plugins/search/shards.py documents their form. */
(function () {
  "use strict";

  const Sijill = (window.Sijill = window.Sijill || {});
  const parts = (Sijill.internals = {});
  const base = new URL("../", document.currentScript.src);

  const FORMAT = 2;
  const NAME = 12;            // letters in a shard's name
  const PATIENCE = 30000;     // milliseconds until a shard counts as missing
  const KEPT = 600;           // shards held in memory

  const waiting = new Map();
  const held = new Map();

  /** Take a shard; only shard files call this. */
  Sijill.shard = function (name, packed) {
    const taken = waiting.get(name);
    if (taken) taken(packed);
  };

  class Unreadable extends Error {}

  function request(name) {
    return new Promise((resolve, reject) => {
      const element = document.createElement("script");
      const path = name === "root" ? "root" : name.slice(0, 2) + "/" + name;
      const fail = () => settle(reject, new Unreadable(path));
      const timer = setTimeout(fail, PATIENCE);
      function settle(done, value) {
        clearTimeout(timer);
        waiting.delete(name);
        element.remove();
        done(value);
      }
      waiting.set(name, (packed) => settle(resolve, packed));
      element.onerror = fail;
      element.onload = fail; // it ran and gave nothing: truncated, or another shard's file
      element.src = new URL("search/" + path + ".js", base).href;
      document.head.append(element);
    });
  }

  async function inflate(packed) {
    const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  }

  /** Answer what `read` makes of a shard's bytes; fails with Unreadable. */
  function load(name, read) {
    if (!held.has(name)) {
      if (held.size >= KEPT) held.delete(held.keys().next().value);
      const made = request(name).then(inflate).then(read).catch(() => {
        held.delete(name);
        throw new Unreadable(name);
      });
      held.set(name, made);
    }
    return held.get(name);
  }

  const decoder = new TextDecoder();
  const asText = (bytes) => decoder.decode(bytes);
  const asJson = (bytes) => JSON.parse(asText(bytes));

  /** Read the one file that has a name of its own; the rest is found through `parts.root`. */
  async function open() {
    if (parts.root) return;
    const found = await load("root", asJson);
    if (found.format !== FORMAT) throw new Unreadable("root");
    parts.prepareFold(found.fold);
    parts.root = found;
  }

  /** The place of the last key that is not after `key`; the first where all are. */
  function atMost(keys, key) {
    let low = 0, high = keys.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (keys[middle] <= key) low = middle; else high = middle - 1;
    }
    return low;
  }

  /** Answer the names of the shards of a family that can hold keys from `from` to `to`. */
  async function names(family, from, to, node = parts.root.families[family]) {
    const found = [];
    for (let at = atMost(node.keys, from); at < node.keys.length; at++) {
      if (node.keys[at] > to) break;
      found.push(node.names.substr(at * NAME, NAME));
    }
    if (!node.depth) return found;
    const below = found.map(async (name) => names(family, from, to, await load(name, asJson)));
    return (await Promise.all(below)).flat();
  }

  /** Answer the name of the shard that holds a key, and the first key that is in it. */
  async function leaf(family, key, node = parts.root.families[family]) {
    const at = atMost(node.keys, key);
    const name = node.names.substr(at * NAME, NAME);
    return node.depth ? leaf(family, key, await load(name, asJson)) : { key: node.keys[at], name };
  }

  /** Answer a member of a family whose shards are lists, by the document's number. */
  async function member(family, number) {
    const key = number.toString(16).padStart(6, "0");
    const node = await leaf(family, key);
    return (await load(node.name, asJson))[number - parseInt(node.key, 16)];
  }

  Object.assign(parts, { LAST: "\uffff", held: () => [...held.keys()], Unreadable, load, open, names, member, atMost, asText, asJson });
}());
