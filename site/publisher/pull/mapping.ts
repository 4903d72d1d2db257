import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CmsError } from '../../src/cms/client.ts';
import type { Collection, Entry } from '../../src/collections/collection.ts';
import type { Row } from './cms-rows.ts';

/** An entry whose rows the site cannot read. */
export class UnfitEntryError extends CmsError {
  override name = 'UnfitEntryError';
  readonly ref: string;

  constructor(type: string, ref: string, cause: unknown) {
    const reason = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
    super(`The ${type} ${ref} does not fit the site's idea of it: ${reason}`, { cause });
    this.ref = ref;
  }
}

/** Makes the site's entry of a document's rows. Throws UnfitEntryError. */
export function mapEntry(collection: Collection, id: string, rows: readonly Row[]): Entry {
  try {
    return collection.map(rows);
  } catch (cause) {
    const ref = rows.map((row) => row.ref).find((value) => typeof value === 'string') ?? id;
    throw new UnfitEntryError(collection.type, ref, cause);
  }
}

/** A change of what the site makes of a row is a change of every row: digest of the mapping code. */
export function digestOfMapping(): string {
  const digest = createHash('sha256');
  for (const folder of ['../../src/collections', '../../src/cms', '../../src/snapshot']) {
    const directory = join(import.meta.dirname, folder);
    for (const file of readdirSync(directory).sort()) {
      if (file.endsWith('.ts') && !file.endsWith('.d.ts'))
        digest.update(readFileSync(join(directory, file)));
    }
  }
  return digest.digest('hex').slice(0, 16);
}
