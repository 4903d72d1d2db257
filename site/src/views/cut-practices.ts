import { practices } from '../collections/practices.ts';
import type { Language } from '../languages.ts';
import { defineDerived } from '../snapshot/derived.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { listUrl } from '../urls.ts';
import { cut, viewMore } from './cut.ts';
import { listPractice } from './listed.ts';
import { briefPractices } from './practice-brief.ts';

/** Pages in five languages ask for the same ones, hundreds of them for a town. */
const idsAt = defineDerived('practices-at', (snapshot, place) => {
  const [attribute = '', target = ''] = place.split('/');
  return [...new Set(snapshot.references(practices, attribute, target).map(({ id }) => id))];
});

/** The ids of the practices that point to this entry by a relation, each once, by ref. */
export function practicesAt(
  snapshot: Snapshot,
  attribute: string,
  target: string,
): readonly string[] {
  return snapshot.derive(idsAt, `${attribute}/${target}`);
}

/** Practices as a record's page lists them: the first ones, and a link to all where there are more. */
export function viewPractices(
  snapshot: Snapshot,
  language: Language,
  ids: readonly string[],
  /** The town whose page it is: there it goes without saying, and the list can be filtered by it. */
  on?: { readonly id: string; readonly slug: string },
) {
  const shown = cut(ids);
  const list = listUrl(language, 'practice');
  return {
    practices: briefPractices(snapshot, shown.ids).map((each) =>
      listPractice(snapshot, language, each, on?.id),
    ),
    morePractices: viewMore(language, shown, on ? `${list}?city=${on.slug}` : list),
  };
}
