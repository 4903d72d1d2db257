/** What practices are filtered by: facets, and choices that a small town takes one by one. */
import type { Practice } from '../collections/practices.ts';
import { languageName } from '../i18n/format.ts';
import { label } from '../i18n/label.ts';
import { translator } from '../i18n/translate.ts';
import type { Language } from '../languages.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { unknownValue } from '../urls.ts';
import type { FacetDefinition } from './list.ts';
import { sharedFacets } from './list-facets.ts';

type Chosen = Pick<Practice, 'costCard' | 'lifecycle'>;

export const quickChoices = [
  { value: 'months3', passes: ({ costCard }: Chosen) => atMost(costCard?.months, 3) },
  { value: 'months12', passes: ({ costCard }: Chosen) => atMost(costCard?.months, 12) },
  { value: 'under5k', passes: ({ costCard }: Chosen) => costCard?.costBand === 'under5k' },
  { value: 'noHelp', passes: ({ costCard }: Chosen) => costCard?.outsideHelp === false },
  { value: 'staff20', passes: ({ costCard }: Chosen) => atMost(costCard?.staffDays, 20) },
  { value: 'alive', passes: ({ lifecycle }: Chosen) => lifecycle === 'running' },
] as const;

function atMost(value: number | null | undefined, limit: number): boolean {
  return value !== null && value !== undefined && value <= limit;
}

export function practiceFacets(snapshot: Snapshot, language: Language): FacetDefinition[] {
  const t = translator(language);
  const shared = sharedFacets(snapshot, language);
  const unknown = t('common.unknown');
  return [
    shared.challenge,
    shared.cost,
    shared.size,
    shared.level,
    shared.country,
    shared.city,
    shared.lifecycle,
    {
      key: 'evidence',
      title: t('list.facet.evidence'),
      text: (value) => (value === unknownValue ? unknown : label(language, 'evidenceGrade', value)),
      order: ['a', 'b', 'c', 'd'],
    },
    {
      key: 'language',
      title: t('list.facet.language'),
      text: (value) => (value === unknownValue ? unknown : languageName(language, value)),
    },
    shared.year,
  ];
}
