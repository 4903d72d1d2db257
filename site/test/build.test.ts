/** `pnpm --filter site build` as a host runs it, against the fake CMS: no Strapi, some seconds. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import { Parser } from 'htmlparser2';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { languages } from '../src/languages.ts';
import { placeUrl } from '../src/urls.ts';
import { activeParts, isCode } from './active-parts.ts';
import { type FakeCms, startFakeCms } from './fake-cms.ts';
import { createWorld } from './world.ts';

const siteRoot = path.resolve(import.meta.dirname, '..');
const dist = path.join(siteRoot, 'dist');

let cms: FakeCms;
let dataDir: string;

beforeAll(async () => {
  cms = await startFakeCms(createWorld());
  dataDir = mkdtempSync(path.join(tmpdir(), 'see-build-'));
  const { code, output } = await build();
  expect(output).toContain('pages in');
  expect(code).toBe(0);
});

afterAll(async () => {
  await cms.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function build(): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, ['publisher/build.ts'], {
    cwd: siteRoot,
    env: {
      PATH: process.env.PATH,
      CMS_URL: cms.url,
      CMS_TOKEN: cms.token,
      SEE_DATA_DIR: dataDir,
      SITE_URL: 'https://see.example',
    },
  });
  let output = '';
  const keep = (chunk: Buffer) => (output += chunk.toString());
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, output };
}

const page = (file: string) => readFileSync(path.join(dist, file), 'utf8');
const files = () => readdirSync(dist, { recursive: true, encoding: 'utf8' });
const htmlFiles = () => files().filter((file) => file.endsWith('.html'));

test('every place and every entry has its page in every language', () => {
  const places = [
    '',
    'practices',
    'cities',
    'methodologies',
    'projects',
    'strategies',
    'networks',
  ] as const;
  const others = [
    'instruments',
    'challenges',
    'resources',
    'glossary',
    'news',
    'search',
    'map',
  ] as const;
  const texts = [
    'about',
    'contribute',
    'guidelines',
    'accessibility',
    'privacy',
    'open-data',
  ] as const;
  const built = new Set(htmlFiles());
  for (const { tag } of languages) {
    for (const place of [...places, ...others, ...texts, 'members', 'guides', '404'] as const) {
      const url = placeUrl(tag, place);
      expect(built, url).toContain(url === '/' ? 'index.html' : `${url.slice(1)}.html`);
    }
  }
  expect(built).toContain('sr/cities/beta.html');
  expect(built).toContain('el/practices/greek-practice.html');
});

/** The content of each meta element of a page, by its property or name. */
function metaOf(html: string): Map<string, string[]> {
  const metas = new Map<string, string[]>();
  const parser = new Parser({
    onopentag(element, { property, name, content }) {
      const key = property ?? name;
      if (element !== 'meta' || key === undefined) return;
      metas.set(key, [...(metas.get(key) ?? []), content ?? '']);
    },
  });
  parser.end(html);
  return metas;
}

test('every page names a picture for shared links, which is there and as large as it says', async () => {
  const named = new Set<string>();
  for (const file of htmlFiles()) {
    const metas = metaOf(page(file));
    const [image = '', ...more] = metas.get('og:image') ?? [];
    expect(more, file).toEqual([]);
    expect(image, file).toMatch(/^https:\/\/see\.example\/share\/[a-z0-9-]+\.png$/);
    expect(metas.get('og:image:alt')?.join(''), file).not.toBe('');
    expect(metas.get('twitter:card'), file).toEqual(['summary_large_image']);
    expect(metas.get('og:locale:alternate'), file).toHaveLength(4);
    named.add(new URL(image).pathname.slice(1));
  }
  const made = files().filter((file) => file.startsWith('share/'));
  expect(made.filter((file) => file.endsWith('.png')).sort()).toEqual([...named].sort());
  for (const file of named) {
    const bytes = readFileSync(path.join(dist, file));
    expect(bytes.length, file).toBeLessThan(60_000);
    const { info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
    expect(info, file).toMatchObject({ width: 1200, height: 630 });
  }
});

test('a page about one town is shared with the picture of it, described in its language', () => {
  const town = metaOf(page('el/cities/alpha.html'));
  expect(town.get('og:image')).toEqual(['https://see.example/share/see-c-001.png']);
  expect(town.get('og:image:alt')).toEqual(['Άλφα και ο τόπος γύρω']);
  expect(town.get('og:locale')).toEqual(['el_GR']);
  expect(metaOf(page('practices/young-first.html')).get('og:image')).toEqual(town.get('og:image'));
  expect(metaOf(page('cities/beta.html')).get('og:image')).toEqual([
    'https://see.example/share/region.png',
  ]);
});

test('every page is valid HTML', async () => {
  const validator = new HtmlValidate(new FileSystemConfigLoader());
  const problems: string[] = [];
  for (const file of htmlFiles()) {
    const report = await validator.validateFile(path.join(dist, file));
    for (const { messages } of report.results) {
      problems.push(
        ...messages.map((each) => `${file}:${each.line} ${each.ruleId} ${each.message}`),
      );
    }
  }
  expect(problems).toEqual([]);
});

test('nothing that was written to attack becomes code, an address or a request', () => {
  for (const file of htmlFiles()) {
    const { scripts, addresses, inline } = activeParts(page(file));
    expect(scripts, file).toEqual([]);
    expect(inline, file).toEqual([]);
    expect(addresses.filter(isCode), file).toEqual([]);
  }
  for (const file of files().filter((name) => /\.(html|json|xml|csv|geojson|jsonld)$/.test(name))) {
    expect(page(file), file).not.toContain('tracker.example');
    expect(page(file), file).not.toContain(cms.token);
  }
  const city = page('cities/alpha.html');
  expect(city).toContain('press me');
  expect(city).toContain('<a href="https://ok.example/"');
});

test('structured data stays one data block whatever a title holds', () => {
  const practice = page('practices/young-first.html');
  const block = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(practice)?.[1] ?? '';
  const data = z
    .looseObject({ '@context': z.literal('https://schema.org') })
    .parse(JSON.parse(block));
  expect(JSON.stringify(data)).toContain('Young people first </script>');
});

test('a text without translation is shown in English, marked, with a notice', () => {
  const greek = page('el/cities/alpha.html');
  expect(greek).toContain('<html lang="el">');
  expect(greek).toContain('Μια πόλη δίπλα στη θάλασσα.');
  expect(greek).toMatch(/lang="en"[^>]*>.*Words of the town/s);
  const practice = page('practices/greek-practice.html');
  expect(practice).toMatch(/<h1[^>]*>\s*<span lang="el">Μια πρακτική<\/span>/);
});

test('old addresses lead on: those of the first platform and those an entry once had', () => {
  const redirects = z
    .array(z.object({ from: z.string(), to: z.string() }))
    .parse(JSON.parse(page('redirects.json')));
  const to = new Map(redirects.map((each) => [each.from, each.to]));
  expect(to.get('/the-platform')).toBe('/about');
  expect(to.get('/cities/old-alpha')).toBe('/cities/alpha');
  expect(to.get('/el/cities/old-alpha')).toBe('/el/cities/alpha');
  expect(to.get('/repository/roadmap')).toBe('/methodologies/master');
});

test('the sitemaps name exactly the pages that may be found', () => {
  const found = htmlFiles()
    .filter((file) => !page(file).includes('<meta name="robots" content="noindex"'))
    .map((file) => new URL(file.replace(/(index)?\.html$/, ''), 'https://see.example/').href);
  const named = ['en', 'el', 'ro', 'it', 'sr'].flatMap((name) =>
    [...page(`sitemap-${name}.xml`).matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address),
  );
  expect(named.sort()).toEqual(found.sort());
});

test('open data and feeds give out what the pages show', () => {
  const list = z.array(z.looseObject({ ref: z.string() }));
  const [practice] = list.parse(JSON.parse(page('data/practices.json')));
  expect(practice).toMatchObject({
    ref: 'SEE-P-001',
    url: 'https://see.example/practices/young-first',
    cities: ['SEE-C-001'],
    challenges: ['SEE-T-001'],
  });
  expect(page('data/cities.csv')).toMatch(/^ref,url,name,/);
  expect(page('feeds/practices.xml')).toContain('https://see.example/practices/greek-practice');
  expect(page('feeds/challenges/shrinking.xml')).toContain('Young people first &lt;/script&gt;');
  expect(page('robots.txt')).toContain('Sitemap: https://see.example/sitemap-index.xml');
});

test('a page that cannot be rendered fails the build with its name, and a fault of the CMS with its query', async () => {
  const { pages = [] } = cms.rows;
  cms.rows.pages = pages.filter((row) => row.key !== 'about');
  const missing = await build();
  expect(missing.code).toBe(1);
  expect(missing.output).toMatch(/The page "about" is not published in the CMS/);
  cms.rows.pages = pages;

  cms.fault = 'errors';
  const refused = await build();
  expect(refused.code).toBe(1);
  expect(refused.output).toMatch(/The query "city versions" .* failed: The database is locked/);
  cms.fault = 'none';
});
