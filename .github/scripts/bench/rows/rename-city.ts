/** Row 3: a city that many pages name gets another name. */
import type { Say } from '../../machine/progress.ts';
import { type Figure, inSeconds, median } from '../figure.ts';
import type { BenchPlatform } from '../platform/bench-platform.ts';
import { Editor } from '../platform/editor.ts';
import { Reader } from '../platform/reader.ts';
import { cityWithPractices } from './content.ts';
import { newMark } from './mark.ts';
import { inodesOf, pagesWith } from './release-files.ts';

const rounds = 5;

export async function measureRename(
  platform: BenchPlatform,
  entries: number,
  say: Say,
): Promise<Figure[]> {
  const editor = await Editor.signIn(platform.settings);
  const reader = new Reader(platform.settings.ports.site);
  const { slug, practices } = cityWithPractices(platform.snapshotFile, 200);
  const { documentId, name } = await editor.find('city', slug);
  const rename = async (to: string) => {
    await editor.save('city', documentId, { name: to });
    const begun = performance.now();
    const seen = reader.see(`/cities/${slug}`, ({ text }) => text.includes(to));
    const [liveAt] = await Promise.all([seen, editor.publish('city', documentId)]);
    await platform.settled();
    return liveAt - begun;
  };
  // A name that nothing else contains: the pages that show it are the affected ones, and all of them.
  let current = `Town ${newMark()}`;
  await rename(current);
  const times: number[] = [];
  let affectedPages = 0;
  let superfluous = 0;
  for (let round = 1; round <= rounds; round++) {
    const next = `Town ${newMark()}`;
    const affected = pagesWith(platform.liveDir, current);
    const before = inodesOf(platform.liveDir);
    times.push(await rename(next));
    const after = inodesOf(platform.liveDir);
    const rewritten = [...after].filter(([file, inode]) => before.get(file) !== inode);
    const missed = pagesWith(platform.liveDir, current);
    if (missed.size > 0) {
      throw new Error(
        `${missed.size} pages still show the old name, ${[...missed].at(0) ?? ''} for one.`,
      );
    }
    affectedPages = affected.size;
    superfluous = rewritten.filter(
      ([file]) => file.endsWith('.html') && !affected.has(file),
    ).length;
    say(
      `rename ${round} of ${rounds}: ${affected.size} pages in ${inSeconds(times.at(-1) ?? 0)} s, ${superfluous} others rewritten`,
    );
    current = next;
  }
  await rename(String(name));
  const shared = { row: '3', entries } as const;
  return [
    {
      ...shared,
      what: `renaming a city with ${practices} practices, worst of ${rounds}`,
      value: inSeconds(Math.max(...times)),
      unit: 's',
      reach: { atMost: 2 },
      note: `median ${inSeconds(median(times))}; ${affectedPages} pages in five languages show it, none was missed`,
    },
    {
      ...shared,
      what: 'renaming a city: pages rewritten that do not show it',
      value: superfluous,
      unit: '',
      reach: { atMost: 0 },
      note: '',
    },
  ];
}
