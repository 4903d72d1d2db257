import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { ACCOUNT } from '../accounts/account-row';
import { applyErasure } from './erase-member';
import { digestEmail, readErasures, type Erasure } from './ledger';

const PAGE = 1000;

const heldSchema = z.object({
  id: z.number(),
  documentId: z.string(),
  email: z.string(),
  createdAt: z.coerce.date(),
});
type Held = z.output<typeof heldSchema>;

async function readPage(strapi: Core.Strapi, after: number): Promise<Held[]> {
  const rows: unknown = await strapi.db.query(ACCOUNT).findMany({
    select: Object.keys(heldSchema.shape),
    where: { id: { $gt: after } },
    orderBy: { id: 'asc' },
    limit: PAGE,
  });
  return z.array(heldSchema).parse(rows);
}

/** The latest erasure of an account; one that is older than the account was another's. */
function erasureOf(
  strapi: Core.Strapi,
  erasures: readonly Erasure[],
  { documentId, email, createdAt }: Held,
): Erasure | undefined {
  const digest = digestEmail(strapi, email);
  return erasures.findLast(
    (erasure) =>
      erasure.member === documentId ||
      (erasure.email === digest && createdAt < new Date(erasure.at)),
  );
}

/**
 * Erases what came back with a database from before an erasure, and finishes what a crash cut
 * short. To be called before the CMS answers anybody.
 */
export async function eraseAgain(strapi: Core.Strapi): Promise<void> {
  const erasures = await readErasures(strapi);
  if (erasures.length === 0) return;
  for (let page = await readPage(strapi, 0); page.length > 0;) {
    for (const account of page) {
      const erasure = erasureOf(strapi, erasures, account);
      if (erasure) await applyErasure(strapi, account.id, erasure.practices);
    }
    page = await readPage(strapi, page.at(-1)?.id ?? 0);
  }
}
