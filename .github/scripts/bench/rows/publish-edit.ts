/** Row 1: an editor publishes an edit, and its bytes are on the site; later the search has them. */
import type { Say } from '../../machine/progress.ts';
import { type Figure, inSeconds, percentile, spreadOf } from '../figure.ts';
import type { BenchPlatform } from '../platform/bench-platform.ts';
import { Editor } from '../platform/editor.ts';
import { Reader } from '../platform/reader.ts';
import { spreadPractices } from './content.ts';
import { findInIndex } from './find-in-index.ts';
import { newMark } from './mark.ts';
import { untilSearchable } from './until-searchable.ts';

export interface EditTimes {
  /** From the editor's call to the new bytes, in milliseconds. */
  readonly live: number;
  /** Of that, until the CMS answered the call. */
  readonly cms: number;
  /** From the call until the search has it; null where that was not waited for. */
  readonly searchable: number | null;
}

export async function measurePublish(
  platform: BenchPlatform,
  entries: number,
  say: Say,
): Promise<Figure[]> {
  const quiet = await publishEdits(platform, { edits: 20, isQuiet: true, say });
  const busy = await publishEdits(platform, { edits: 20, isQuiet: false, say });
  const live = quiet.map((each) => each.live);
  const searchable = quiet.flatMap((each) => each.searchable ?? []);
  const hurried = busy.map((each) => each.live);
  const shared = { row: '1', entries, unit: 's' } as const;
  return [
    {
      ...shared,
      what: 'publish-to-live of one edit, p95 of 20',
      value: inSeconds(percentile(live, 95)),
      reach: { atMost: 1 },
      note: `${spreadOf(live)}; of that the CMS's answer: ${spreadOf(quiet.map((each) => each.cms))}`,
    },
    {
      ...shared,
      what: 'publish-to-live while search is being made of the edit before, p95 of 20',
      value: inSeconds(percentile(hurried, 95)),
      reach: { atMost: 1 },
      note: spreadOf(hurried),
    },
    {
      ...shared,
      what: 'publish to searchable, p95 of 20',
      value: inSeconds(percentile(searchable, 95)),
      reach: { atMost: 10 },
      note: spreadOf(searchable),
    },
  ];
}

/** Edits and publishes practices one after the other; quietly: each when the last is searchable. */
export async function publishEdits(
  platform: BenchPlatform,
  options: { edits: number; isQuiet: boolean; say: Say },
): Promise<EditTimes[]> {
  const { edits, isQuiet, say } = options;
  const editor = await Editor.signIn(platform.settings);
  const reader = new Reader(platform.settings.ports.site);
  const times: EditTimes[] = [];
  for (const { slug } of spreadPractices(platform.snapshotFile, edits)) {
    const { documentId } = await editor.find('practice', slug);
    const mark = newMark();
    await editor.save('practice', documentId, { oneLine: `What ${mark} stands for in the town.` });
    const begun = performance.now();
    const answered = editor.publish('practice', documentId).then(() => performance.now());
    const seen = reader.see(`/practices/${slug}`, ({ text }) => text.includes(mark));
    const [liveAt, answeredAt] = await Promise.all([seen, answered]);
    const searchable = isQuiet ? await findMark(platform, { mark, slug }, begun) : null;
    times.push({ live: liveAt - begun, cms: answeredAt - begun, searchable });
    const later = searchable === null ? '' : `, searchable after ${inSeconds(searchable)} s`;
    say(`edit ${times.length} of ${edits}: live after ${inSeconds(liveAt - begun)} s${later}`);
  }
  await platform.settled();
  return times;
}

/** Milliseconds until the search of the live release finds the mark. */
async function findMark(
  platform: BenchPlatform,
  { mark, slug }: { mark: string; slug: string },
  begun: number,
): Promise<number> {
  const beganAt = Date.now() - (performance.now() - begun);
  for (let since = beganAt; ;) {
    since = await untilSearchable(platform, since);
    const found = await findInIndex(platform.liveDir, mark);
    if (found.includes(`/practices/${slug}`)) return since - beganAt;
  }
}
