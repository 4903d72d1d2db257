import type { Language } from '../languages.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { placeUrl } from '../urls.ts';
import { mapCountries, mapTowns, viewGazetteer } from './towns.ts';

/** Everything the page of the map shows: the towns, drawn and as a list. */
export function viewMapPage(snapshot: Snapshot, language: Language) {
  return {
    path: placeUrl(language, 'map'),
    towns: mapTowns(snapshot, language),
    countries: mapCountries(language),
    gazetteer: viewGazetteer(snapshot, language),
  };
}
