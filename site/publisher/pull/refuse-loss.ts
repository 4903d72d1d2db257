import { CmsError } from '../../src/cms/client.ts';
import type { Collection } from '../../src/collections/collection.ts';
import type { Ids } from './pull.ts';

/** More than this share of a type is not lost in the ordinary course of work. */
const mostLost = 0.1;
/** Fewer entries than this are no sudden loss, unless they were all there was. */
const fewest = 3;

type Loss = { readonly collection: Collection; readonly removed: readonly string[] };

/** Throws CmsError when entries are gone that nobody is known to have taken away. */
export function refuseLoss(
  { collection: { type }, removed }: Loss,
  stored: ReadonlyMap<string, string>,
  explained: Ids | undefined,
): void {
  const lost = removed.filter((id) => explained?.get(type)?.has(id) !== true).length;
  const isSudden = lost >= fewest && lost > stored.size * mostLost;
  if (!isSudden && (lost === 0 || removed.length < stored.size)) return;
  throw new CmsError(
    `The query "${type} versions" left out ${String(lost)} of ${String(stored.size)} entries that were published before, and nobody is known to have unpublished or deleted them. If they were meant to go, publish with --clean.`,
  );
}

/**
 * Throws CmsError when so many entries do not fit that it is the CMS, or the site, that is of
 * another version, and not an entry that is odd.
 */
export function refuseStrange(
  { type }: Collection,
  strange: number,
  { seen, stored }: { readonly seen: number; readonly stored: number },
): void {
  const areMany = strange >= fewest && strange > Math.max(seen, stored) * mostLost;
  if (!areMany && (strange === 0 || strange < seen || stored > 0)) return;
  throw new CmsError(
    `${String(strange)} of ${String(seen)} entries of the type ${type} do not fit the site's idea of it. Is the site of another version than the CMS?`,
  );
}
