/** What a member can choose of the platform's entries, as rows `[ref, name, note, other names]`. */
import { challenges } from '../collections/challenges.ts';
import { cities } from '../collections/cities.ts';
import { instruments } from '../collections/instruments.ts';
import { name } from '../collections/localised.ts';
import { methodologies } from '../collections/methodologies.ts';
import { practices } from '../collections/practices.ts';
import { projects } from '../collections/projects.ts';
import { resources } from '../collections/resources.ts';
import { countryName } from '../i18n/format.ts';
import { keyComparer } from '../i18n/compare-keys.ts';
import type { Language } from '../languages.ts';
import { defineProjection } from '../snapshot/derived.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';

export type OptionRow = readonly [ref: string, name: string, note: string, others: string];

/** Lists whose names are in the reader's language. */
export const optionLists = [
  'city',
  'challenge',
  'methodology',
  'instrument',
  'project',
  'resource',
] as const;
export type OptionList = (typeof optionLists)[number];

export function viewOptions(snapshot: Snapshot, language: Language, list: OptionList): OptionRow[] {
  const compare = keyComparer(language);
  return rowsOf(snapshot, language, list).sort((one, other) => compare(one[1], other[1]));
}

const practiceNames = defineProjection('practice-names', practices, ({ ref, title, links }) => ({
  ref,
  title,
  towns: links.cities,
}));

/** Practices are named in their own language, whoever reads. */
export function viewPracticeOptions(snapshot: Snapshot): OptionRow[] {
  return snapshot.project(practiceNames).map(({ ref, title, towns }) => {
    const [town] = snapshot.linked(cities, towns);
    return [ref, title, town?.latinName ?? town?.localName ?? '', ref];
  });
}

function rowsOf(snapshot: Snapshot, language: Language, list: OptionList): OptionRow[] {
  switch (list) {
    case 'city':
      return snapshot.all(cities).map(({ ref, text, country, ...names }) => {
        const others = [text.en.name, names.localName, names.latinName, ...names.otherNames];
        const note = countryName(language, country);
        return [ref, name(text, 'name', language).text, note, others.join(' ')];
      });
    case 'challenge':
      return snapshot.all(challenges).map(({ ref, text, synonyms }) => {
        const others = [text.en.title ?? '', ...synonyms.flatMap(({ terms }) => terms)];
        return [ref, name(text, 'title', language).text, '', others.join(' ')];
      });
    case 'methodology':
      return snapshot
        .all(methodologies)
        .map(({ ref, text }) => [ref, name(text, 'title', language).text, '', text.en.title ?? '']);
    case 'instrument':
      return snapshot.all(instruments).map(({ ref, text, links }) => {
        const [town] = snapshot.linked(cities, links.city);
        const note = town ? name(town.text, 'name', language).text : '';
        return [ref, name(text, 'name', language).text, note, text.en.name ?? ''];
      });
    case 'project':
      return snapshot
        .all(projects)
        .map(({ ref, text, acronym }) => [
          ref,
          name(text, 'title', language).text,
          '',
          acronym ?? '',
        ]);
    case 'resource':
      return snapshot
        .all(resources)
        .map(({ ref, text }) => [ref, name(text, 'title', language).text, '', text.en.title ?? '']);
  }
}
