/** Members of a network or project as a numbered list and map. */
import type { Phrase } from '../collections/localised.ts';
import type { Town } from './town.ts';

export type Member = {
  /** Its number on the map and in the list; null when it is not on the map. */
  readonly number: number | null;
  /** The name in the network, which may be of an area around the town. */
  readonly name: Phrase;
  readonly town: Town | null;
  readonly role: string | null;
  readonly years: string | null;
};

export function isOnMap(town: Town | null): town is Town {
  if (town === null) return false;
  return town.latitude !== null && town.longitude !== null;
}

/** Towns that took part in something together, in their order. */
export function numberTowns(towns: readonly Town[]): Member[] {
  let number = 0;
  return towns.map((town) => ({
    number: isOnMap(town) ? ++number : null,
    name: town.title,
    town,
    role: null,
    years: null,
  }));
}
