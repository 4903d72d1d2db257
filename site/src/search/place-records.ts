import { challenges } from '../collections/challenges.ts';
import { cities } from '../collections/cities.ts';
import { plainText } from '../cms/blocks.ts';
import { languageTag } from '../i18n/format.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { challengeFacet } from '../views/list-facets.ts';
import { localisedRecords } from './localised-records.ts';
import { pathOf } from './path.ts';
import type { SearchRecord } from './record.ts';
import { said } from './said.ts';

const cityRecords = localisedRecords({
  type: 'city',
  collection: cities,
  path: ({ slug }) => pathOf('city', slug),
  texts: ({ text }) => text,
  title: ({ name }) => name,
  line: ({ summary }) => summary,
  body: ({ profile }) => [plainText(profile)],
  towns: (city) => [city],
  facets: ({ links }, snapshot) => ({ challenge: challengeFacet(snapshot, links.challenges) }),
});

const challengeRecords = localisedRecords({
  type: 'challenge',
  collection: challenges,
  path: ({ slug }) => pathOf('challenge', slug),
  texts: ({ text }) => text,
  title: ({ title }) => title,
  line: ({ definition }) => definition,
  body: () => [],
  also: ({ synonyms }) =>
    synonyms.flatMap(({ language, terms }) => said(languageTag(language), terms)),
  facets: ({ id }, snapshot) => ({ challenge: challengeFacet(snapshot, [id]) }),
});

/** Towns, and the problems they share. */
export function placeRecords(snapshot: Snapshot): SearchRecord[] {
  return [...cityRecords(snapshot), ...challengeRecords(snapshot)];
}
