// Try pages' structured data with the Structured Data Testing Tool, from files.
//   node structured.mjs SITE TYPE:PAGE…   prints [{page, failed: [test…]}…]
// Each page has to have a thing of the type, with no property that schema.org does not give it.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import testing from "structured-data-testing-tool";

const [site, ...wanted] = process.argv.slice(2);

/** Return the outcome; the tool throws where a test fails. */
async function outcome(html, schemas) {
  try {
    return await testing.structuredDataTest(html, { schemas });
  } catch (error) {
    if (error.type === "VALIDATION_FAILED") return error.res;
    throw error;
  }
}

const found = [];
for (const each of wanted) {
  const [type, page] = each.split(":");
  const { failed, warnings, passed } = await outcome(
    await readFile(join(site, page)), ["jsonld:WebPage", `jsonld:${type}`]);
  found.push({
    page,
    passed: passed.length,
    failed: [...failed, ...warnings].map((test) => `${test.test}: ${test.error?.message || test.description || ""}`),
  });
}
console.log(JSON.stringify(found));
