import { Parser } from 'htmlparser2';
import { expect, test } from './reader.ts';
import { platform } from './platform.ts';

interface Facts {
  /** Every address the page names, as written. */
  references: string[];
  ids: Set<string>;
}

const naming = ['href', 'src', 'action', 'poster', 'xlink:href'];

function factsOf(html: string): Facts {
  const facts: Facts = { references: [], ids: new Set() };
  const parser = new Parser({
    onopentag(_name, attributes) {
      if (attributes.id) facts.ids.add(attributes.id);
      for (const name of naming) {
        const value = attributes[name];
        if (value !== undefined) facts.references.push(value);
      }
      const sources = attributes.srcset?.split(',') ?? [];
      facts.references.push(...sources.map((source) => source.trim().split(/\s+/)[0] ?? ''));
    },
  });
  parser.end(html);
  return facts;
}

async function fetchText(address: string): Promise<string> {
  const answer = await fetch(address, { redirect: 'manual' });
  if (answer.status !== 200) throw new Error(`${address} answers ${answer.status}.`);
  return answer.text();
}

const locations = (xml: string) =>
  [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc = '']) => loc);

/** Does the work on every item, a few at a time. */
async function forEachOf<T>(items: Iterable<T>, work: (item: T) => Promise<void>): Promise<void> {
  const iterator = items[Symbol.iterator]();
  const lane = async () => {
    for (let next = iterator.next(); !next.done; next = iterator.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: 8 }, lane));
}

test('no link is broken, from the sitemap through every page', async () => {
  test.setTimeout(180_000);
  const sitemaps = locations(await fetchText(`${platform.siteUrl}/sitemap-index.xml`));
  const listed = (await Promise.all(sitemaps.map(fetchText))).flatMap(locations);
  expect(listed.length).toBeGreaterThan(1_000);

  const broken: string[] = [];
  const pages = new Map<string, Facts>();
  const seen = new Map<string, string>(
    [...listed, platform.siteUrl + '/'].map((url) => [url, 'the sitemap']),
  );
  // A Map hands out what is added while it is walked.
  await forEachOf(seen, async ([address, from]) => {
    const answer = await fetch(address, { redirect: 'manual' });
    const body = await answer.text();
    if (answer.status !== 200) {
      broken.push(`${address} answers ${answer.status}; named by ${from}`);
      return;
    }
    if (!answer.headers.get('content-type')?.startsWith('text/html')) return;
    const facts = factsOf(body);
    pages.set(address, facts);
    for (const reference of facts.references) {
      const url = new URL(reference, address);
      if (url.origin !== platform.siteUrl) continue;
      url.hash = '';
      url.search = '';
      if (!seen.has(url.href)) seen.set(url.href, address);
    }
  });
  for (const [address, { references, ids }] of pages) {
    for (const reference of references) {
      const url = new URL(reference, address);
      const fragment = decodeURIComponent(url.hash.slice(1));
      if (url.origin !== platform.siteUrl || fragment === '') continue;
      url.hash = '';
      url.search = '';
      const isThere =
        url.href === address ? ids.has(fragment) : pages.get(url.href)?.ids.has(fragment);
      if (isThere !== true) broken.push(`${reference} on ${address} leads to no element`);
    }
  }
  expect.soft(broken.slice(0, 40)).toEqual([]);
  const bare = (url: string) => url.replace(/[?#].*$/, '');
  const linked = new Set(
    [...pages].flatMap(([address, { references }]) =>
      references
        .map((reference) => bare(new URL(reference, address).href))
        .filter((url) => url !== address),
    ),
  );
  const orphans = listed.filter((url) => !linked.has(url));
  expect(orphans.slice(0, 40), 'pages that nothing leads to').toEqual([]);
});
