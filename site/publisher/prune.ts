import { pruneAssets } from './asset-pool.ts';
import {
  currentRelease,
  listReleases,
  readManifest,
  removeRelease,
  removeReleaseAside,
} from './release-store.ts';
import { newestBuilt, readPin } from './pin.ts';

const lastKept = 5;
const daysKept = 7;
const graceMs = 60_000;
const dayMs = 24 * 60 * 60 * 1000;

/** Which of the ids (oldest first) go: all but the last five and the newest of each day of a week. */
export function releasesToDrop(ids: readonly string[], now: Date): string[] {
  const kept = new Set(ids.slice(-lastKept));
  const firstDay = dayOf(new Date(now.getTime() - (daysKept - 1) * dayMs));
  const newestOfDay = new Map<string, string>();
  for (const id of ids) newestOfDay.set(id.slice(0, 'YYYYMMDD'.length), id);
  for (const [day, id] of newestOfDay) if (day >= firstDay) kept.add(id);
  return ids.filter((id) => !kept.has(id));
}

/** Drops old releases and assets; never the live release nor the one it is pinned to. */
export async function pruneReleases(releasesDir: string, now: Date): Promise<string[]> {
  const inUse = new Set([currentRelease(releasesDir), readPin(releasesDir)]);
  const ids = listReleases(releasesDir);
  const superseded = new Set(ids.filter((id, index) => isSame(releasesDir, id, ids[index + 1])));
  const states = ids.filter((id) => !superseded.has(id));
  // A reader may still be served from a release that was live a moment ago.
  const past = [...superseded].filter((id) => id < idOfTime(new Date(now.getTime() - graceMs)));
  const dropped = [...past, ...releasesToDrop(states, now)].filter((id) => !inUse.has(id));
  for (const id of dropped) await removeReleaseAside(releasesDir, id);
  await pruneAssets(releasesDir, now);
  return dropped;
}

/** Two releases that show one state of the content: open data or search followed the pages. */
function isSame(releasesDir: string, id: string, next: string | undefined): boolean {
  if (next === undefined) return false;
  const [one, other] = [id, next].map((each) => readManifest(releasesDir, each));
  return one?.inputs === other?.inputs && other?.instead === undefined;
}

function idOfTime(at: Date): string {
  return at.toISOString().replace(/[-:.]/g, '');
}

/** Drops every release but the live one and the newest, which may wait for the end of a pin. */
export function forgetEarlierReleases(releasesDir: string): void {
  const kept = [currentRelease(releasesDir), newestBuilt(releasesDir)];
  for (const id of listReleases(releasesDir)) {
    if (!kept.includes(id)) removeRelease(releasesDir, id);
  }
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10).replaceAll('-', '');
}
