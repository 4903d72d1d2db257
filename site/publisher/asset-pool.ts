import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';

/** Files whose names carry the hash of their content, as the build writes them. */
const hashedFolder = '_astro';
const keptMs = 24 * 60 * 60 * 1000;

export function assetPool(releasesDir: string): string {
  return path.join(releasesDir, 'assets');
}

/**
 * Puts the hashed files of a release into the shared pool and marks them as used now: a page that
 * somebody opened before a switch still finds its styles and scripts after it.
 */
export async function keepAssets(
  releasesDir: string,
  releaseDir: string,
  now: Date,
): Promise<void> {
  const from = path.join(releaseDir, hashedFolder);
  if (!existsSync(from)) return;
  const pool = path.join(assetPool(releasesDir), hashedFolder);
  for (const name of await filesBelow(from)) {
    const kept = path.join(pool, name);
    if (!existsSync(kept)) {
      await mkdir(path.dirname(kept), { recursive: true });
      await copyFile(path.join(from, name), kept);
    }
    await utimes(kept, now, now);
  }
}

/** Drops what no live release has used for 24 hours. */
export async function pruneAssets(releasesDir: string, now: Date): Promise<number> {
  const pool = path.join(assetPool(releasesDir), hashedFolder);
  if (!existsSync(pool)) return 0;
  let dropped = 0;
  for (const name of await filesBelow(pool)) {
    const file = path.join(pool, name);
    if (now.getTime() - (await stat(file)).mtimeMs <= keptMs) continue;
    await rm(file);
    dropped += 1;
  }
  return dropped;
}

async function filesBelow(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)));
}
