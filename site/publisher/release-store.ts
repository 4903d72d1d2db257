import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { cp, rename } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { keepAssets } from './asset-pool.ts';
import { removeFolder } from './folder-work.ts';

const manifestSchema = z.object({
  id: z.string(),
  publishedAt: z.iso.datetime(),
  /** Since when the search finds what was published; null when it never did. */
  searchableAt: z.iso.datetime().nullable(),
  dataAt: z.string(),
  contentVersion: z.string(),
  /** Digest of content, code and day: equal inputs give equal pages. */
  inputs: z.string(),
  pages: z.int().nonnegative(),
  /** Pages that were made anew for it; the others are those of the release before. */
  rendered: z.int().nonnegative(),
  durationMs: z.number().nonnegative(),
  /** The release this one is, but for what was withdrawn since; of a rollback. */
  instead: z.string().optional(),
  /** What was withdrawn up to then is left out of it. */
  leavesOutUntil: z.iso.datetime().optional(),
});

/** What is known of a release besides its files; kept beside its folder as `<id>.json`. */
export type ReleaseManifest = z.infer<typeof manifestSchema>;

const idPattern = /^\d{8}T\d{9}Z-[0-9a-f]{8}$/;
const stagingPrefix = '.staging-';
const linkPrefix = '.current-';

/** An id that sorts by time and shows by its end whether two releases hold the same content. */
export function releaseId(at: Date, contentHash: string): string {
  return `${at.toISOString().replace(/[-:.]/g, '')}-${contentHash.slice(0, 8)}`;
}

/** An id that sorts after all that are there, also when the clock was set back meanwhile. */
export function nextReleaseId(releasesDir: string, now: Date, contentHash: string): string {
  const newest = listReleases(releasesDir).at(-1);
  const wanted = releaseId(now, contentHash);
  if (newest === undefined || wanted > newest) return wanted;
  const after = new Date(timeOfId(newest).getTime() + 1);
  return releaseId(after, contentHash);
}

function timeOfId(id: string): Date {
  const [, ...parts] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z/.exec(id) ?? [];
  const [year, month, day, hour, minute, second, ms] = parts;
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z`);
}

/** Ids of the complete releases, oldest first. */
export function listReleases(releasesDir: string): string[] {
  if (!existsSync(releasesDir)) return [];
  return readdirSync(releasesDir)
    .filter((name) => idPattern.test(name) && existsSync(manifestFile(releasesDir, name)))
    .sort();
}

export function readManifest(releasesDir: string, id: string): ReleaseManifest | null {
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(manifestFile(releasesDir, id), 'utf8')));
  } catch {
    return null;
  }
}

/** The release that is live, or null when there is none or its folder is gone. */
export function currentRelease(releasesDir: string): string | null {
  try {
    const id = readlinkSync(path.join(releasesDir, 'current'));
    return existsSync(path.join(releasesDir, id)) ? id : null;
  } catch {
    return null;
  }
}

/**
 * Takes a finished build in as a release that is not live yet. The folder appears under its name
 * last and whole: whatever has an id as its name is complete.
 */
export async function addRelease(
  releasesDir: string,
  builtDir: string,
  manifest: ReleaseManifest,
): Promise<void> {
  mkdirSync(releasesDir, { recursive: true });
  const staging = path.join(releasesDir, `${stagingPrefix}${manifest.id}`);
  const file = manifestFile(releasesDir, manifest.id);
  try {
    await moveDirectory(builtDir, staging);
    await keepAssets(releasesDir, staging, new Date());
    writeFileSync(`${file}.part`, `${JSON.stringify(manifest, null, 2)}\n`);
    renameSync(`${file}.part`, file);
    renameSync(staging, path.join(releasesDir, manifest.id));
  } catch (error) {
    // On a full disk each try would leave a folder, and make it fuller.
    for (const left of [`${file}.part`, file, staging]) {
      rmSync(left, { recursive: true, force: true });
    }
    throw error;
  }
}

/** Makes a release live in one step: a reader sees the old one or the new one, never neither. */
export async function switchTo(releasesDir: string, id: string): Promise<void> {
  const target = path.join(releasesDir, id);
  if (!existsSync(target)) throw new Error(`There is no release "${id}" in ${releasesDir}.`);
  const outgoing = currentRelease(releasesDir);
  if (outgoing === id) return;
  const now = new Date();
  for (const release of [outgoing, id]) {
    if (release) await keepAssets(releasesDir, path.join(releasesDir, release), now);
  }
  const link = path.join(releasesDir, `${linkPrefix}${process.pid}`);
  rmSync(link, { force: true });
  symlinkSync(id, link);
  renameSync(link, path.join(releasesDir, 'current'));
}

/** Removes what a crash left half done. Only the process that publishes may call this. */
export function cleanLeftovers(releasesDir: string): string[] {
  if (!existsSync(releasesDir)) return [];
  const names = new Set(readdirSync(releasesDir));
  const leftovers = [...names].filter(
    (name) =>
      name.startsWith(stagingPrefix) ||
      name.startsWith(linkPrefix) ||
      name.endsWith('.json.part') ||
      (idPattern.test(name) && !names.has(`${name}.json`)) ||
      (name.endsWith('.json') && !names.has(name.slice(0, -'.json'.length))),
  );
  for (const name of leftovers) rmSync(path.join(releasesDir, name), { recursive: true });
  return leftovers;
}

export function removeRelease(releasesDir: string, id: string): void {
  // Without its manifest a folder is no release, so a crash in between offers no half of one.
  rmSync(manifestFile(releasesDir, id), { force: true });
  rmSync(path.join(releasesDir, id), { recursive: true, force: true });
}

/** As `removeRelease`, beside other work: a large release takes a while to go. */
export async function removeReleaseAside(releasesDir: string, id: string): Promise<void> {
  rmSync(manifestFile(releasesDir, id), { force: true });
  await removeFolder(path.join(releasesDir, id));
}

function manifestFile(releasesDir: string, id: string): string {
  return path.join(releasesDir, `${id}.json`);
}

async function moveDirectory(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    // The data directory may lie on another disk than the build.
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
    await cp(from, to, { recursive: true });
    rmSync(from, { recursive: true });
  }
}
