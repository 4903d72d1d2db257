import type { Core } from '@strapi/strapi';
import { z } from 'zod';

const noteSchema = z.object({
  /** Digest of what the files said when the row was written. */
  said: z.string(),
  /** Digest of the row as it then stood in the store; another one now is an editor's work. */
  stood: z.string(),
});

const ledgerSchema = z.record(z.string(), noteSchema);

export type Ledger = z.output<typeof ledgerSchema>;

/** A row is one language of one record. */
export const rowKey = (ref: string, locale: string): string => `${ref} ${locale}`;

const store = (strapi: Core.Strapi) => strapi.store({ type: 'plugin', name: 'see', key: 'seed' });

/** What the seed wrote last, row by row; empty before the first seed. */
export async function readLedger(strapi: Core.Strapi): Promise<Ledger> {
  return ledgerSchema.parse((await store(strapi).get({})) ?? {});
}

export async function writeLedger(strapi: Core.Strapi, ledger: Ledger): Promise<void> {
  await store(strapi).set({ value: ledger });
}
