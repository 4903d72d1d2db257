/** Which image stands beside a shared link, and what it shows. */
import {
  drawShareMap,
  hasShareMap,
  type ShareMap,
  type SharePlace,
  townsAround,
} from '../drawing/share-map.ts';
import { defineDerived } from '../snapshot/derived.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { anchorOf, wholeRegion } from '../urls.ts';
import type { Town } from './town.ts';
import { type TownMark, townMarks } from './towns.ts';

/** A page's image shows this town; that of a page without one shows the whole region. */
export type SharedTown = { readonly ref: string; readonly name: string };

/** The town that a page about these towns is shared with: the only one, if it can be drawn. */
export function sharedTown(towns: readonly Town[]): SharedTown | null {
  const [town, ...others] = towns;
  if (!town || others.length > 0 || !hasShareMap(town)) return null;
  return { ref: town.ref, name: town.title.text };
}

/** Every place there is an image of. */
export function sharedPlaces(snapshot: Snapshot): string[] {
  const towns = snapshot.project(townMarks).filter(hasShareMap);
  return [wholeRegion, ...towns.map(({ ref }) => anchorOf(ref))];
}

type TownAndOthers = { readonly here: SharePlace; readonly others: readonly SharePlace[] };

/** Towns that the image does not show may come, go and move without it being drawn again. */
const townImages = defineDerived('share-image', (snapshot, place): TownAndOthers | null => {
  const towns = snapshot.project(townMarks);
  const here = towns.find(({ ref }) => anchorOf(ref) === place);
  return here ? { here: spotOf(here), others: townsAround(here, towns).map(spotOf) } : null;
});

function spotOf({ latitude, longitude, isStatus }: TownMark): SharePlace {
  return { latitude, longitude, isStatus };
}

/** What the image of a place shows. Throws when no such town is published. */
export function viewShareMap(snapshot: Snapshot, place: string): ShareMap {
  if (place === wholeRegion) return drawShareMap(null, snapshot.project(townMarks));
  const town = snapshot.derive(townImages, place);
  if (!town) throw new Error(`No town is published as "${place}".`);
  return drawShareMap(town.here, town.others);
}
