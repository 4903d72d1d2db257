import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import sharp from 'sharp';
import { imagesFolder } from '../publisher/pull/folders.ts';
import { pullContent } from '../publisher/pull/pull.ts';
import { cities } from '../src/collections/cities.ts';
import { newsItems } from '../src/collections/news-items.ts';
import { practices } from '../src/collections/practices.ts';
import { Snapshot } from '../src/snapshot/snapshot.ts';
import { type FakeCms, startFakeCms } from './fake-cms.ts';
import { createWorld, type WorldRow } from './world.ts';

let cms: FakeCms;
let folder: string;
let snapshotFile: string;

beforeEach(async () => {
  cms = await startFakeCms(createWorld());
  folder = mkdtempSync(join(tmpdir(), 'see-pull-'));
  snapshotFile = join(folder, 'snapshot.db');
});

afterEach(async () => {
  await cms.stop();
  rmSync(folder, { recursive: true, force: true });
});

const pull = (options: { full?: boolean; asOf?: string; log?: (line: string) => void } = {}) =>
  pullContent({
    cmsUrl: cms.url,
    token: cms.token,
    snapshotFile,
    allowedMail: ['allowed.example'],
    log: () => undefined,
    asOf: '2026-01-02',
    ...options,
  });

function read<T>(look: (snapshot: Snapshot) => T): T {
  const snapshot = new Snapshot(snapshotFile);
  try {
    return look(snapshot);
  } finally {
    snapshot.close();
  }
}

const changeRow = (
  field: string,
  documentId: string,
  locale: string | null,
  change: Partial<WorldRow>,
) => {
  cms.rows[field] = (cms.rows[field] ?? []).map((row) =>
    row.documentId === documentId && row.locale === locale ? { ...row, ...change } : row,
  );
};

test('a first pull stores every published entry, a second one fetches nothing', async () => {
  const first = await pull();
  expect(first.changed).toBe(true);
  expect(first.counts).toMatchObject({ city: 2, practice: 2, page: 7, notice: 0 });

  cms.asked.length = 0;
  const second = await pull();
  expect(second.changed).toBe(false);
  expect(second.contentVersion).toBe(first.contentVersion);
  expect(cms.asked.filter((name) => name.endsWith('Rows'))).toEqual([]);
});

test('a change in one language fetches the whole document again, and only that one', async () => {
  await pull();
  changeRow('cities', 'alpha', 'el', {
    summary: 'Νέο κείμενο.',
    publishedAt: '2026-02-01T00:00:00.000Z',
  });
  changeRow('cities', 'alpha', 'en', { country: 'BG' });
  cms.asked.length = 0;
  expect((await pull()).changed).toBe(true);
  expect(cms.asked.filter((name) => name.endsWith('Rows'))).toEqual(['CityRows']);
  const city = read((snapshot) => snapshot.bySlug(cities, 'alpha'));
  expect(city?.text.el?.summary).toBe('Νέο κείμενο.');
  expect(city?.country).toBe('BG');
});

test('an entry that is no longer published leaves the snapshot, and links to it lead nowhere', async () => {
  await pull();
  cms.rows.cities = (cms.rows.cities ?? []).filter((row) => row.documentId !== 'alpha');
  await pull();
  read((snapshot) => {
    expect(snapshot.bySlug(cities, 'alpha')).toBeNull();
    const practice = snapshot.bySlug(practices, 'young-first');
    expect(snapshot.linked(cities, practice?.links.cities)).toEqual([]);
  });
});

test('a practice that an editor hides is not pulled, and one that was never hidden is', async () => {
  changeRow('practices', 'young-first', null, { hidden: null });
  changeRow('practices', 'greek-practice', null, { hidden: false });
  expect((await pull()).counts.practice).toBe(2);
  changeRow('practices', 'greek-practice', null, {
    hidden: true,
    publishedAt: '2026-02-01T00:00:00.000Z',
  });
  expect((await pull()).counts.practice).toBe(1);
  read((snapshot) => {
    expect(snapshot.bySlug(practices, 'young-first')?.ref).toBe('SEE-P-001');
    expect(snapshot.bySlug(practices, 'greek-practice')).toBeNull();
    expect(snapshot.refOf('greek-practice')).toBeNull();
  });
});

test('the day turns: the same content is a change, because badges age', async () => {
  await pull();
  expect((await pull({ asOf: '2026-01-03' })).changed).toBe(true);
});

test.each([
  ['errors', /The query "city versions" .*The database is locked/],
  ['partial', /The query "city versions" .*Forbidden access/],
  ['counts', /"city versions" answered 3 rows where the CMS counts 4/],
] as const)(
  'when the CMS answers %s, the pull fails and the snapshot stays',
  async (fault, message) => {
    await pull();
    const before = readFileSync(snapshotFile);
    cms.fault = fault;
    await expect(pull()).rejects.toThrow(message);
    expect(readFileSync(snapshotFile).equals(before)).toBe(true);
    expect(existsSync(`${snapshotFile}.next`)).toBe(false);
  },
);

test('when the CMS is down, the pull says so and the snapshot stays', async () => {
  await pull();
  const before = readFileSync(snapshotFile);
  await cms.stop();
  await expect(pull()).rejects.toThrow(
    /The query "city versions" to .* failed: the CMS cannot be reached/,
  );
  expect(readFileSync(snapshotFile).equals(before)).toBe(true);
});

test('a type that had entries and has none is refused unless it is meant', async () => {
  await pull();
  cms.rows.strategies = [];
  await expect(pull()).rejects.toThrow(
    /"strategy versions" left out 1 of 1 entries that were published before/,
  );
  expect((await pull({ full: true })).counts.strategy).toBe(0);
});

test('an entry that breaks the contract is named with its type, ref and field, and stays as it was', async () => {
  await pull();
  changeRow('newsItems', 'launch', 'en', {
    date: 'some day',
    publishedAt: '2026-02-01T00:00:00.000Z',
  });
  const { faults } = await pull();
  expect(faults).toHaveLength(1);
  expect(faults[0]?.entry).toBe('SEE-W-001');
  expect(faults[0]?.message).toMatch(/The news-item SEE-W-001 does not fit[^]*date/);
  expect(read((snapshot) => snapshot.get(newsItems, 'launch'))?.date).toBe('2013-05-09');
});

test('a type of which nothing can be read is refused', async () => {
  changeRow('newsItems', 'launch', 'en', { date: 'some day' });
  await expect(pull()).rejects.toThrow(/1 of 1 entries of the type news-item do not fit/);
});

test('an entry with a mail address stays as it was, whatever else is new', async () => {
  await pull();
  const shown = () =>
    read((snapshot) =>
      ['young-first', 'greek-practice'].map((id) => snapshot.get(practices, id)?.oneLine),
    );
  const [before] = shown();
  changeRow('practices', 'young-first', null, {
    oneLine: 'Write to Someone@private.example.',
    publishedAt: '2026-02-01T00:00:00.000Z',
  });
  changeRow('practices', 'greek-practice', null, {
    oneLine: 'Write to info@allowed.example.',
    publishedAt: '2026-02-01T00:00:00.000Z',
  });
  for (const time of ['first', 'second']) {
    const { faults } = await pull();
    expect(faults, time).toHaveLength(1);
    expect(faults[0]?.entry, time).toBe('SEE-P-001');
    expect(faults[0]?.message, time).toContain('Someone@private.example');
    expect(shown(), time).toEqual([before, 'Write to info@allowed.example.']);
  }
});

test('an entry that was never shown is left out for a mail address', async () => {
  changeRow('practices', 'young-first', null, { oneLine: 'Write to someone@private.example.' });
  const { faults } = await pull();
  expect(faults.map(({ entry }) => entry)).toEqual(['SEE-P-001']);
  expect(read((snapshot) => snapshot.get(practices, 'young-first'))).toBeNull();
});

test('a wrong token is refused with the status of the CMS', async () => {
  cms = { ...cms, token: 'wrong' };
  await expect(pull()).rejects.toThrow(/status 403/);
});

const withImage = (url: string) => {
  changeRow('cities', 'alpha', 'en', {
    image: { url, hash: 'harbour_0a1b2c', updatedAt: '2026-01-01T00:00:00.000Z' },
    imageAlt: 'The harbour',
  });
};

const pictureOfAlpha = () =>
  read((snapshot) => {
    const image = snapshot.bySlug(cities, 'alpha')?.image;
    return image ? snapshot.picture(image.key) : undefined;
  });

test('an image is prepared in smaller copies without metadata', async () => {
  const photo = sharp({
    create: { width: 2000, height: 1000, channels: 3, background: '#0a4f6e' },
  });
  const withPlace = photo.jpeg().withExif({ IFD0: { Copyright: 'a name that must not travel' } });
  cms.files.set('/uploads/harbour.jpg', await withPlace.toBuffer());
  withImage('/uploads/harbour.jpg');
  await pull();
  const picture = pictureOfAlpha();
  expect(picture?.copies.map(({ width }) => width)).toEqual([480, 960, 1600]);
  const copy = join(imagesFolder(snapshotFile), picture?.copies[0]?.file ?? '');
  expect((await sharp(copy).metadata()).exif).toBeUndefined();
});

test.each([
  ['that is cut off', '/uploads/broken.jpg', /The city SEE-C-001 is shown without its image/],
  ['that is gone', '/uploads/gone.jpg', /the CMS answered 404/],
  ['elsewhere', 'https://tracker.example/pixel.png', /its address is not on the CMS/],
])('an image %s costs the page its picture, not the publish', async (_what, url, message) => {
  cms.files.set('/uploads/broken.jpg', Buffer.from('\xff\xd8\xff\xe0 not a photo', 'latin1'));
  withImage(url);
  const lines: string[] = [];
  await pull({ log: (line) => lines.push(line) });
  expect(lines.join('\n')).toMatch(message);
  expect(pictureOfAlpha()).toBeNull();
});
