import type { Struct } from '@strapi/strapi';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { Outcome } from '../../src/seed/fill';
import type { Seed } from '../../src/seed/seed-record';
import { boot, type RunningCms } from '../support/boot';
import { compiled } from '../support/compiled';
import { changedSeed, seedFolder } from './support';

const rowsSchema = z.array(
  z.looseObject({
    documentId: z.string(),
    ref: z.string(),
    updatedAt: z.unknown(),
    links: z.unknown(),
  }),
);

const cityRow = z.looseObject({
  documentId: z.string(),
  summary: z.string(),
  links: z.unknown(),
});

let cms: RunningCms;
let seed: Seed;
let first: Outcome;
const lines: string[] = [];

function read(folder: string): Seed {
  const { readSeed } = compiled('seed/read-seed');
  const { attributesIn } = compiled('seed/attributes-in');
  return readSeed(folder, attributesIn(cms.strapi));
}

const fill = (content: Seed): Promise<Outcome> => compiled('seed/fill').fill(cms.strapi, content);

const uids = () => [...new Set(seed.records.map((record) => record.kind.uid))];

async function allRows() {
  const lists = await Promise.all(uids().map((uid) => cms.strapi.db.query(uid).findMany({})));
  return lists.map((list) => rowsSchema.parse(list));
}

async function englishRow(ref: string, isPublished: boolean) {
  const where = { ref, locale: 'en', publishedAt: { [isPublished ? '$notNull' : '$null']: true } };
  return cityRow.parse(await cms.strapi.db.query('api::city.city').findOne({ where }));
}

beforeAll(async () => {
  cms = await boot();
  seed = read(seedFolder);
  first = await compiled('seed/fill').fill(cms.strapi, seed, {
    onProgress: (line) => lines.push(line),
  });
}, 300_000);
afterAll(() => cms.stop());

test('the counts are those of the files', () => {
  const created = first.tallies.reduce((sum, tally) => sum + tally.created, 0);
  expect(created).toBe(seed.records.length);
  expect(first.notices).toEqual([]);
});

test('a line tells of each file, and of what takes longest', () => {
  expect(lines).toHaveLength(first.tallies.length + 2);
  expect(lines.at(-2)).toMatch(/^relations and parts of \d+ rows …$/);
  expect(lines.at(-1)).toBe(`publishing ${seed.records.length} records …`);
});

test('every entry is published, in every language it is translated into', async () => {
  for (const uid of uids()) {
    const records = seed.records.filter((record) => record.kind.uid === uid);
    const rows = records.reduce((sum, record) => sum + 1 + record.translations.size, 0);
    const type: Struct.ContentTypeSchema = cms.strapi.contentType(uid);
    const where = type.options?.draftAndPublish ? { publishedAt: { $notNull: true } } : {};
    expect(await cms.strapi.db.query(uid).count({ where }), uid).toBe(rows);
  }
});

test('every relation of the files is a link to the entry it names', async () => {
  const rows = (await allRows()).flat();
  const refs = new Map(rows.map((row) => [row.documentId, row.ref]));
  const named = (value: unknown): string[] => {
    if (typeof value === 'string') return [refs.get(value) ?? `unknown ${value}`];
    if (value === null || typeof value !== 'object') return [];
    return Object.values(value).flatMap(named);
  };
  for (const record of seed.records) {
    const row = rows.find(({ ref, locale }) => ref === record.ref && (locale ?? 'en') === 'en');
    expect(named(row?.links).sort(), record.ref).toEqual(refsIn(record.fields).sort());
  }
});

function refsIn(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return [];
  if ('ref' in value && Object.keys(value).length === 1) return [String(value.ref)];
  return Object.values(value).flatMap(refsIn);
}

test('seeding again changes nothing, not even a time', async () => {
  const before = await allRows();
  const again = await fill(read(seedFolder));
  expect(again.tallies.every((tally) => tally.unchanged === tally.total)).toBe(true);
  expect(await allRows()).toEqual(before);
});

test('a change of the files reaches an entry that nobody edited', async () => {
  const folder = changedSeed('cities.yaml', (text) =>
    text.replace('Port city in northern Greece', 'Harbour city in northern Greece'),
  );
  const outcome = await fill(read(folder));
  expect(outcome.tallies.find(({ file }) => file === 'cities')).toMatchObject({ updated: 1 });
  for (const isPublished of [false, true]) {
    const row = await englishRow('SEE-C-001', isPublished);
    expect(row.summary).toMatch(/^Harbour city/);
    expect(row.links).toMatchObject({ challenges: { length: 5 } });
  }
});

test('an entry that an editor changed is left alone, and that is said', async () => {
  const { documentId } = await englishRow('SEE-C-002', false);
  await cms.strapi
    .documents('api::city.city')
    .update({ documentId, locale: 'en', data: { summary: 'Edited by hand.' } });
  const folder = changedSeed('cities.yaml', (text) =>
    text.replace('localName: Δράμα', 'localName: ΔΡΑΜΑ'),
  );
  const { notices } = await fill(read(folder));
  expect(notices).toEqual([
    expect.stringContaining('SEE-C-002 en changed in the files, but an editor'),
  ]);
  expect(await englishRow('SEE-C-002', false)).toMatchObject({
    summary: 'Edited by hand.',
    localName: 'Δράμα',
  });
});

test('an entry that an editor deleted does not come back', async () => {
  const { documentId } = await englishRow('SEE-C-043', false);
  await cms.strapi.documents('api::city.city').delete({ documentId, locale: '*' });
  await fill(read(seedFolder));
  expect((await allRows()).flat().filter(({ ref }) => ref === 'SEE-C-043')).toEqual([]);
});

test('a failure in the middle leaves the database as it was', async () => {
  const before = await allRows();
  const folder = changedSeed('pages.yaml', (text) =>
    text.replace('title: The platform', 'title: Us'),
  );
  const content = read(folder);
  const broken = { ...content, records: content.records.map(withoutTitle) };
  await expect(fill(broken)).rejects.toThrow();
  expect(await allRows()).toEqual(before);
});

/** Something the reading would have refused: a page that cannot be published. */
function withoutTitle(record: Seed['records'][number]): Seed['records'][number] {
  if (record.ref !== 'SEE-X-002') return record;
  return { ...record, fields: { ...record.fields, title: null } };
}
