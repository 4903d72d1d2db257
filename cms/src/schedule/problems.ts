import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { Rule } from '../documents/write';
import { isPublishedType } from '../publishing/published-entry';

const PROBLEM = 'api::schedule-problem.schedule-problem';

const problemRow = z.object({
  change: z.enum(['publish', 'unpublish']),
  message: z.string(),
  at: z.coerce.date().transform((at) => at.toISOString()),
});
const idsSchema = z.array(z.object({ documentId: z.string() }));

/** Why an entry was not published or taken down at its time. */
export type ScheduleProblem = z.output<typeof problemRow>;

export async function noteProblem(
  strapi: Core.Strapi,
  entry: { type: string; documentId: string },
  change: ScheduleProblem['change'],
  message: string,
): Promise<void> {
  const { type, documentId } = entry;
  await strapi.db.transaction(async () => {
    await strapi.db.query(PROBLEM).deleteMany({ where: { type, documentId } });
    const data = { type, documentId, change, message, at: new Date() };
    await strapi.db.query(PROBLEM).create({ data });
  });
}

export async function findProblem(
  strapi: Core.Strapi,
  type: string,
  documentId: string,
): Promise<ScheduleProblem | null> {
  const row: unknown = await strapi.db.query(PROBLEM).findOne({ where: { type, documentId } });
  return problemRow.nullable().parse(row);
}

/** The entries that are not tried again before somebody saves them. */
export async function listTroubled(strapi: Core.Strapi): Promise<string[]> {
  const rows: unknown = await strapi.db.query(PROBLEM).findMany({ select: ['documentId'] });
  return idsSchema.parse(rows).map(({ documentId }) => documentId);
}

/** Whoever saves an entry may have mended what kept it from being published. */
export function forgetProblems(strapi: Core.Strapi): Rule {
  return (write) => {
    const { documentId, model } = write;
    if (documentId === undefined || !isPublishedType(model.uid)) return undefined;
    return async () => {
      await strapi.db.query(PROBLEM).deleteMany({ where: { documentId } });
    };
  };
}
