import type { Core } from '@strapi/strapi';
import { z } from 'zod';

const rowSchema = z.object({
  id: z.number(),
  type: z.string(),
  documentId: z.string(),
  locale: z.string().nullable(),
  change: z.string(),
  ref: z.string().nullable(),
  title: z.string().nullable(),
  by: z.string(),
  release: z.string().nullable(),
});
export type OutboxRow = z.infer<typeof rowSchema>;

/** The rows that `work` adds to the outbox, in their order. */
export async function rowsAddedBy(
  strapi: Core.Strapi,
  work: () => Promise<unknown>,
): Promise<OutboxRow[]> {
  const outbox = strapi.db.query('api::outbox.outbox');
  const read = async () => z.array(rowSchema).parse(await outbox.findMany({ orderBy: 'id' }));
  const before = (await read()).at(-1)?.id ?? 0;
  await work();
  return (await read()).filter(({ id }) => id > before);
}

/** What matters of rows in most tests. */
export function brief(rows: OutboxRow[]): [string, string, string | null][] {
  return rows.map(({ change, type, locale }) => [change, type, locale]);
}
