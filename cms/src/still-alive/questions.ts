import type { Core } from '@strapi/strapi';
import { z } from 'zod';

export const QUESTION = 'api::yearly-question.yearly-question';

export const ANSWERS = ['running', 'changed', 'stopped'] as const;
export type Answer = (typeof ANSWERS)[number];

const time = z.coerce.date().nullable();
const questionSchema = z.object({
  id: z.number(),
  documentId: z.string(),
  entry: z.string(),
  answer: z.enum(ANSWERS).nullable(),
  note: z.string().nullable(),
  answeredAt: time,
  settledAt: time,
});

/** A question that was mailed to the owner of a practice, with the answer once there is one. */
export type Question = z.output<typeof questionSchema>;

export async function findQuestion(
  strapi: Core.Strapi,
  documentId: string,
): Promise<Question | null> {
  const row: unknown = await strapi.db.query(QUESTION).findOne({ where: { documentId } });
  return questionSchema.nullable().parse(row);
}

/** Answers that a moderator has not settled yet, oldest first; of one practice when it is named. */
export async function listAnswers(strapi: Core.Strapi, entry?: string): Promise<Question[]> {
  const rows: unknown = await strapi.db.query(QUESTION).findMany({
    where: {
      answeredAt: { $notNull: true },
      settledAt: { $null: true },
      ...(entry === undefined ? {} : { entry }),
    },
    orderBy: { answeredAt: 'asc' },
  });
  return z.array(questionSchema).parse(rows);
}

/**
 * Writes to a question as long as it is in the state it was read in: of two at once, the database
 * lets one find it so.
 */
export async function changeQuestion(
  strapi: Core.Strapi,
  question: Question,
  values: Record<string, unknown>,
): Promise<boolean> {
  const isUnset = (at: Date | null) => (at === null ? { $null: true } : { $notNull: true });
  const where = {
    id: question.id,
    answeredAt: isUnset(question.answeredAt),
    settledAt: isUnset(question.settledAt),
  };
  const changed: unknown = await strapi.db
    .queryBuilder(QUESTION)
    .where(where)
    .update(values)
    .execute();
  return changed === 1;
}
