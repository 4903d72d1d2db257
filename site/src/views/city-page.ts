import { cities, type City } from '../collections/cities.ts';
import { name, phrase, spoken } from '../collections/localised.ts';
import type { Language } from '../languages.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { entryUrl } from '../urls.ts';
import { viewCityChain } from './city-chain.ts';
import { viewCityFacts } from './city-facts.ts';
import { viewCityPeers } from './city-peers.ts';
import { viewCityRecord } from './city-record.ts';
import { relationsOf } from './city-relations.ts';
import { viewPractices } from './cut-practices.ts';
import {
  listInstrument,
  listMethodology,
  listNetwork,
  listProject,
  listStrategy,
} from './listed.ts';
import { localName } from './local-name.ts';
import { viewRecord } from './record.ts';
import { viewDocuments, viewOrganisation } from './related.ts';
import { mapCountries, mapTown, mapTownsNear } from './towns.ts';
import { viewBody } from './body.ts';

export type CityPage = ReturnType<typeof viewCityPage>;

/** Everything the page of a city or region shows. Throws when no such city is published. */
export function viewCityPage(snapshot: Snapshot, language: Language, slug: string) {
  const city = snapshot.bySlug(cities, slug);
  if (!city) throw new Error(`No city is published under the slug "${slug}".`);
  const relations = relationsOf(snapshot, city);
  const summary = phrase(city.text, 'summary', language);
  return {
    ...viewRecord(language, city, summary),
    path: entryUrl(language, 'city', slug),
    name: name(city.text, 'name', language),
    isLongName: isLong(name(city.text, 'name', language).text),
    localName: localName(language, city),
    summary,
    profile: viewBody(snapshot, spoken(city.text, 'profile', language)),
    facts: viewCityFacts(snapshot, language, city),
    here: mapTown(language, city),
    towns: mapTownsNear(snapshot, language, city),
    countries: mapCountries(language),
    country: city.country,
    kind: city.kind,
    picture: viewPicture(snapshot, language, city),
    resources: viewDocuments(
      snapshot,
      language,
      relations.resources.map(({ id }) => id),
    ),
    chain: viewCityChain(snapshot, language, relations),
    peers: viewCityPeers(snapshot, language, city),
    record: viewCityRecord(language, relations),
    ...viewPractices(snapshot, language, relations.practices, city),
    strategies: relations.strategies.map((each) => listStrategy(snapshot, language, each, city.id)),
    portfolio: relations.portfolio.map((each) => listProject(snapshot, language, each, city.id)),
    frameworks: relations.frameworks.map((each) => listProject(snapshot, language, each, city.id)),
    instruments: relations.instruments.map((each) => listInstrument(language, each)),
    networks: relations.networks.map((each) => listNetwork(language, each)),
    methodologies: relations.methodologies.map((each) => listMethodology(language, each)),
    organisations: relations.organisations.map((each) => viewOrganisation(language, each)),
    challengesBasis: city.challengesBasis,
  };
}

function viewPicture(snapshot: Snapshot, language: Language, { image, imageCredit, text }: City) {
  const picture = image && snapshot.picture(image.key);
  return picture && { picture, alt: phrase(text, 'imageAlt', language), credit: imageCredit };
}

/** Longest word, in letters, that the column of the name holds at its largest size. */
const longestWord = 10;
const longestName = 18;

function isLong(name: string): boolean {
  return name.length > longestName || name.split(/[\s-]/).some((word) => word.length > longestWord);
}
