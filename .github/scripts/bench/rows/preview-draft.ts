/** Row 8b: an editor saves a draft and sees it in the site's own templates. */
import type { Say } from '../../machine/progress.ts';
import { type Figure, inSeconds, percentile, spreadOf } from '../figure.ts';
import type { BenchPlatform } from '../platform/bench-platform.ts';
import { Editor } from '../platform/editor.ts';
import { spreadPractices } from './content.ts';
import { newMark } from './mark.ts';

const rounds = 20;

export async function measurePreview(
  platform: BenchPlatform,
  entries: number,
  say: Say,
): Promise<Figure[]> {
  const editor = await Editor.signIn(platform.settings);
  const times: number[] = [];
  const withSaving: number[] = [];
  for (const { slug } of spreadPractices(platform.snapshotFile, rounds)) {
    const { documentId } = await editor.find('practice', slug);
    const mark = newMark();
    const begun = performance.now();
    await editor.save('practice', documentId, { oneLine: `A draft that says ${mark}.` });
    const saved = performance.now();
    const page = await fetch(await editor.previewAddress('practice', documentId));
    const text = await page.text();
    if (!page.ok || !text.includes(mark)) {
      throw new Error(
        `The preview of ${slug} answered ${page.status} and does not show the draft.`,
      );
    }
    times.push(performance.now() - saved);
    withSaving.push(performance.now() - begun);
    say(`preview ${times.length} of ${rounds}: ${inSeconds(times.at(-1) ?? 0)} s`);
  }
  return [
    {
      row: '8b',
      what: `draft saved to draft shown, p95 of ${rounds}`,
      entries,
      value: inSeconds(percentile(times, 95)),
      unit: 's',
      reach: { atMost: 0.7 },
      note: `${spreadOf(times)}; with saving: ${spreadOf(withSaving)}`,
    },
  ];
}
