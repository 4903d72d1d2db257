import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { SearchEngine } from '../../../../site/src/search/engine.ts';
import { openIndex } from '../../../../site/src/search/pagefind.ts';

/** Addresses that a reader of this release finds with a query, by the site's own search. */
export async function findInIndex(releaseDir: string, query: string): Promise<string[]> {
  const ownFetch = globalThis.fetch;
  globalThis.fetch = readFile;
  try {
    const folder = `${pathToFileURL(releaseDir).href}/pagefind/`;
    const engine = new SearchEngine(await openIndex(folder));
    const { hits } = await engine.find(query);
    return await Promise.all(hits.slice(0, 5).map(async ({ load }) => (await load()).url));
  } finally {
    globalThis.fetch = ownFetch;
  }
}

/** In a browser the index comes over HTTP from beside its script; here both are files. */
const readFile: typeof fetch = (given) => {
  const address = given instanceof Request ? given.url : given.toString();
  return Promise.resolve(new Response(readFileSync(fileURLToPath(address.replace(/\?.*$/, '')))));
};
