/**
 * The search index where entries are many: indexing all of them takes a minute and more, so what
 * changed since is indexed by itself, in a second, and the large index is told what is outdated.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { lateFolder, nothingLate } from '../src/search/late.ts';
import type { SearchRecord } from '../src/search/record.ts';
import { searchRecords } from '../src/search/records.ts';
import { Snapshot } from '../src/snapshot/snapshot.ts';
import { digestOfSiteCode } from './code-digest.ts';
import {
  indexInParts,
  indexRecords,
  removeProgram,
  shownFields,
  writeLate,
  writeTerms,
} from './search.ts';

export interface LayerOptions {
  /** Where `pagefind/` lies, and beside it what is known of its large index. */
  dir: string;
  snapshotFile: string;
  /** Fewer entries than this are indexed whole each time. */
  fewest?: number;
  /** More changes than this, and everything is indexed anew. */
  mostLate?: number;
  /** More entries than this, and the index is made in parts. */
  mostInPart?: number;
}

const indexed = z.object({
  code: z.string(),
  parts: z.int(),
  records: z.record(z.string(), z.object({ digest: z.string(), id: z.string() })),
});
type Indexed = z.infer<typeof indexed>;

/** Makes the search find what the snapshot holds; answers how many entries that are. */
export async function indexInLayers(options: LayerOptions): Promise<{ records: number }> {
  const { dir, snapshotFile, fewest = 500, mostLate = 1_000, mostInPart } = options;
  const snapshot = new Snapshot(snapshotFile);
  try {
    const code = digestOfSiteCode();
    const records = searchRecords(snapshot);
    const digests = new Map(records.map((record) => [record.path, digestOf(record)]));
    const known = records.length < fewest ? null : readIndexed(dir, code);
    const changed = records.filter(
      (record) => known?.records[record.path]?.digest !== digests.get(record.path),
    );
    const outdated = Object.entries(known?.records ?? {})
      .filter(([address, { digest }]) => digests.get(address) !== digest)
      .map(([, { id }]) => id);
    if (known && changed.length + outdated.length <= mostLate) {
      await indexLate(dir, { parts: known.parts, changed, outdated });
    } else await indexAll(dir, { code, records, digests, mostInPart });
    writeTerms(path.join(dir, 'pagefind'), snapshot);
    return { records: records.length };
  } finally {
    snapshot.close();
  }
}

async function indexLate(
  dir: string,
  {
    parts,
    changed,
    outdated,
  }: { parts: number; changed: readonly SearchRecord[]; outdated: readonly string[] },
): Promise<void> {
  const folder = path.join(dir, 'pagefind');
  const late = path.join(folder, lateFolder);
  rmSync(late, { recursive: true, force: true });
  const ids = changed.length > 0 ? await indexRecords(changed, late) : new Map<string, string>();
  if (changed.length > 0) removeProgram(late);
  writeLate(folder, { parts, ids: [...ids.values()], outdated });
}

async function indexAll(
  dir: string,
  made: {
    code: string;
    records: readonly SearchRecord[];
    digests: ReadonlyMap<string, string>;
    mostInPart: number | undefined;
  },
): Promise<void> {
  rmSync(stateOf(dir), { force: true });
  const folder = path.join(dir, 'pagefind');
  rmSync(folder, { recursive: true, force: true });
  const { parts, ids } = await indexInParts(made.records, folder, made.mostInPart);
  writeLate(folder, { ...nothingLate, parts });
  const state: Indexed = {
    code: made.code,
    parts,
    records: Object.fromEntries(
      [...made.digests].map(([address, digest]) => [
        address,
        { digest, id: ids.get(address) ?? '' },
      ]),
    ),
  };
  // Written last: what a crash left half is not taken for whole.
  writeFileSync(stateOf(dir), JSON.stringify(state));
}

const stateOf = (dir: string) => path.join(dir, 'indexed.json');

function readIndexed(dir: string, code: string): Indexed | null {
  const file = stateOf(dir);
  if (!existsSync(file)) return null;
  const read = indexed.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  return read.success && read.data.code === code ? read.data : null;
}

/** Of all that the index makes of a record; to take its words apart would take far longer. */
function digestOf(record: SearchRecord): string {
  const said = [record.titles(), record.texts(), shownFields(record), record.facets];
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url').slice(0, 16);
}
