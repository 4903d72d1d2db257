import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { currentRelease, listReleases, switchTo } from './release-store.ts';

/** The release the site is held at by a rollback, or null. */
export function readPin(releasesDir: string): string | null {
  const file = pinFile(releasesDir);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
}

export function removePin(releasesDir: string): void {
  rmSync(pinFile(releasesDir), { force: true });
}

/**
 * Makes an earlier release live and holds the site there until publishing is resumed.
 * The pin is written first: a publisher that is just switching sees it and goes back.
 */
export async function rollBack(releasesDir: string, wanted?: string): Promise<string> {
  const ids = listReleases(releasesDir);
  const id = wanted ?? previousOf(ids, currentRelease(releasesDir));
  if (!id) throw new Error('There is no earlier release to go back to.');
  if (!ids.includes(id)) {
    throw new Error(`There is no release "${id}". Kept releases: ${ids.join(', ') || 'none'}.`);
  }
  const part = `${pinFile(releasesDir)}.part`;
  writeFileSync(part, `${id}\n`);
  renameSync(part, pinFile(releasesDir));
  await switchTo(releasesDir, id);
  return id;
}

function previousOf(ids: readonly string[], current: string | null): string | undefined {
  return ids.filter((id) => current === null || id < current).at(-1);
}

function pinFile(releasesDir: string): string {
  return path.join(releasesDir, 'pinned');
}
