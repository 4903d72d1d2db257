import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Outcome } from '../../src/seed/fill';
import { boot, type RunningCms } from '../support/boot';
import { compiled } from '../support/compiled';
import { folderOf, likeSeed, town } from './import-folder';
import { attributesFromFiles, changedSeed, seedFolder } from './support';

const rowSchema = z.looseObject({
  id: z.number(),
  documentId: z.string(),
  ref: z.string(),
  locale: z.string().nullish(),
  publishedAt: z.unknown(),
  summary: z.string().nullish(),
  links: z.unknown(),
});

let cms: RunningCms;

const types = ['city', 'challenge', 'organisation', 'practice'] as const;
const uidOf = (type: (typeof types)[number]) => `api::${type}.${type}` as const;

/** Every row of the types in question, drafts and languages included. */
async function allRows() {
  const lists = await Promise.all(
    types.map((type) => cms.strapi.db.query(uidOf(type)).findMany({ orderBy: 'id' })),
  );
  return z.array(rowSchema).parse(lists.flat());
}

async function rowsOf(ref: string) {
  const rows = (await allRows()).filter((row) => row.ref === ref);
  const live = rows.filter(({ publishedAt }) => publishedAt !== null);
  return { rows, live, draft: rows.find(({ publishedAt }) => publishedAt === null) };
}

/** The part of the seed that the records of the tests point at. */
function fillSeed(folder = seedFolder): Promise<Outcome> {
  const seed = compiled('seed/read-seed').readSeed(folder, attributesFromFiles);
  const records = seed.records.filter(({ ref }) => /^SEE-T-|^SEE-C-00[12]$/.test(ref));
  return compiled('seed/fill').fill(cms.strapi, { ...seed, records });
}

function importFrom(given: string, options: { check?: boolean; drafts?: boolean } = {}) {
  const { importRecords } = compiled('seed/import-records');
  return importRecords(cms.strapi, given, { check: false, drafts: false, ...options });
}

const importOf = (files: Record<string, unknown>, options = {}) =>
  importFrom(folderOf(files), options);

const tallyOf = ({ tallies }: Outcome, file: string) => tallies.find((each) => each.file === file);

async function edit(ref: string, data: object): Promise<void> {
  const { documentId } = z.object({ documentId: z.string() }).parse((await rowsOf(ref)).draft);
  await cms.strapi.documents('api::city.city').update({ documentId, locale: 'en', data });
}

async function start(): Promise<void> {
  cms = await boot();
  await fillSeed();
}

describe('an import', () => {
  beforeAll(start);
  afterAll(() => cms.stop());

  test('creates what is new, published, with its relations and languages', async () => {
    const before = await allRows();
    const outcome = await importOf({
      'cities.yaml': [town()],
      'organisations.json': [
        likeSeed('organisations', 'SEE-O-001', {
          ref: 'SEE-O-900',
          slug: 'newtown-hall',
          name: 'Newtown Hall',
          city: 'SEE-C-900',
        }),
      ],
      'practices.yml': [
        likeSeed('practices', 'SEE-P-001', {
          ref: 'SEE-P-900',
          slug: 'newtown-first',
          cities: ['SEE-C-900', 'SEE-C-002'],
          challenges: ['SEE-T-002'],
          organisation: 'SEE-O-900',
          methodologies: [],
          instruments: [],
          project: null,
          adaptedFrom: null,
        }),
      ],
      'translations/el.yaml': {
        translation: 'reviewed',
        cities: { 'SEE-C-900': { name: 'Νέα Πόλη', summary: 'Μια πόλη.' } },
      },
      'notes.txt': 'not for the database',
    });
    expect(tallyOf(outcome, 'cities')).toMatchObject({ created: 1, total: 1, translations: 1 });
    expect(tallyOf(outcome, 'practices')).toMatchObject({ created: 1, total: 1 });
    expect(outcome.notices).toContainEqual(expect.stringContaining('notes.txt'));
    const after = await allRows();
    expect(after.filter(({ id, ref }) => before.some((b) => b.id === id && b.ref === ref))).toEqual(
      before,
    );
    const idOf = (ref: string) => after.find((row) => row.ref === ref)?.documentId;
    const newtown = await rowsOf('SEE-C-900');
    expect(newtown.live.map(({ locale }) => locale).sort()).toEqual(['el', 'en']);
    expect(newtown.draft?.links).toMatchObject({ challenges: [idOf('SEE-T-001')] });
    const { live } = await rowsOf('SEE-P-900');
    expect(live).toEqual([expect.objectContaining({ organisationName: 'Newtown Hall' })]);
    expect(live[0]?.links).toMatchObject({ cities: [idOf('SEE-C-900'), idOf('SEE-C-002')] });
  });

  test('of the same again changes nothing, not even a time', async () => {
    const file = path.join(folderOf({ 'cities.json': [town()] }), 'cities.json');
    const before = await allRows();
    expect(tallyOf(await importFrom(file), 'cities')).toMatchObject({ unchanged: 1, total: 1 });
    expect(await allRows()).toEqual(before);
  });

  test('that is only a check tells the same and writes nothing', async () => {
    const before = await allRows();
    const changed = { 'cities.yaml': [town({ summary: 'Checked.' }), town(second)] };
    const outcome = await importOf(changed, { check: true });
    expect(tallyOf(outcome, 'cities')).toMatchObject({ updated: 1, created: 1, total: 2 });
    expect(await allRows()).toEqual(before);
    expect(tallyOf(await importOf(changed), 'cities')).toMatchObject({ updated: 1, created: 1 });
  });

  test('changes what nobody edited, live as well', async () => {
    await importOf({ 'cities.yaml': [town({ summary: 'Another summary.' })] });
    const { rows } = await rowsOf('SEE-C-900');
    const english = rows.filter(({ locale }) => locale === 'en');
    expect(english.map(({ summary }) => summary)).toEqual(['Another summary.', 'Another summary.']);
  });

  test('leaves alone what an editor changed, and names it', async () => {
    await edit('SEE-C-900', { summary: 'Edited by hand.' });
    const outcome = await importOf({ 'cities.yaml': [town({ summary: 'A third summary.' })] });
    expect(tallyOf(outcome, 'cities')).toMatchObject({ left: 1, total: 1 });
    expect(outcome.notices).toEqual([expect.stringMatching(/^SEE-C-900 en .* an editor/)]);
    expect((await rowsOf('SEE-C-900')).draft?.summary).toBe('Edited by hand.');
  });

  test('leaves alone what was written in the admin, and what was deleted there', async () => {
    await cms.strapi.documents('api::challenge.challenge').create({
      locale: 'en',
      data: { ref: 'SEE-T-901', title: 'By hand', definition: 'Somebody wrote this.' },
    });
    const documentId = (await rowsOf('SEE-C-901')).draft?.documentId ?? '';
    await cms.strapi.documents('api::city.city').delete({ documentId, locale: '*' });
    const challenge = likeSeed('challenges', 'SEE-T-001', {
      ref: 'SEE-T-901',
      slug: 'imported',
      key: 'imported',
    });
    const { notices } = await importOf({
      'challenges.yaml': [challenge],
      'cities.yaml': [town(second)],
    });
    expect(notices).toContainEqual(expect.stringContaining('SEE-T-901 en stands in the database'));
    expect(notices).toContainEqual(expect.stringContaining('SEE-C-901 en was deleted'));
    expect((await rowsOf('SEE-C-901')).rows).toEqual([]);
  });

  test('is not undone by the seed, which leaves it alone ever after', async () => {
    const kavala = likeSeed('cities', 'SEE-C-001', {
      summary: 'As others see it.',
      challenges: [],
    });
    const outcome = await importOf({ 'cities.yaml': [kavala] });
    expect(tallyOf(outcome, 'cities')).toMatchObject({ updated: 1 });
    await fillSeed();
    const live = async () => (await rowsOf('SEE-C-001')).live.find(({ locale }) => locale === 'en');
    expect((await live())?.summary).toBe('As others see it.');
    const later = changedSeed('cities.yaml', (text) => text.replace('Port city', 'Harbour city'));
    const { notices } = await fillSeed(later);
    expect(notices).toContainEqual(expect.stringContaining('SEE-C-001 en changed in the files'));
    expect((await live())?.summary).toBe('As others see it.');
  });
});

const second = { ref: 'SEE-C-901', slug: 'secondtown', name: 'Secondtown' };

describe('an import as drafts', () => {
  beforeAll(start);
  afterAll(() => cms.stop());

  test('leaves it to editors to publish, whose publishing is no change', async () => {
    const outcome = await importOf({ 'cities.yaml': [town(), town(second)] }, { drafts: true });
    expect(tallyOf(outcome, 'cities')).toMatchObject({ created: 2 });
    const { live, draft } = await rowsOf('SEE-C-900');
    expect(live).toEqual([]);
    const documentId = draft?.documentId ?? '';
    await cms.strapi.documents('api::city.city').publish({ documentId, locale: 'en' });
    await importOf({ 'cities.yaml': [town({ summary: 'Newer.' })] });
    expect((await rowsOf('SEE-C-900')).live).toEqual([
      expect.objectContaining({ summary: 'Newer.' }),
    ]);
  });

  test('goes live when the same is imported to be published', async () => {
    const outcome = await importOf({ 'cities.yaml': [town(second)] });
    expect(tallyOf(outcome, 'cities')).toMatchObject({ updated: 1 });
    expect((await rowsOf('SEE-C-901')).live).toHaveLength(1);
  });

  test('of a live entry changes its working copy alone', async () => {
    await importOf({ 'cities.yaml': [town({ summary: 'To be read first.' })] }, { drafts: true });
    const { live, draft } = await rowsOf('SEE-C-900');
    expect(live[0]?.summary).toBe('Newer.');
    expect(draft?.summary).toBe('To be read first.');
  });

  test('waits with practices as those that editors write, and says what has no drafts', async () => {
    const practice = {
      ...likeSeed('practices', 'SEE-P-001', { ref: 'SEE-P-900', slug: 'drafted' }),
      ...{ cities: ['SEE-C-900'], challenges: [], organisation: null, project: null },
      ...{ methodologies: [], instruments: [], adaptedFrom: null },
    };
    const term = likeSeed('glossary', 'SEE-G-001', { ref: 'SEE-G-900', slug: 'term', related: [] });
    const files = { 'practices.json': [practice], 'glossary.json': [term] };
    const { notices } = await importOf(files, { drafts: true });
    expect(notices).toContainEqual('glossary have no drafts: they are published.');
    const { live, draft } = await rowsOf('SEE-P-900');
    expect(live).toEqual([]);
    expect(draft).toMatchObject({ reviewState: null });
    const documentId = draft?.documentId ?? '';
    await cms.strapi.documents('api::practice.practice').publish({ documentId });
    const renamed = { 'practices.json': [{ ...practice, title: 'Another title' }] };
    expect(tallyOf(await importOf(renamed), 'practices')).toMatchObject({ updated: 1 });
  });
});

describe('faults are told by file, record and path, and nothing is written', () => {
  beforeAll(start);
  afterAll(() => cms.stop());
  let before: unknown;
  beforeEach(async () => {
    before = await allRows();
  });

  const bomb = `- &a [x, x, x, x, x, x, x, x, x, x]\n${Array.from('bcdefghi')
    .map((name, i) => `- &${name} [${Array(10).fill(`*${'abcdefgh'[i]}`).join(', ')}]`)
    .join('\n')}\n`;

  test.each<[string, Record<string, unknown>, string | RegExp]>([
    ['an unknown type', { 'towns.yaml': [town()] }, 'towns.yaml, whole file: must be named after'],
    [
      'an unknown field',
      { 'cities.yaml': [town({ mayor: 'x' })] },
      /cities.yaml, SEE-C-900: .*mayor/,
    ],
    [
      'a missing field',
      { 'cities.yaml': [town({ name: null })] },
      'cities.yaml, SEE-C-900, name: ',
    ],
    [
      'a ref to nothing',
      { 'cities.json': [town({ challenges: ['SEE-T-001', 'SEE-T-999'] })] },
      'cities.json, SEE-C-900, challenges.1: points at SEE-T-999',
    ],
    [
      'a ref given twice',
      { 'cities.json': [town()], 'cities.yaml': [town({ slug: 'other' })] },
      'cities.yaml, SEE-C-900, ref: "SEE-C-900" is used',
    ],
    ['a ref of another type', { 'cities.yaml': [town({ ref: 'SEE-P-900' })] }, 'SEE-P-900, ref: '],
    [
      'a text of five megabytes',
      { 'cities.yaml': [town({ summary: 'a '.repeat(2_621_440) })] },
      'cities.yaml, SEE-C-900, summary: has 5242879 characters',
    ],
    [
      'formatted text of five megabytes',
      { 'cities.yaml': [town({ profile: 'a '.repeat(2_621_440) })] },
      'cities.yaml, SEE-C-900, profile',
    ],
    [
      'the address of another entry',
      { 'cities.yaml': [town({ slug: 'kavala' })] },
      'cities.yaml, SEE-C-900, slug: Another entry has or had the address "kavala"',
    ],
    [
      'what is not YAML',
      { 'cities.yaml': '- ref: [\n' },
      /cities.yaml, line \d: is not valid YAML/,
    ],
    ['what is not JSON', { 'cities.json': '[{]' }, 'cities.json, whole file: is not valid JSON'],
    [
      'what unfolds without end',
      { 'cities.yaml': bomb },
      'cities.yaml, whole file: cannot be read',
    ],
    ['what is no list', { 'cities.yaml': town() }, 'cities.yaml, whole file: must be a list'],
    ['an empty folder', {}, 'whole folder: holds no file of records'],
    [
      'a language nobody reads',
      { 'cities.yaml': [town()], 'translations/de.yaml': {} },
      'translations/de.yaml, whole file: is none of',
    ],
    [
      'a translation of nothing',
      {
        'cities.yaml': [town()],
        'translations/el.yaml': { translation: 'machine', cities: { 'SEE-C-001': {} } },
      },
      'translations/el.yaml, SEE-C-001: ',
    ],
  ])('%s', async (_, files, said) => {
    await expect(importOf(files)).rejects.toThrow(said);
    expect(await allRows()).toEqual(before);
  });

  test('all of them at once', async () => {
    const cities = [town({ name: null }), town({ ...second, kind: 'village' }), { slug: 'x' }];
    const failure = expect(importOf({ 'cities.yaml': cities, 'pages.yaml': 'x' })).rejects;
    await failure.toThrow(
      /pages.yaml.*SEE-C-900, name.*SEE-C-901, kind.*record 3, ref: is missing/s,
    );
  });

  test('in a check too, those of the content model included', async () => {
    const files = { 'cities.yaml': [town({ slug: 'kavala' }), town({ ...second, slug: 'map' })] };
    await expect(importOf(files, { check: true })).rejects.toThrow(
      /SEE-C-900, slug.*SEE-C-901, slug/s,
    );
    expect(await allRows()).toEqual(before);
  });
});
