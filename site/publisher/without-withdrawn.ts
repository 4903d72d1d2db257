/** A kept release without what was withdrawn since it was made. */
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Withdrawn } from '../src/snapshot/writer.ts';
import { pageTypes, placeOf } from '../src/urls.ts';
import { addRelease, nextReleaseId, readManifest } from './release-store.ts';
import { Stage } from './render/stage.ts';

/** Files that hold the content of all entries, or pictures of them: they are those of the newest release. */
const ofAll = /^(data|feeds|pagefind|images|files|share)\/|^(sitemap[^/]*\.xml|redirects\.json)$/;

/**
 * Makes a release that is as the given one, but for every file that names a withdrawn entry: such a
 * file is as the newest release has it, or gone. Answers its id; the given one where nothing differs.
 */
export async function withoutWithdrawn(
  releasesDir: string,
  ids: { release: string; newest: string },
  withdrawn: readonly Withdrawn[],
): Promise<string> {
  const manifest = readManifest(releasesDir, ids.release);
  const leavesOutUntil = readManifest(releasesDir, ids.newest)?.publishedAt;
  if (withdrawn.length === 0 || !manifest || ids.release === ids.newest) return ids.release;
  const [from, newest] = [ids.release, ids.newest].map((id) => path.join(releasesDir, id));
  if (from === undefined || newest === undefined) return ids.release;
  const stage = new Stage(path.join(releasesDir, `.staging-${randomUUID()}`), from);
  await stage.ready();
  const names = new Set([...filesBelow(from), ...filesBelow(newest).filter((f) => ofAll.test(f))]);
  const pattern = namePattern(withdrawn);
  for (const file of names) {
    const isStale = ofAll.test(file) || isNaming(path.join(from, file), pattern);
    if (!isStale) continue;
    const current = path.join(newest, file);
    if (existsSync(current)) stage.link(current, file);
    else stage.remove(file);
  }
  const now = new Date();
  const id = nextReleaseId(releasesDir, now, manifest.id.slice(-8));
  await addRelease(releasesDir, stage.dir, {
    ...manifest,
    id,
    publishedAt: now.toISOString(),
    instead: ids.release,
    ...(leavesOutUntil === undefined ? {} : { leavesOutUntil }),
  });
  return id;
}

/** Matches the public id or the address of a withdrawn entry, whole. */
function namePattern(withdrawn: readonly Withdrawn[]): RegExp {
  const names = withdrawn.flatMap(({ type, ref, slug }) => {
    const pageType = pageTypes.find((each) => each === type);
    return [ref, ...(pageType ? [`/${placeOf(pageType)}/${slug}`] : [])];
  });
  const escaped = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?:${escaped.join('|')})(?![\\w-])`);
}

function isNaming(file: string, names: RegExp): boolean {
  if (!/\.(html|json|xml|txt)$/.test(file)) return false;
  return names.test(`${file.replace(/\.html$/, '')}\n${readFileSync(file, 'utf8')}`);
}

function filesBelow(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)));
}
