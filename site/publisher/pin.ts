import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { SnapshotWriter, type Withdrawn } from '../src/snapshot/writer.ts';
import { currentRelease, listReleases, readManifest, switchTo } from './release-store.ts';
import { withoutWithdrawn } from './without-withdrawn.ts';

/** The release the site is held at by a rollback, or null. */
export function readPin(releasesDir: string): string | null {
  const file = pinFile(releasesDir);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
}

export function removePin(releasesDir: string): void {
  rmSync(pinFile(releasesDir), { force: true });
}

/**
 * Makes an earlier release live and holds the site there until publishing is resumed. What was
 * withdrawn since that release stays gone. The pin is written first: a publisher that is just
 * switching sees it and goes back.
 */
export async function rollBack(
  releasesDir: string,
  snapshotFile: string,
  wanted?: string,
): Promise<string> {
  const ids = listReleases(releasesDir);
  const id = wanted ?? previousOf(releasesDir, ids);
  if (!id) throw new Error('There is no earlier release to go back to.');
  if (!ids.includes(id)) {
    throw new Error(`There is no release "${id}". Kept releases: ${ids.join(', ') || 'none'}.`);
  }
  return pinWithout(releasesDir, id, readWithdrawn(snapshotFile, leavesOutUntil(releasesDir, id)));
}

/** Holds the site at a release, but for what was withdrawn. Answers the release that is live then. */
export async function pinWithout(
  releasesDir: string,
  release: string,
  withdrawn: readonly Withdrawn[],
): Promise<string> {
  const newest = newestBuilt(releasesDir) ?? release;
  const id = await withoutWithdrawn(releasesDir, { release, newest }, withdrawn);
  const part = `${pinFile(releasesDir)}.part`;
  writeFileSync(part, `${id}\n`);
  renameSync(part, pinFile(releasesDir));
  await switchTo(releasesDir, id);
  return id;
}

/** Up to when (ISO time) a release is without what was withdrawn. */
export function leavesOutUntil(releasesDir: string, id: string): string {
  const manifest = readManifest(releasesDir, id);
  return manifest?.leavesOutUntil ?? manifest?.publishedAt ?? '';
}

function readWithdrawn(snapshotFile: string, since: string): Withdrawn[] {
  if (!existsSync(snapshotFile)) return [];
  const writer = new SnapshotWriter(snapshotFile);
  try {
    return writer.withdrawnSince(since);
  } finally {
    writer.close();
  }
}

/** The newest release before the live one that shows another state of the content. */
function previousOf(releasesDir: string, ids: readonly string[]): string | undefined {
  const current = currentRelease(releasesDir);
  const inputs = current ? readManifest(releasesDir, current)?.inputs : undefined;
  return ids
    .filter((id) => current === null || id < current)
    .findLast((id) => {
      const manifest = readManifest(releasesDir, id);
      return manifest?.instead === undefined && manifest?.inputs !== inputs;
    });
}

/** The newest release that is not one of a rollback. */
export function newestBuilt(releasesDir: string): string | undefined {
  return listReleases(releasesDir).findLast(
    (id) => readManifest(releasesDir, id)?.instead === undefined,
  );
}

function pinFile(releasesDir: string): string {
  return path.join(releasesDir, 'pinned');
}
