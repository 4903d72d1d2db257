import type { Core } from '@strapi/strapi';
import { attributesIn } from './attributes-in';
import { readElsewhere } from './elsewhere';
import { fill, type Outcome } from './fill';
import { readGiven } from './read-seed';

export interface ImportOptions {
  /** Everything is checked, nothing is written. */
  check: boolean;
  /** New and changed entries wait for an editor to publish them. */
  drafts: boolean;
}

/**
 * Brings the records of a file or folder in the form of `seed/` into the database. What is not among
 * them is not touched.
 * @throws {SeedError} naming every fault; then nothing was written.
 */
export async function importRecords(
  strapi: Core.Strapi,
  given: string,
  { check, drafts }: ImportOptions,
): Promise<Outcome> {
  const records = readGiven(given, attributesIn(strapi), await readElsewhere(strapi));
  const outcome = await fill(strapi, records, {
    origin: 'import',
    asDrafts: drafts,
    isTrial: check,
  });
  return { ...outcome, notices: [...records.notices, ...outcome.notices] };
}
