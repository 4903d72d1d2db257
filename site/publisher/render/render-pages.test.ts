import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { SiteApp } from '../app/site-app.ts';
import { testFolder } from '../test-folder.ts';
import { PageStore } from './page-store.ts';
import { renderPages, type Rendering } from './render-pages.ts';
import { Stage } from './stage.ts';

const route = { name: '/cities/[slug]', isPage: true };
const html = (text: string) => Buffer.from(`<html lang="en"><h1>${text}</h1></html>`);

/** A site of two pages, each of one entry, and a list of them. */
function createApp(texts: Map<string, string>): SiteApp {
  return {
    routes: () => [route],
    paths: () =>
      Promise.resolve({
        value: [...texts.keys()].map((slug) => `/cities/${slug}`),
        reads: new Set(['addresses city']),
      }),
    render: (address) => {
      const slug = address.split('/').at(-1) ?? '';
      const text = texts.get(slug) ?? '';
      if (text === 'broken') return Promise.reject(new Error('It has no name.'));
      return Promise.resolve({ value: html(text), reads: new Set([`entry city ${slug}`]) });
    },
    renderDraft: () => Promise.reject(new Error('There are no drafts here.')),
    takeIn: (changed) => changed,
    warm: () => undefined,
  };
}

async function setUp() {
  const dir = testFolder();
  const texts = new Map([
    ['alpha', 'Alpha'],
    ['beta', 'Beta'],
  ]);
  const store = new PageStore(path.join(dir, 'pages.db'));
  const stage = new Stage(path.join(dir, 'stage'), null);
  await stage.ready();
  const render = async (keys: string[] | null): Promise<Rendering> => {
    const made = await renderPages({
      app: createApp(texts),
      store,
      stage,
      leaks: { secrets: new Map(), allowedMail: [] },
      keys: keys && new Set(keys),
      retry: new Set(),
    });
    store.save({
      pages: [...made.changed, ...made.same],
      removed: made.removed.map((each) => each.path),
      routes: made.routes,
      state: new Map(),
    });
    return made;
  };
  await render(null);
  return { dir, texts, store, stage, render };
}

const pathsOf = (pages: readonly { path: string }[]) => pages.map((page) => page.path);

it('renders what read a changed key, and tells what came out the same', async () => {
  const { texts, render, stage } = await setUp();
  texts.set('beta', 'Beta anew');
  const made = await render(['entry city alpha', 'entry city beta']);
  expect(pathsOf(made.changed)).toEqual(['/cities/beta']);
  expect(pathsOf(made.same)).toEqual(['/cities/alpha']);
  expect(readFileSync(path.join(stage.dir, 'cities/beta.html'), 'utf8')).toContain('Beta anew');
  expect(pathsOf((await render(['entry city gamma'])).same)).toEqual([]);
});

it('renders what is new and names what is gone when the list of pages changed', async () => {
  const { texts, render, store } = await setUp();
  texts.delete('alpha');
  texts.set('gamma', 'Gamma');
  const made = await render(['addresses city']);
  expect(pathsOf(made.changed)).toEqual(['/cities/gamma']);
  expect(made.removed).toEqual([{ path: '/cities/alpha', file: 'cities/alpha.html' }]);
  expect(['/cities/alpha', '/cities/beta', '/cities/gamma'].map((each) => store.has(each))).toEqual(
    [false, true, true],
  );
});

it('goes on after a page that throws', async () => {
  const { texts, render } = await setUp();
  texts.set('alpha', 'broken');
  texts.set('beta', 'Beta anew');
  texts.set('gamma', 'broken');
  const made = await render(['entry city alpha', 'entry city beta', 'addresses city']);
  expect(made.failed.map(({ file, message }) => [file, message])).toEqual([
    ['cities/alpha.html', 'It has no name.'],
    ['cities/gamma.html', 'It has no name.'],
  ]);
  expect(pathsOf(made.changed)).toEqual(['/cities/beta']);
});

it('knows after a restart what the pages read', async () => {
  const { dir, store } = await setUp();
  store.close();
  const again = new PageStore(path.join(dir, 'pages.db'));
  expect(again.readersOf(new Set(['entry city beta']))).toEqual({
    pages: ['/cities/beta'],
    routes: [],
  });
  again.close();
});
