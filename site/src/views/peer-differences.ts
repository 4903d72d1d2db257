/** What should make a reader careful when a town is compared with another. */
import type { PeerProfile } from './peer-score.ts';

export type PeerDifference =
  /** People there for one person here. */
  | { readonly code: 'size'; readonly ratio: number }
  | { readonly code: 'sizeUnknown' }
  | { readonly code: 'kind'; readonly kind: string }
  | { readonly code: 'traitsMissing'; readonly traits: readonly string[] }
  | { readonly code: 'traitsOnlyThere'; readonly traits: readonly string[] }
  | { readonly code: 'otherCountry' }
  | { readonly code: 'notStatus' };

/** Traits that change what a town can do; the others do not make two towns unlike. */
const telling: readonly string[] = ['coast', 'port', 'mountain', 'border', 'university'];
const NOTABLE_RATIO = 1.5;

export function differencesOf(here: PeerProfile, there: PeerProfile): PeerDifference[] {
  const differences: PeerDifference[] = [];
  if (there.kind !== here.kind) differences.push({ code: 'kind', kind: there.kind });
  if (here.people !== null && there.people === null) differences.push({ code: 'sizeUnknown' });
  if (here.people !== null && there.people !== null) {
    const ratio = there.people / here.people;
    if (ratio > NOTABLE_RATIO || ratio < 1 / NOTABLE_RATIO)
      differences.push({ code: 'size', ratio });
  }
  const missing = tellingTraits(here.traits, there.traits);
  if (missing.length > 0 && there.traits.length > 0)
    differences.push({ code: 'traitsMissing', traits: missing });
  const added = tellingTraits(there.traits, here.traits);
  if (added.length > 0 && here.traits.length > 0)
    differences.push({ code: 'traitsOnlyThere', traits: added });
  if (here.country !== there.country) differences.push({ code: 'otherCountry' });
  if (here.isStatus && !there.isStatus) differences.push({ code: 'notStatus' });
  return differences;
}

function tellingTraits(of: readonly string[], without: readonly string[]): string[] {
  return of.filter((trait) => telling.includes(trait) && !without.includes(trait));
}
