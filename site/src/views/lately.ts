/**
 * What changed lately: the newest of each kind that carries a real date — a practice an editor
 * checked, a later state of a strategy, a piece of news. Dates come from the records, never from
 * when somebody saved them.
 */
import { phrase, type Phrase } from '../collections/localised.ts';
import { newsItems } from '../collections/news-items.ts';
import { type Practice, practices } from '../collections/practices.ts';
import { strategies } from '../collections/strategies.ts';
import type { Language } from '../languages.ts';
import { defineDerived, defineProjection } from '../snapshot/derived.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { type EntryLink, linkNewsItem, linkPractice, practiceText } from './entry-link.ts';
import { compareDates, newestState } from './later-states.ts';
import { viewTowns } from './town.ts';

export type Change = EntryLink & {
  readonly kind: 'practice' | 'strategy' | 'news';
  /** Whole or partial ISO date. */
  readonly date: string;
  readonly text: Phrase | null;
  readonly towns: readonly string[];
};

export function viewLately(snapshot: Snapshot, language: Language): Change[] {
  return [
    newestPractice(snapshot, language),
    newestAfterlife(snapshot, language),
    newestNews(snapshot, language),
  ]
    .filter((change) => change !== null)
    .sort((a, b) => compareDates(b.date, a.date));
}

/** The day on which an editor last looked at a practice. */
function checkedOn({ stillAliveCheckedOn, reviewNote }: Practice): string {
  return [stillAliveCheckedOn ?? '', reviewNote?.date ?? ''].sort().at(-1) ?? '';
}

const checkedPractices = defineProjection('checked-practices', practices, (practice) => ({
  id: practice.id,
  date: checkedOn(practice),
}));

/** The id of the one checked last: sought among all of them once for all languages. */
const lastChecked = defineDerived(
  'last-checked-practice',
  (snapshot) =>
    snapshot
      .project(checkedPractices)
      .filter(({ date }) => date !== '')
      .sort((a, b) => compareDates(a.date, b.date))
      .at(-1)?.id ?? null,
);

function newestPractice(snapshot: Snapshot, language: Language): Change | null {
  const newest = snapshot.derive(lastChecked, '');
  const practice = newest === null ? null : snapshot.get(practices, newest);
  if (!practice) return null;
  return {
    ...linkPractice(language, practice),
    kind: 'practice',
    date: checkedOn(practice),
    text: practiceText(language, practice).oneLine,
    towns: townNames(snapshot, language, practice.links.cities),
  };
}

function newestAfterlife(snapshot: Snapshot, language: Language): Change | null {
  const all = snapshot.all(strategies);
  const state = newestState(snapshot, language, all);
  if (!state) return null;
  const strategy = all.find(({ ref }) => ref === state.strategy.ref);
  return {
    ...state.strategy,
    kind: 'strategy',
    date: state.date,
    text: { text: state.note, lang: state.lang },
    towns: townNames(snapshot, language, strategy?.links.cities),
  };
}

function newestNews(snapshot: Snapshot, language: Language): Change | null {
  const item = snapshot
    .all(newsItems)
    .sort((a, b) => compareDates(a.date, b.date))
    .at(-1);
  if (!item) return null;
  return {
    ...linkNewsItem(language, item),
    kind: 'news',
    date: item.date,
    text: phrase(item.text, 'summary', language),
    towns: townNames(snapshot, language, item.links.cities),
  };
}

function townNames(
  snapshot: Snapshot,
  language: Language,
  ids: readonly string[] | undefined,
): string[] {
  // A piece of news may name every town of a project; three are enough to place it.
  return viewTowns(snapshot, language, (ids ?? []).slice(0, 3)).map(({ title }) => title.text);
}
