/** What the search page needs of the content: the facets it offers and what their values are called. */
import { languageName } from '../i18n/format.ts';
import { type MessageKey, type Translate, translator } from '../i18n/translate.ts';
import type { Language } from '../languages.ts';
import { type FacetKey, type SearchType, searchTypes } from '../search/record.ts';
import { facetCounts, guideFacets } from '../search/records.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { type Place, placeUrl, unknownValue } from '../urls.ts';
import type { Guide } from './guides.ts';
import { sharedFacets } from './list-facets.ts';
import { buildFacet, type Facet, type FacetDefinition } from './list.ts';

/** Lists that together hold every entry, and the name of the type as a facet. */
const lists = {
  practice: ['practices', 'nav.practices'],
  city: ['cities', 'nav.cities'],
  challenge: ['challenges', 'nav.challenges'],
  methodology: ['methodologies', 'nav.methodologies'],
  guide: ['guides', 'foot.guides'],
  strategy: ['strategies', 'nav.strategies'],
  project: ['projects', 'nav.projects'],
  instrument: ['instruments', 'nav.instruments'],
  network: ['networks', 'nav.networks'],
  resource: ['resources', 'foot.resources'],
  'glossary-term': ['glossary', 'foot.glossary'],
  'news-item': ['news', 'foot.news'],
  page: ['about', 'foot.platform'],
} as const satisfies Record<SearchType, readonly [Place, MessageKey]>;

export function viewSearchPage(snapshot: Snapshot, language: Language, guides: readonly Guide[]) {
  const t = translator(language);
  return {
    path: placeUrl(language, 'search'),
    facets: facetsOf(snapshot, language, t, guides),
    words: wordsOf(t),
    kinds: Object.fromEntries(searchTypes.map((type) => [type, t(`search.kind.${type}`)])),
    lists: searchTypes.map((type) => {
      const [place, name] = lists[type];
      return { href: placeUrl(language, place), text: t(name) };
    }),
  };
}

/** What the script says. Values that only it knows stay as they stand: `{count}`. */
function wordsOf(t: Translate) {
  return {
    count: t('search.count'),
    loading: t('search.loading'),
    empty: t('search.empty'),
    emptyFilters: t('search.emptyFilters'),
    failed: t('search.failed'),
    failedTip: t('search.failed.tip'),
    partial: t('search.partial'),
    page: t('search.page'),
  };
}

function facetsOf(
  snapshot: Snapshot,
  language: Language,
  t: Translate,
  guides: readonly Guide[],
): Facet[] {
  const found = guideFacets(guides.map((guide) => ({ ...guide, text: '' })));
  const counted = snapshot.derive(facetCounts, '');
  return definitions(snapshot, language, t).flatMap((definition) => {
    const counts = [counted[definition.key], found[definition.key]];
    const values = new Map<string, number>();
    for (const [value, count] of counts.flatMap((each) => Object.entries(each?.values ?? {}))) {
      values.set(value, (values.get(value) ?? 0) + (count ?? 0));
    }
    const rows = counts.reduce((sum, each) => sum + (each?.rows ?? 0), 0);
    return buildFacet(language, { rows, values }, definition);
  });
}

function definitions(
  snapshot: Snapshot,
  language: Language,
  t: Translate,
): (FacetDefinition & { readonly key: FacetKey })[] {
  const shared = sharedFacets(snapshot, language);
  const keys = ['challenge', 'country', 'city', 'size', 'cost', 'level', 'lifecycle'] as const;
  return [
    {
      key: 'type',
      title: t('search.facet.type'),
      text: (value) => {
        const type = searchTypes.find((each) => each === value);
        return type === undefined ? value : t(lists[type][1]);
      },
      order: searchTypes,
    },
    ...keys.map((key) => ({ ...shared[key], key })),
    { ...shared.year, key: 'year' },
    {
      key: 'language',
      title: t('list.facet.language'),
      text: (value) =>
        value === unknownValue ? t('common.unknown') : languageName(language, value),
    },
  ];
}
