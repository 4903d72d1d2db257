import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';

const PLACE = { type: 'core', name: 'publishing', key: 'epoch' } as const;

/**
 * Tells one history of the database from another: made with the first start, and made anew when
 * its row was removed, which is how a restore says that the numbers of changes start over.
 */
export async function readEpoch(strapi: Core.Strapi): Promise<string> {
  const store = strapi.store(PLACE);
  const known = z.string().safeParse(await store.get({}));
  if (known.success) return known.data;
  const epoch = randomUUID();
  await store.set({ value: epoch });
  return epoch;
}
