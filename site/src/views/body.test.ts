import { expect, it } from 'vitest';
import { city, tinySnapshot } from '../../test/tiny-snapshot.ts';
import { viewBody } from './body.ts';

const paragraph = (url: string) => ({
  type: 'paragraph' as const,
  children: [{ type: 'link' as const, url, children: [{ type: 'text' as const, text: 'a town' }] }],
});

it.each([
  ['/cities/see-c-001', 'link'],
  ['/el/cities/see-c-001#facts', 'link'],
  ['/cities/gone', 'text'],
  ['/el/cities/gone?x=1', 'text'],
  ['/cities', 'link'],
  ['/about', 'link'],
  ['https://elsewhere.example/cities/gone', 'link'],
])('a link to %s is left as a %s', (url, type) => {
  const snapshot = tinySnapshot([city('SEE-C-001')]);
  const list = {
    type: 'list' as const,
    format: 'ordered' as const,
    children: [{ type: 'list-item' as const, children: paragraph(url).children }],
  };
  const body = viewBody(snapshot, { value: [paragraph(url), list], lang: null });
  expect(body?.value).toMatchObject([
    { children: [{ type }] },
    { children: [{ children: [{ type }] }] },
  ]);
});
