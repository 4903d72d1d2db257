import { Parser } from 'htmlparser2';
import { expect, test } from 'vitest';
import {
  challenge,
  city,
  idOf,
  newsItem,
  practice,
  tinySnapshot,
} from '../../test/tiny-snapshot.ts';
import { indexedPages } from '../views/indexed-pages.ts';
import { renderFeed } from './atom.ts';
import { newsFeed } from './news-feed.ts';
import { challengeFeed, practiceFeed } from './practice-feed.ts';
import { renderSitemap, renderSitemapIndex } from './sitemap.ts';

const site = 'https://see.example';

/** Texts of all elements of a name, as an XML reader hears them. */
function textsOf(xml: string, name: string): string[] {
  const found: string[] = [];
  let isInside = false;
  const parser = new Parser(
    {
      onopentag: (tag) => {
        isInside = tag === name;
        if (isInside) found.push('');
      },
      ontext: (text) => {
        if (isInside) found.push((found.pop() ?? '') + text);
      },
      onclosetag: () => {
        isInside = false;
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return found;
}

const checked = (date: string) => ({ reviewNote: { checkedHow: 'deskOnly', date } });

test('practices stand by the day an editor checked them, the newest first', () => {
  const snapshot = tinySnapshot([
    practice('SEE-P-001', checked('2026-03-01')),
    practice('SEE-P-002', checked('2026-05-01')),
    practice('SEE-P-003', { lastChecked: '2026-04-01' }),
  ]);
  const feed = renderFeed(site, snapshot, practiceFeed(snapshot));
  expect(textsOf(feed, 'id').slice(1)).toEqual([
    'tag:see.example,2026:SEE-P-002',
    'tag:see.example,2026:SEE-P-003',
    'tag:see.example,2026:SEE-P-001',
  ]);
  expect(textsOf(feed, 'updated')).toEqual([
    '2026-05-01T00:00:00Z',
    '2026-05-01T00:00:00Z',
    '2026-04-01T00:00:00Z',
    '2026-03-01T00:00:00Z',
  ]);
});

test('no title can break the feed: markup is text, control characters and half letters are dropped', () => {
  const title = `A & B </title><script>x</script> ]]> \u0007\u0000\uD800end`;
  const snapshot = tinySnapshot([practice('SEE-P-001', { title })]);
  const feed = renderFeed(site, snapshot, practiceFeed(snapshot));
  expect(textsOf(feed, 'title')[1]).toBe('A & B </title><script>x</script> ]]> end');
  expect(feed).not.toContain('<script');
});

test('a practice in another language says which, and no author is named', () => {
  const snapshot = tinySnapshot([
    practice('SEE-P-001', { originalLanguage: 'el', authorCredit: 'Maria Canary' }),
  ]);
  const feed = renderFeed(site, snapshot, practiceFeed(snapshot));
  expect(feed).toContain('<entry xml:lang="el">');
  expect(feed).not.toContain('Canary');
  expect(textsOf(feed, 'name')).toEqual(['SEE City Platform']);
});

test('the feed of a challenge holds practices of the challenges below it; an empty one is as of today', () => {
  const snapshot = tinySnapshot([
    challenge('SEE-T-001', { slug: 'wide' }),
    challenge('SEE-T-002', { slug: 'narrow', links: { parent: [idOf('SEE-T-001')] } }),
    challenge('SEE-T-003', { slug: 'other' }),
    practice('SEE-P-001', { links: { challenges: [idOf('SEE-T-002')] } }),
  ]);
  const wide = renderFeed(site, snapshot, challengeFeed(snapshot, 'wide'));
  expect(textsOf(wide, 'id')).toContain('tag:see.example,2026:SEE-P-001');
  expect(wide).toContain('<category term="Challenge SEE-T-002"/>');
  const other = renderFeed(site, snapshot, challengeFeed(snapshot, 'other'));
  expect(textsOf(other, 'updated')).toEqual(['2026-11-22T00:00:00Z']);
});

test('news carry the day of the event', () => {
  const snapshot = tinySnapshot([newsItem('SEE-W-001', { date: '2013-05-09' })]);
  expect(textsOf(renderFeed(site, snapshot, newsFeed(snapshot)), 'updated')[1]).toBe(
    '2013-05-09T00:00:00Z',
  );
});

test('a sitemap names each page of its language once, with all its languages', () => {
  const snapshot = tinySnapshot([city('SEE-C-001', { slug: 'alpha' })]);
  const paths = indexedPages(snapshot, ['workshops']);
  expect(paths).toEqual(expect.arrayContaining(['/', '/cities/alpha', '/guides/workshops']));
  expect(paths).not.toContain('/404');
  const locations = textsOf(renderSitemap(site, 'sr-Latn', paths), 'loc');
  expect(new Set(locations).size).toBe(locations.length);
  expect(locations).toContain('https://see.example/sr/cities/alpha');
  const map = renderSitemap(site, 'el', ['/cities/alpha']);
  expect(map).toContain('hreflang="sr-Latn" href="https://see.example/sr/cities/alpha"');
  expect(map).toContain('hreflang="x-default" href="https://see.example/cities/alpha"');
  expect(textsOf(renderSitemapIndex(site), 'loc')).toEqual(
    ['en', 'el', 'ro', 'it', 'sr'].map((name) => `https://see.example/sitemap-${name}.xml`),
  );
});
