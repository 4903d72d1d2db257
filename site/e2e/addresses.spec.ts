import { z } from 'zod';
import { readList } from './open-data.ts';
import { expect, test } from './reader.ts';

const moved = [
  ['/the-platform', '/about'],
  ['/repository/roadmap', '/methodologies/status-master'],
  ['/repository/lessons-learned', '/projects/status'],
  ['/urban-centers', '/instruments?kind=urbanCenter'],
  ['/utfs', '/instruments?kind=urbanTaskForce'],
  ['/news-newsletter', '/news'],
  ['/see-city-network/planning-processes', '/strategies'],
  ['/practices/', '/practices'],
  ['/el/cities/kavala/', '/el/cities/kavala'],
  ['/practices.html', '/practices'],
  ['/cities/kavala.html', '/cities/kavala'],
  ['/index.html', '/'],
] as const;

for (const [from, to] of moved) {
  test(`${from} has moved to ${to}`, async ({ request }) => {
    const answer = await request.get(from, { maxRedirects: 0 });
    expect(answer.status()).toBe(301);
    expect(answer.headers().location).toBe(to);
    expect((await request.get(from)).status()).toBe(200);
  });
}

const missing = [
  ['/no-such-page', 'en'],
  ['/el/no-such-page', 'el'],
  ['/ro/practices/no-such-practice', 'ro'],
  ['/sr/no-such-page', 'sr-Latn'],
  ['/data/no-such-list.json', 'en'],
] as const;

for (const [address, language] of missing) {
  test(`${address} is missing, said in ${language}`, async ({ request }) => {
    const answer = await request.get(address);
    expect(answer.status()).toBe(404);
    expect(await answer.text()).toContain(`<html lang="${language}"`);
  });
}

const lists = [
  'practices',
  'cities',
  'methodologies',
  'projects',
  'strategies',
  'networks',
  'instruments',
  'challenges',
  'organisations',
  'resources',
  'glossary',
  'news',
];

for (const list of lists) {
  test(`/data/${list} answers as JSON and as CSV with the same entries`, async ({ request }) => {
    const json = await request.get(`/data/${list}.json`);
    expect(json.headers()['content-type']).toMatch(/^application\/json/);
    expect(json.headers()['access-control-allow-origin']).toBe('*');
    const entries = await readList(request, list);
    const csv = await request.get(`/data/${list}.csv`);
    expect(csv.headers()['content-type']).toBe('text/csv; charset=utf-8');
    const text = await csv.text();
    for (const { ref } of entries) expect(text).toContain(ref);
  });
}

test('the map data, the catalogue, the dictionary and the zip answer', async ({ request }) => {
  const places = await request.get('/data/cities.geojson');
  expect(places.headers()['content-type']).toMatch(/^application\/(geo\+)?json/);
  const collection = z.object({ type: z.literal('FeatureCollection'), features: z.array(z.any()) });
  expect(collection.parse(await places.json()).features.length).toBeGreaterThan(30);
  for (const file of ['practices.geojson', 'catalog.jsonld', 'schema.json']) {
    const answer = await request.get(`/data/${file}`);
    expect(answer.headers()['content-type'], file).toMatch(/json/);
    expect(typeof (await answer.json()), file).toBe('object');
  }
  const zip = await request.get('/data/all.zip');
  expect(zip.headers()['content-type']).toBe('application/zip');
  expect((await zip.body()).subarray(0, 2).toString()).toBe('PK');
});

test('a city says which towns are like it and why', async ({ request }) => {
  const peer = z.object({ ref: z.string(), score: z.number(), reasons: z.array(z.any()).min(1) });
  const city = z.object({ ref: z.string(), peers: z.array(peer) });
  const cities = z.array(city).parse(await readList(request, 'cities'));
  expect(cities.find(({ ref }) => ref === 'SEE-C-001')?.peers.length).toBeGreaterThan(0);
});

const xml = [
  ['/feeds/practices.xml', 'feed', 'entry'],
  ['/feeds/news.xml', 'feed', 'entry'],
  ['/feeds/challenges/trust-participation.xml', 'feed', 'entry'],
  ['/sitemap-index.xml', 'sitemapindex', 'sitemap'],
] as const;

for (const [address, root, item] of xml) {
  test(`${address} is well-formed and has entries`, async ({ page, request }) => {
    const answer = await request.get(address);
    expect(answer.headers()['content-type']).toMatch(/^(application|text)\/(atom\+)?xml/);
    await page.goto('/privacy');
    const seen = await page.evaluate(
      ([text, tag]) => {
        const parsed = new DOMParser().parseFromString(text, 'application/xml');
        const fault = parsed.querySelector('parsererror')?.textContent ?? null;
        const { localName } = parsed.documentElement;
        return { fault, root: localName, items: parsed.getElementsByTagName(tag).length };
      },
      [await answer.text(), item] as const,
    );
    expect(seen).toMatchObject({ fault: null, root });
    expect(seen.items).toBeGreaterThan(0);
  });
}

test('robots.txt lets search engines in and names the sitemap', async ({ request, baseURL }) => {
  const text = await (await request.get('/robots.txt')).text();
  expect(text).toContain(`Sitemap: ${baseURL ?? ''}/sitemap-index.xml`);
  expect(text).not.toMatch(/^Disallow: \/$/m);
});

test('every answer carries the headers that protect its reader', async ({ request }) => {
  for (const address of ['/', '/cities/kavala', '/no-such-page', '/data/cities.json']) {
    const headers = (await request.get(address)).headers();
    expect(headers['content-security-policy'], address).toContain("default-src 'none'");
    expect(headers['content-security-policy'], address).toContain("frame-ancestors 'none'");
    expect(headers['x-content-type-options'], address).toBe('nosniff');
  }
});
