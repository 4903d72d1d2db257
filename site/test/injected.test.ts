/** What members wrote to do harm comes out of every file of the site as the words that it is. */
import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Parser } from 'htmlparser2';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { SearchEngine } from '../src/search/engine.ts';
import { openIndex } from '../src/search/pagefind.ts';
import { activeParts, isCode } from './active-parts.ts';
import { attackNames, filePaths, injectedEntries } from './injected-entries.ts';
import { filesOf, type Resident, startResident } from './resident.ts';
import { createWorld } from './world.ts';

const { rows, written } = injectedEntries();

let resident: Resident;
let files: Map<string, string>;

beforeAll(async () => {
  const world = createWorld();
  for (const [name, more] of Object.entries(rows)) world[name] = [...(world[name] ?? []), ...more];
  const picture = sharp({ create: { width: 40, height: 30, channels: 3, background: '#0a6' } });
  const served = new Map([
    [filePaths.picture, await picture.png().toBuffer()],
    [filePaths.document, Buffer.from('%PDF-1.7\n%%EOF\n')],
  ]);
  resident = await startResident({ world, files: served });
  await resident.publishAll();
  const texts = [...filesOf(resident.live())].filter(([name]) =>
    /\.(html|json|jsonld|geojson|csv|xml|txt)$/.test(name),
  );
  files = new Map(texts.map(([name, bytes]) => [name, bytes.toString('utf8')]));
});

afterAll(async () => {
  vi.unstubAllGlobals();
  await resident.stop();
});

const endingWith = (end: string) => [...files].filter(([name]) => name.endsWith(end));

/** What is read of a page: its text and its attributes, without markup. */
function readingOf(html: string): string {
  const pieces: string[] = [];
  const parser = new Parser({
    onopentag: (_, attributes) => pieces.push(...Object.values(attributes)),
    ontext: (content) => pieces.push(content),
  });
  parser.end(html);
  return pieces.join('');
}

/** What is written to the editors alone. */
const unpublished = ['practice.suggestedChallenge'];

test('every text is somewhere on the site, but for what only editors read', () => {
  const read = endingWith('.html').map(([, html]) => readingOf(html));
  const all = [...read, ...endingWith('.json').map(([, json]) => json)].join('\n');
  const missing = written.filter(({ mark }) => !all.includes(mark));
  expect([...new Set(missing.map(({ type, field }) => `${type}.${field}`))]).toEqual(unpublished);
  expect(missing).toHaveLength(attackNames.length * unpublished.length);
});

test('no page runs, shows as markup or asks for what was written', () => {
  const wrong: string[] = [];
  for (const [name, html] of endingWith('.html')) {
    const { scripts, inline, addresses, elements, data } = activeParts(html);
    const found = [
      ...scripts.map((code) => `script ${code}`),
      ...inline,
      ...addresses.filter((each) => isCode(each) || each.includes('tracker.example')),
      ...[...elements].filter((each) => /^(xss-|iframe$|object$|embed$|base$)/.test(each)),
    ];
    for (const block of data) {
      const parsed = z.looseObject({}).safeParse(JSON.parse(block));
      if (!parsed.success) found.push(`no data: ${block}`);
    }
    wrong.push(...found.map((each) => `${name}: ${each}`));
  }
  expect(wrong).toEqual([]);
});

/** The elements of XML that is well formed; throws where it is none. */
function elementsOf(xml: string): Set<string> {
  const illegal = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.exec(xml);
  if (illegal) throw new Error(`XML cannot hold ${JSON.stringify(illegal[0])}.`);
  const bare = /&(?!(amp|lt|gt|quot|apos|#\d+);)|<(?![/?a-z])/.exec(xml);
  if (bare) throw new Error(`${xml.slice(bare.index, bare.index + 40)} is not escaped.`);
  const elements = new Set<string>();
  const parser = new Parser(
    {
      onopentag: (name) => elements.add(name),
      oncomment: (text) => elements.add(`comment ${text}`),
      oncdatastart: () => elements.add('CDATA'),
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return elements;
}

test('feeds and sitemaps hold their own elements alone', () => {
  const known = new Set(
    'feed id title link updated author name rights entry summary category urlset url loc lastmod xhtml:link sitemapindex sitemap'.split(
      ' ',
    ),
  );
  const xml = endingWith('.xml');
  expect(xml.length).toBeGreaterThan(5);
  for (const [name, content] of xml) {
    expect([...elementsOf(content)].filter((element) => !known.has(element), name)).toEqual([]);
  }
  const feed = readingOf(files.get('feeds/practices.xml') ?? '');
  for (const attack of attackNames) expect(feed).toContain(`injected-${attack}`);
});

/** The cells of a table as RFC 4180 has them: of each row, whatever stands in it. */
function cellsOf(csv: string): string[][] {
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/y;
  const table: string[][] = [[]];
  while (cell.lastIndex < csv.length) {
    const at = cell.lastIndex;
    const found = cell.exec(csv);
    if (!found) throw new Error(`No cell begins at ${JSON.stringify(csv.slice(at, at + 40))}.`);
    const [, quoted, plain = '', end] = found;
    table.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n' && cell.lastIndex < csv.length) table.push([]);
  }
  return table;
}

test('tables keep their columns, and no cell is a formula', () => {
  const isNumber = /^-?\d+(\.\d+)?$/;
  for (const [name, csv] of endingWith('.csv')) {
    const [head = [], ...body] = cellsOf(csv);
    expect(new Set(body.map(({ length }) => length)), name).toEqual(
      new Set(body.length > 0 ? [head.length] : []),
    );
    const formulas = body.flat().filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell));
    expect(
      formulas.filter((cell) => !isNumber.test(cell)),
      name,
    ).toEqual([]);
  }
  const titles = cellsOf(files.get('data/practices.csv') ?? '').flat();
  const formula = written.find(({ attack, field }) => attack === 'formula' && field === 'title');
  expect(titles).toContain(`'${formula?.text ?? ''}`);
});

test('open data gives out what was written, word for word', () => {
  const known = JSON.stringify(JSON.parse(files.get('data/practices.json') ?? ''));
  for (const { field, text } of written.filter(({ type }) => type === 'practice')) {
    if (['title', 'oneLine', 'results', 'translations.title'].includes(field)) {
      expect(known).toContain(JSON.stringify(text.trim()).slice(1, -1));
    }
  }
  for (const [name, json] of [...endingWith('json'), ...endingWith('.jsonld')]) {
    expect(() => void JSON.parse(json), name).not.toThrow();
  }
});

test('the search finds it, and gives it as text', async () => {
  vi.stubGlobal('fetch', (address: string) =>
    Promise.resolve(new Response(readFileSync(fileURLToPath(address.replace(/\?.*$/, ''))))),
  );
  const index = await openIndex(`${pathToFileURL(resident.live()).href}/pagefind/`);
  const engine = new SearchEngine(index);
  for (const { mark, text } of written.filter(
    ({ type, field }) => type === 'practice' && field === 'title',
  )) {
    const { hits } = await engine.find(mark);
    const shown = await Promise.all(hits.map(({ load }) => load()));
    expect(JSON.stringify(shown)).toContain(JSON.stringify(text.trim()).slice(1, -1));
  }
});
