import { type Practice, practices } from '../collections/practices.ts';
import { defineDerived } from '../snapshot/derived.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';

/** As much of a practice as other pages show of it; a whole practice will do in its place. */
export type PracticeBrief = Pick<
  Practice,
  'id' | 'ref' | 'slug' | 'title' | 'oneLine' | 'originalLanguage' | 'startYear' | 'endYear'
> &
  Pick<Practice, 'lifecycle' | 'lastChecked'> & {
    readonly reviewNote: Pick<NonNullable<Practice['reviewNote']>, 'date'> | null;
    readonly links: Pick<Practice['links'], 'cities' | 'challenges' | 'instruments'>;
    readonly translations: readonly Pick<
      Practice['translations'][number],
      'language' | 'title' | 'oneLine' | 'by'
    >[];
  };

/** Small, and unchanged by most edits: a page that lists a practice depends on this, not on all of it. */
const briefs = defineDerived('practice-brief', (snapshot, id): PracticeBrief | null => {
  const practice = snapshot.get(practices, id);
  return practice && briefOf(practice);
});

export function briefOf(practice: Practice): PracticeBrief {
  const { id, ref, slug, title, oneLine, originalLanguage, startYear, endYear, lifecycle } =
    practice;
  const { lastChecked, reviewNote } = practice;
  const { cities, challenges, instruments } = practice.links;
  return {
    ...{
      id,
      ref,
      slug,
      title,
      oneLine,
      originalLanguage,
      startYear,
      endYear,
      lifecycle,
      lastChecked,
    },
    reviewNote: reviewNote && { date: reviewNote.date },
    links: { cities, challenges, instruments },
    translations: practice.translations.map((each) => ({
      language: each.language,
      title: each.title,
      oneLine: each.oneLine,
      by: each.by,
    })),
  };
}

/** The practices with these ids, in their order; those that are not published are left out. */
export function briefPractices(snapshot: Snapshot, ids: readonly string[]): PracticeBrief[] {
  return ids.flatMap((id) => snapshot.derive(briefs, id) ?? []);
}
