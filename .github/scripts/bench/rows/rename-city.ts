/** Row 3: a city that hundreds of pages name gets another name, and one that far more name. */
import type { Say } from '../../machine/progress.ts';
import { type Figure, inSeconds, median } from '../figure.ts';
import type { BenchPlatform } from '../platform/bench-platform.ts';
import { Editor } from '../platform/editor.ts';
import { Reader } from '../platform/reader.ts';
import { cityWithPractices } from './content.ts';
import { newMark } from './mark.ts';
import { inodesOf, isPage, pagesWith } from './release-files.ts';

const rounds = 5;
/** Pages in five languages that name a town with so many practices: some two hundred, and far more. */
const sizes = [30, 200];
const fewPages = 300;

interface Renamed {
  readonly practices: number;
  /** Pages that show the name. */
  readonly pages: number;
  readonly times: readonly number[];
  /** Pages rewritten that do not show it. */
  readonly superfluous: number;
}

export async function measureRename(
  platform: BenchPlatform,
  entries: number,
  say: Say,
): Promise<Figure[]> {
  const cities = sizes.map((size) => cityWithPractices(platform.snapshotFile, size));
  const each = new Map(cities.map((city) => [city.slug, city]));
  const all: Renamed[] = [];
  for (const city of each.values()) all.push(await renameOften(platform, city, say));
  return all.flatMap((renamed) => figuresOf(renamed, entries));
}

async function renameOften(
  platform: BenchPlatform,
  { slug, practices }: { readonly slug: string; readonly practices: number },
  say: Say,
): Promise<Renamed> {
  const editor = await Editor.signIn(platform.settings);
  const { documentId, name } = await editor.find('city', slug);
  const rename = renamer(platform, editor, { slug, documentId });
  // A name that nothing else contains: the pages that show it are the affected ones, and all of them.
  let current = `Town ${newMark()}`;
  await rename(current);
  const times: number[] = [];
  let [pages, superfluous] = [0, 0];
  for (let round = 1; round <= rounds; round++) {
    const next = `Town ${newMark()}`;
    const affected = pagesWith(platform.liveDir, current);
    const before = inodesOf(platform.liveDir);
    times.push(await rename(next));
    const after = inodesOf(platform.liveDir);
    refuseMissed(pagesWith(platform.liveDir, current));
    pages = affected.size;
    superfluous = [...after].filter(
      ([file, inode]) => before.get(file) !== inode && isPage(file) && !affected.has(file),
    ).length;
    say(
      `rename ${round} of ${rounds}: ${pages} pages in ${inSeconds(times.at(-1) ?? 0)} s, ${superfluous} others rewritten`,
    );
    current = next;
  }
  await rename(String(name));
  return { practices, pages, times, superfluous };
}

function renamer(
  platform: BenchPlatform,
  editor: Editor,
  { slug, documentId }: { readonly slug: string; readonly documentId: string },
) {
  const reader = new Reader(platform.settings.ports.site);
  return async (to: string): Promise<number> => {
    await editor.save('city', documentId, { name: to });
    const begun = performance.now();
    const seen = reader.see(`/cities/${slug}`, ({ text }) => text.includes(to));
    const [liveAt] = await Promise.all([seen, editor.publish('city', documentId)]);
    await platform.settled();
    return liveAt - begun;
  };
}

function refuseMissed(missed: ReadonlySet<string>): void {
  const [first] = missed;
  if (first === undefined) return;
  throw new Error(`${missed.size} pages still show the old name, ${first} for one.`);
}

function figuresOf({ practices, pages, times, superfluous }: Renamed, entries: number): Figure[] {
  const shared = { row: '3', entries } as const;
  const what = `renaming a city with ${practices} practices`;
  return [
    {
      ...shared,
      what: `${what}, worst of ${rounds}`,
      value: inSeconds(Math.max(...times)),
      unit: 's',
      // What is to be reached is said of two hundred pages.
      reach: pages <= fewPages ? { atMost: 2 } : null,
      note: `median ${inSeconds(median(times))}; ${pages} pages show it, none was missed`,
    },
    {
      ...shared,
      what: `${what}: pages rewritten that do not show it`,
      value: superfluous,
      unit: '',
      reach: { atMost: 0 },
      note: '',
    },
  ];
}
