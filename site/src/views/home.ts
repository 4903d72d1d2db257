import { practices } from '../collections/practices.ts';
import type { Language } from '../languages.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { placeUrl } from '../urls.ts';
import { countFacing, familyOf, topChallenges } from './challenge-family.ts';
import { linkChallenge } from './entry-link.ts';
import { viewHomeCase } from './home-case.ts';
import { viewLately } from './lately.ts';
import { mapCountries, mapTowns, townMarks, viewGazetteer } from './towns.ts';

/** Everything the front page shows. */
export function viewHome(snapshot: Snapshot, language: Language) {
  return {
    path: placeUrl(language, ''),
    challenges: topChallenges(snapshot).map((challenge) => ({
      ...linkChallenge(language, challenge),
      practices: countFacing(snapshot, practices, familyOf(snapshot, challenge)),
    })),
    towns: mapTowns(snapshot, language),
    countries: mapCountries(language),
    gazetteer: viewGazetteer(snapshot, language),
    partners: snapshot.project(townMarks).filter(({ isStatus }) => isStatus).length,
    line: viewHomeCase(snapshot, language),
    lately: viewLately(snapshot, language),
  };
}
