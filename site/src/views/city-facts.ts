/** The facts of a town, as a gazetteer gives them. */
import { cities, type City } from '../collections/cities.ts';
import { instruments } from '../collections/instruments.ts';
import type { Phrase } from '../collections/localised.ts';
import { countryName } from '../i18n/format.ts';
import { label, labelOrText } from '../i18n/label.ts';
import type { Language } from '../languages.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { linkCity, linkInstrument } from './entry-link.ts';

export type CityFacts = ReturnType<typeof viewCityFacts>;

export function viewCityFacts(snapshot: Snapshot, language: Language, city: City) {
  return {
    kind: label(language, 'cityKind', city.kind),
    country: countryName(language, city.country),
    region: city.regionCode && { code: city.regionCode, scheme: schemeOf(city.regionCode) },
    people: city.population && {
      value: city.population.value,
      year: city.population.year,
      scope:
        city.population.scope && labelOrText(language, 'populationScope', city.population.scope),
      source: inEnglish(language, city.population.source),
    },
    traits: city.traits.map((trait) => label(language, 'cityTrait', trait)),
    otherNames: city.otherNames.join(', ') || null,
    status: city.statusPartner ? inEnglish(language, city.statusRole) : null,
    isStatus: city.statusPartner,
    bodies: snapshot
      .referring(instruments, 'city', city.id)
      .map((instrument) => linkInstrument(language, instrument)),
    members: snapshot.linked(cities, city.links.members).map((each) => linkCity(language, each)),
    memberOf: snapshot
      .referring(cities, 'members', city.id)
      .map((each) => linkCity(language, each)),
    website: city.website,
  };
}

/** NUTS codes are letters and digits; ISO 3166-2 has a hyphen after the country. */
function schemeOf(code: string): 'iso' | 'nuts' {
  return code.includes('-') ? 'iso' : 'nuts';
}

/** Fields that are kept in English only. */
function inEnglish(language: Language, text: string | null): Phrase | null {
  return text === null ? null : { text, lang: language === 'en' ? null : 'en' };
}
