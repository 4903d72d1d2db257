import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { SearchEngine } from '../../../../site/src/search/engine.ts';
import { openIndex } from '../../../../site/src/search/pagefind.ts';

const overNetwork = globalThis.fetch;

/** In a browser the index comes over HTTP from beside its script; here both are files. */
globalThis.fetch = (given, options) => {
  const address = given instanceof Request ? given.url : given.toString();
  if (!address.startsWith('file:')) return overNetwork(given, options);
  return Promise.resolve(new Response(readFileSync(fileURLToPath(address.replace(/\?.*$/, '')))));
};

/** Addresses that a reader of this release finds with a query, by the site's own search. */
export async function findInIndex(releaseDir: string, query: string): Promise<string[]> {
  const folder = `${pathToFileURL(releaseDir).href}/pagefind/`;
  const engine = new SearchEngine(await openIndex(folder));
  const { hits } = await engine.find(query);
  return Promise.all(hits.slice(0, 5).map(async ({ load }) => (await load()).url));
}
