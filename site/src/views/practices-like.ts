import { type Practice, practices } from '../collections/practices.ts';
import { compareRefs } from '../collections/ref.ts';
import { defineDerived } from '../snapshot/derived.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { referencesTo } from './challenge-family.ts';
import { briefPractices, type PracticeBrief } from './practice-brief.ts';

const shown = 4;
/** Challenges of a practice that count, the most important first. */
const counted = 3;

/** Other practices against the same challenges: the first challenge of a practice weighs most. */
export function practicesLike(snapshot: Snapshot, practice: Practice): PracticeBrief[] {
  return briefPractices(snapshot, snapshot.derive(likeIds, practice.id));
}

/** The challenges of each practice alone, so that no other change of it is looked at. */
const challengesOf = defineDerived(
  'challenges-of-practice',
  (snapshot, id) => snapshot.get(practices, id)?.links.challenges ?? [],
);

/** A practice against several challenges, and at which place of its own each of them stands. */
type Sharing = { readonly id: string; readonly ref: string; readonly places: readonly number[] };

/**
 * The practices against all of these challenges. One challenge can have thousands, so those of more
 * are made from those of fewer: an edit then changes the few sets that its practice is in.
 */
const sharing = defineDerived('practices-sharing', (snapshot, key): readonly Sharing[] => {
  const challenges = key.split(',');
  const [only = ''] = challenges;
  if (challenges.length === 1) {
    return referencesTo(snapshot, practices, only).map(({ id, ref, position }) => ({
      ...{ id, ref },
      places: [position],
    }));
  }
  const others = snapshot.derive(sharing, challenges.slice(1).join(','));
  const byId = new Map(others.map((each) => [each.id, each]));
  return snapshot.derive(sharing, challenges.slice(0, -1).join(',')).flatMap((each) => {
    const last = byId.get(each.id)?.places.at(-1);
    return last === undefined ? [] : [{ ...each, places: [...each.places, last] }];
  });
});

/** Those of them to whom the challenges matter most; the practice that asks may be one of them. */
const mostConcerned = defineDerived('practices-most-concerned', (snapshot, key) =>
  snapshot
    .derive(sharing, key)
    .map((each) => ({ ...each, weight: sum(each.places.map(weightAt)) }))
    .sort(byWeight)
    .slice(0, shown + 1)
    .map(({ id, ref, places }): Sharing => ({ id, ref, places })),
);

type Like = Omit<Sharing, 'places'> & { readonly weight: number };

/** Of those that share some challenges and no more, only the most concerned can be the likest. */
const likeIds = defineDerived('practices-like', (snapshot, id) => {
  const best = new Map<string, Like>();
  for (const ranked of subsetsOf(snapshot.derive(challengesOf, id).slice(0, counted))) {
    const own = sum(ranked.map(({ rank }) => weightAt(rank)));
    const key = ranked.map(({ challenge }) => challenge).join(',');
    for (const { id: other, ref, places } of snapshot.derive(mostConcerned, key)) {
      const weight = own + sum(places.map(weightAt));
      if (other !== id && weight > (best.get(other)?.weight ?? 0)) {
        best.set(other, { id: other, ref, weight });
      }
    }
  }
  return [...best.values()]
    .sort(byWeight)
    .slice(0, shown)
    .map((like) => like.id);
});

const weightAt = (place: number): number => 1 / (1 + place);
const sum = (values: readonly number[]): number => values.reduce((all, each) => all + each, 0);

function byWeight(a: Like, b: Like): number {
  // The same weights in another order must not differ by their last digit.
  return Math.round((b.weight - a.weight) * 1e6) || compareRefs(a, b);
}

/** Each choice of one or more of the challenges, in the order of their ids, with their ranks. */
function subsetsOf(challenges: readonly string[]) {
  const ranked = challenges
    .map((challenge, rank) => ({ challenge, rank }))
    .sort((a, b) => (a.challenge < b.challenge ? -1 : 1));
  return Array.from({ length: 2 ** ranked.length - 1 }, (_, index) =>
    ranked.filter((_each, place) => ((index + 1) & (1 << place)) !== 0),
  );
}
