import type { Core } from '@strapi/strapi';
import { z } from 'zod';

const noteSchema = z.object({
  /** Digest of what the files said when the row was written. */
  said: z.string(),
  /** Digest of the row as it then stood in the store; another one now is an editor's work. */
  stood: z.string(),
  /** For what was written as a draft: digest of it once somebody publishes it as it is. */
  published: z.string().optional(),
});

const ledgerSchema = z.record(z.string(), noteSchema);

export type Ledger = z.output<typeof ledgerSchema>;

/** A row is one language of one record. */
export const rowKey = (ref: string, locale: string): string => `${ref} ${locale}`;

/** Each has notes of its own: what an import wrote is to the seed as an editor's work. */
export type Origin = 'seed' | 'import';

const store = (strapi: Core.Strapi, key: Origin) =>
  strapi.store({ type: 'plugin', name: 'see', key });

/** What the seed or the imports wrote last, row by row; empty before the first time. */
export async function readLedger(strapi: Core.Strapi, origin: Origin): Promise<Ledger> {
  return ledgerSchema.parse((await store(strapi, origin).get({})) ?? {});
}

export async function writeLedger(
  strapi: Core.Strapi,
  origin: Origin,
  ledger: Ledger,
): Promise<void> {
  await store(strapi, origin).set({ value: ledger });
}
