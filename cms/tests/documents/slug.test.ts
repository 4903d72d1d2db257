import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFreeSlug } from '../../src/documents/slug-addresses.js';
import { slugify } from '../../src/documents/slugify.js';
import { boot, type RunningCms } from '../support/boot.js';
import { cityData, CITY, documents, ORGANISATION, PRACTICE, refusedPaths } from './support.js';

describe('slugify', () => {
  it.each([
    ['Drama', 'drama'],
    ['Satu Mare – Țara Crișurilor', 'satu-mare-tara-crisurilor'],
    ['Đorđe Šćepanović & “Žabljak”', 'dorde-scepanovic-zabljak'],
    ['Δράμα: ευρωπαϊκή πόλη', 'drama-evropaiki-poli'],
    ['Ούτε μπάλα στο Αμπελόκηποι', 'oute-bala-sto-ampelokipoi'],
    ['Нови Сад, Њујорк, Ђурђевдан', 'novi-sad-njujork-djurdjevdan'],
    ['Музей Ѓорче', 'muzey-gjorche'],
    ["L'Aquila’s plan", 'laquilas-plan'],
    ['../x', 'x'],
    ['<script>alert(1)</script>', 'script-alert-1-script'],
    ['— … —', ''],
    ['城市', ''],
  ])('%s → %s', (title, slug) => {
    expect(slugify(title)).toBe(slug);
  });

  it('cuts at a word within 80 characters, and a single long word inside it', () => {
    expect(slugify(`${'word '.repeat(15)}sixteenth`)).toBe('word-'.repeat(15).slice(0, -1));
    expect(slugify('a'.repeat(200))).toBe('a'.repeat(80));
  });
});

describe('findFreeSlug', () => {
  it('counts past taken and reserved ones and stays within 80 characters', () => {
    expect(findFreeSlug('drama', new Set(['drama', 'drama-2']))).toBe('drama-3');
    expect(findFreeSlug('search', new Set())).toBe('search-2');
    const long = 'a'.repeat(80);
    expect(findFreeSlug(long, new Set([long]))).toBe(`${'a'.repeat(78)}-2`);
  });
});

describe('slug', () => {
  let cms: RunningCms;
  beforeAll(async () => {
    cms = await boot();
  });
  afterAll(() => cms.stop());
  const cities = () => documents(cms.strapi, CITY);
  const create = (data: Record<string, unknown>) => cities().create({ data: cityData(data) });
  const read = (documentId: string, status: 'draft' | 'published') =>
    cities().findOne({ documentId, status });

  it('is made from the title and unique in its type, drafts included', async () => {
    expect((await create({ name: 'Δράμα' })).slug).toBe('drama');
    expect((await create({ name: 'Drama' })).slug).toBe('drama-2');
    const body = { name: 'Drama', actorType: 'ngo', country: 'GR' };
    expect((await documents(cms.strapi, ORGANISATION).create({ data: body })).slug).toBe('drama');
  });

  it.each([
    'index',
    '404',
    'page',
    'data',
    'feeds',
    'search',
    'new',
    'edit',
    'el',
    'sr',
    '..',
    '../x',
    'a/b',
    'A',
    'a--b',
    '-a',
    'ä',
    'a b',
    'a.html',
    'a\n',
    'a'.repeat(81),
    7,
    {},
  ])('refuses %j at creation and later', async (slug) => {
    expect(await refusedPaths(create({ slug }))).toEqual(['slug']);
    const { documentId } = await create({});
    expect(await refusedPaths(cities().update({ documentId, data: { slug } }))).toEqual(['slug']);
  });

  it("may be an editor's choice unless another document has or had it", async () => {
    const first = await create({ slug: 'chosen' });
    expect(first.slug).toBe('chosen');
    expect(await refusedPaths(create({ slug: 'chosen' }))).toEqual(['slug']);
    const same = await cities().update({ documentId: first.documentId, data: { slug: 'chosen' } });
    expect(same.slug).toBe('chosen');
    await cities().publish(first.documentId);
    await cities().update({ documentId: first.documentId, data: { slug: 'moved' } });
    await cities().publish(first.documentId);
    expect(await refusedPaths(create({ slug: 'chosen' }))).toEqual(['slug']);
    expect((await create({ name: 'Chosen' })).slug).toBe('chosen-2');
  });

  it('stays when the title changes', async () => {
    const { documentId } = await create({ name: 'Old name' });
    const changed = await cities().update({ documentId, data: { name: 'New name', slug: null } });
    expect(changed.slug).toBe('old-name');
  });

  it('of a draft without a title is its ref until the title comes', async () => {
    const practices = documents(cms.strapi, PRACTICE);
    const draft = await practices.create({ data: {} });
    expect(draft.slug).toBe(String(draft.ref).toLowerCase());
    const { documentId } = draft;
    const titled = await practices.update({ documentId, data: { title: 'A real title' } });
    expect(titled.slug).toBe('a-real-title');
  });

  it('leaves the address it was published at in formerSlugs, and no other', async () => {
    const { documentId } = await create({ slug: 'first-home' });
    await cities().update({ documentId, data: { slug: 'never-public' } });
    await cities().publish(documentId);
    expect((await read(documentId, 'published'))?.formerSlugs).toEqual([]);
    await cities().update({ documentId, data: { slug: 'between' } });
    await cities().update({ documentId, data: { slug: 'second-home', formerSlugs: ['forged'] } });
    await cities().publish(documentId);
    expect(await read(documentId, 'published')).toMatchObject({
      slug: 'second-home',
      formerSlugs: ['never-public'],
    });
    await cities().update({ documentId, data: { slug: 'never-public' } });
    await cities().publish(documentId);
    expect((await read(documentId, 'published'))?.formerSlugs).toEqual(['second-home']);
  });

  it('remembers an address through unpublish and discard', async () => {
    const { documentId } = await create({ slug: 'was-public' });
    await cities().publish(documentId);
    await cities().unpublish(documentId);
    await cities().update({ documentId, data: { slug: 'public-again' } });
    await cities().publish(documentId);
    await cities().update({ documentId, data: { slug: 'discarded' } });
    await cities().discardDraft(documentId);
    for (const status of ['draft', 'published'] as const) {
      expect(await read(documentId, status)).toMatchObject({
        slug: 'public-again',
        formerSlugs: ['was-public'],
      });
    }
  });

  it('of a type without drafts leaves its address at once', async () => {
    const organisations = documents(cms.strapi, ORGANISATION);
    const data = { name: 'Chamber', actorType: 'chamber', country: 'GR' };
    const { documentId } = await organisations.create({ data });
    await organisations.update({ documentId, data: { slug: 'the-chamber' } });
    expect((await organisations.findOne({ documentId }))?.formerSlugs).toEqual(['chamber']);
    await organisations.update({ documentId, data: { slug: 'chamber' } });
    expect((await organisations.findOne({ documentId }))?.formerSlugs).toEqual(['the-chamber']);
  });
});
