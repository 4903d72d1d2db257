/** Row 2: an editor takes an entry away, and it leaves the page, the lists, open data and search. */
import type { Say } from '../../machine/progress.ts';
import { type Figure, inSeconds, spreadOf } from '../figure.ts';
import type { BenchPlatform } from '../platform/bench-platform.ts';
import { Editor } from '../platform/editor.ts';
import { Reader } from '../platform/reader.ts';
import { fileOfArchive } from './archive.ts';
import { type Address, spreadPractices } from './content.ts';
import { findInIndex } from './find-in-index.ts';
import { untilSearchable } from './until-searchable.ts';
import { pagesThatList } from './pages-that-list.ts';

const rounds = 5;
const files = ['/data/practices.csv', '/data/practices.json', '/feeds/practices.xml'];
const archive = '/data/all.zip';

/** Milliseconds from the editor's call. */
interface Gone {
  page: number;
  lists: number;
  files: number;
  archive: number;
  search: number;
}

export async function measureUnpublish(
  platform: BenchPlatform,
  entries: number,
  say: Say,
): Promise<Figure[]> {
  const editor = await Editor.signIn(platform.settings);
  const all: Gone[] = [];
  for (const practice of spreadPractices(platform.snapshotFile, rounds)) {
    const { documentId } = await editor.find('practice', practice.slug);
    const gone = await seeGo(platform, practice, () => editor.unpublish('practice', documentId));
    all.push(gone);
    say(
      `${practice.ref} gone: page ${inSeconds(gone.page)} s, lists ${inSeconds(gone.lists)} s, open data ${inSeconds(gone.files)} s, search ${inSeconds(gone.search)} s`,
    );
    await editor.publish('practice', documentId);
    await platform.settled();
  }
  const figure = (what: string, key: keyof Gone, most: number): Figure => {
    const values = all.map((each) => each[key]);
    const value = inSeconds(Math.max(...values));
    const note = spreadOf(values);
    return { row: '2', what, entries, value, unit: 's', reach: { atMost: most }, note };
  };
  return [
    figure(`unpublish-to-gone: page, worst of ${rounds}`, 'page', 1),
    figure('unpublish-to-gone: all lists', 'lists', 1),
    figure('unpublish-to-gone: open data and feeds', 'files', 10),
    figure('unpublish-to-gone: archive (zip)', 'archive', 60),
    figure('unpublish-to-gone: search', 'search', 60),
  ];
}

async function seeGo(
  platform: BenchPlatform,
  { slug, ref }: Address,
  unpublish: () => Promise<void>,
): Promise<Gone> {
  const reader = new Reader(platform.settings.ports.site);
  const page = `/practices/${slug}`;
  const lists = await pagesThatList(reader, page);
  const shown = await filesWith(reader, page);
  const tags = await Promise.all([...shown, archive].map((file) => reader.tag(file)));
  const begun = performance.now();
  const beganAt = Date.now();
  const pages = async () => {
    const pageAt = await reader.see(page, ({ status }) => status !== 200);
    let listsAt = pageAt;
    for (const list of lists) {
      listsAt = await reader.see(list, ({ text }) => !text.includes(`${page}"`));
    }
    return { pageAt, listsAt };
  };
  const [{ pageAt, listsAt }, searchAt, archiveAt, ...filesAt] = await Promise.all([
    pages(),
    seeUnfound(platform, { slug, ref }, beganAt),
    seeGone(reader, archive, tags.at(-1) ?? '', () => isInArchive(reader, page)),
    ...shown.map((file, index) =>
      seeGone(reader, file, tags[index] ?? '', () => isInFile(reader, file, page)),
    ),
    unpublish(),
  ]);
  await platform.settled();
  await assertGone(platform, reader, { slug, ref });
  return {
    page: pageAt - begun,
    lists: listsAt - begun,
    files: Math.max(...filesAt.flatMap((at) => at ?? [])) - begun,
    archive: archiveAt - begun,
    search: searchAt - beganAt,
  };
}

/** Open data may have been on its way for an earlier state: what comes first can hold the entry still. */
async function seeGone(
  reader: Reader,
  file: string,
  tag: string,
  isThere: () => Promise<boolean>,
): Promise<number> {
  for (let known = tag; ;) {
    await reader.seeOther(file, known);
    known = await reader.tag(file);
    const at = performance.now();
    if (!(await isThere())) return at;
  }
}

/** When the search no longer finds the entry, as `Date.now()`. */
async function seeUnfound(
  platform: BenchPlatform,
  entry: Pick<Address, 'slug' | 'ref'>,
  beganAt: number,
): Promise<number> {
  for (let since = beganAt; ;) {
    since = await untilSearchable(platform, since);
    if (!(await isFound(platform, entry))) return since;
  }
}

async function isFound(
  platform: BenchPlatform,
  { slug, ref }: Pick<Address, 'slug' | 'ref'>,
): Promise<boolean> {
  return (await findInIndex(platform.liveDir, ref)).includes(`/practices/${slug}`);
}

const isInFile = async (reader: Reader, file: string, page: string): Promise<boolean> =>
  (await reader.get(file)).text.includes(page);

/** An archive that cannot be read counts as one that holds it. */
async function isInArchive(reader: Reader, page: string): Promise<boolean> {
  return (fileOfArchive(await reader.bytes(archive), 'practices.csv') ?? page).includes(page);
}

/** Those of the files that hold the entry; a feed, say, has only the newest. */
async function filesWith(reader: Reader, page: string): Promise<string[]> {
  const held: string[] = [];
  for (const file of files) if (await isInFile(reader, file, page)) held.push(file);
  return held;
}

async function assertGone(
  platform: BenchPlatform,
  reader: Reader,
  { slug, ref }: Pick<Address, 'slug' | 'ref'>,
): Promise<void> {
  const texts = await Promise.all(
    files.map(async (file) => [file, (await reader.get(file)).text] as const),
  );
  const inArchive = fileOfArchive(await reader.bytes(archive), 'practices.csv');
  const left = [...texts, [archive, inArchive ?? ref] as const]
    .filter(([, text]) => text.includes(`/practices/${slug}`))
    .map(([file]) => file);
  if (await isFound(platform, { slug, ref })) left.push('the search');
  if (left.length > 0) {
    throw new Error(`${ref} was unpublished and is still in ${left.join(', ')}.`);
  }
}
