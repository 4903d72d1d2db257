/** Documents of entries: a release holds a copy, so that the site needs no CMS to give them out. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Entry, EntryType } from '../../src/collections/collection.ts';
import type { SnapshotWriter } from '../../src/snapshot/writer.ts';
import { downloadUpload } from './download-upload.ts';
import type { Fault } from './images.ts';

const file = z.object({ url: z.string(), name: z.string() }).nullish();
type Document = NonNullable<z.infer<typeof file>>;
/** Where entries that have documents hold them, as the collections' own mapping stores them. */
const entryWithDocuments = z.looseObject({
  file,
  documents: z.array(z.looseObject({ file })).nullish(),
});
const typesWithDocuments: readonly EntryType[] = ['practice', 'resource'];

/** The documents that the pages of an entry link to. */
export function documentsOf(type: EntryType, entry: Entry): Document[] {
  if (!typesWithDocuments.includes(type)) return [];
  const { file: own, documents } = entryWithDocuments.parse(entry);
  return [own, ...(documents ?? []).map((each) => each.file)].flatMap((each) => each ?? []);
}

/** The entry without the documents that cannot be had. */
export function withoutDocuments(entry: Entry, missing: ReadonlySet<string>): Entry {
  const { file: own, documents } = entryWithDocuments.parse(entry);
  const isMissing = (each: z.infer<typeof file>) => each && missing.has(each.name);
  return {
    ...entry,
    ...(isMissing(own) ? { file: null } : {}),
    ...(documents ? { documents: documents.filter((each) => !isMissing(each.file)) } : {}),
  };
}

/** Fetches what is new; answers the faults of what cannot be had, by the documents' names. */
export async function fetchDocuments(
  documents: readonly { readonly document: Document; readonly label: string; ref: string }[],
  options: { cmsUrl: string; folder: string; log: (line: string) => void },
): Promise<Map<string, Fault>> {
  const { cmsUrl, folder, log } = options;
  mkdirSync(folder, { recursive: true });
  const faults = new Map<string, Fault>();
  for (const { document, label, ref } of documents) {
    const target = join(folder, document.name);
    if (existsSync(target)) continue;
    try {
      const bytes = await downloadUpload(document.url, cmsUrl);
      if (!bytes.subarray(0, 1024).includes('%PDF-')) throw new Error('it is no PDF.');
      await writeFile(`${target}.part`, bytes);
      renameSync(`${target}.part`, target);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      const message = `${label} is shown without its document ${document.url}: ${reason}`;
      if (!faults.has(document.name)) log(message);
      faults.set(document.name, { entry: ref, message });
    }
  }
  return faults;
}

/** Drops the documents that no entry shows any more. */
export function forgetUnusedDocuments(writer: SnapshotWriter, folder: string): void {
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    if (!writer.isUsed(name)) rmSync(join(folder, name), { force: true });
  }
}
