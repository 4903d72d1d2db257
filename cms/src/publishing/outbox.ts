import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { hintPublisher } from './hint';

export const OUTBOX = 'api::outbox.outbox';

export type ChangeKind = 'publish' | 'unpublish' | 'delete' | 'media' | 'erase';

/** A change of what is published. */
export interface Change {
  /** Singular name of the content type. */
  type: string;
  documentId: string;
  /** Null when the document as a whole changed, or its type has no languages. */
  locale: string | null;
  change: ChangeKind;
  ref: string | null;
  /** As editors see the entry in lists. */
  title: string | null;
  /** Name of the member of staff, or "system"; never an address. */
  by: string;
}

const waitingRow = z.object({
  id: z.number(),
  at: z.coerce.date(),
  type: z.string(),
  documentId: z.string(),
  locale: z.string().nullable(),
  change: z.string(),
});

/** A change that no release holds yet. */
export interface WaitingChange {
  sequence: number;
  at: string;
  type: string;
  documentId: string;
  locale: string | null;
  change: string;
}

/** What is used of a transaction of the database, whose types lead to a package of Strapi's own. */
interface Committing {
  onCommit: (callback: () => void) => void;
}

/** Writes a change down in the transaction that makes it; the publisher hears of it after that. */
export async function recordChange(strapi: Core.Strapi, change: Change): Promise<void> {
  await strapi.db.transaction(async ({ onCommit }: Committing) => {
    await strapi.db.query(OUTBOX).create({ data: { ...change, at: new Date() } });
    onCommit(() => hintPublisher(strapi));
  });
}

/** The changes that wait for a release, oldest first. */
export async function listWaiting(strapi: Core.Strapi, limit: number): Promise<WaitingChange[]> {
  const rows: unknown = await strapi.db.query(OUTBOX).findMany({
    select: ['id', 'at', 'type', 'documentId', 'locale', 'change'],
    where: { release: { $null: true } },
    orderBy: { id: 'asc' },
    limit,
  });
  return z
    .array(waitingRow)
    .parse(rows)
    .map(({ id, at, ...row }) => ({ sequence: id, at: at.toISOString(), ...row }));
}

/** Notes which release holds these changes; changes that a release holds already stay as they are. */
export async function markReleased(
  strapi: Core.Strapi,
  sequences: readonly number[],
  release: string,
  at: Date,
): Promise<void> {
  if (sequences.length === 0) return;
  await strapi.db.query(OUTBOX).updateMany({
    where: { id: { $in: [...sequences] }, release: { $null: true } },
    data: { release, doneAt: at },
  });
}

/** Removes changes that a release holds and that are older than `before`. */
export async function removeReleased(strapi: Core.Strapi, before: Date): Promise<void> {
  await strapi.db
    .query(OUTBOX)
    .deleteMany({ where: { release: { $notNull: true }, at: { $lt: before } } });
}
