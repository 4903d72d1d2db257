import { cities } from '../collections/cities.ts';
import { name, phrase, spoken, translationOf } from '../collections/localised.ts';
import type { Language } from '../languages.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { entryUrl } from '../urls.ts';

/** Everything the page of a city or region shows. Throws when no such city is published. */
export function viewCityPage(snapshot: Snapshot, language: Language, slug: string) {
  const city = snapshot.bySlug(cities, slug);
  if (!city) throw new Error(`No city is published under the slug "${slug}".`);
  return {
    ref: city.ref,
    path: entryUrl(language, 'city', slug),
    name: name(city.text, 'name', language),
    localName: city.localName,
    summary: phrase(city.text, 'summary', language),
    profile: spoken(city.text, 'profile', language),
    translation: translationOf(city.text, language),
  };
}
