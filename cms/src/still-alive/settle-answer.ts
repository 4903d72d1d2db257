import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { ConflictError } from '../requests/conflict-error';
import { recordReviewEvent } from '../moderation/review-history';
import { claimVersion, findWorkingCopy, stateOf, versionOf } from '../moderation/reviewed-row';
import { readModels } from '../documents/models';
import { recordChange } from '../publishing/outbox';
import { findPublished } from '../publishing/published-entry';
import { changeQuestion, findQuestion, type Answer, type Question } from './questions';

const PRACTICE = 'api::practice.practice';

async function readWorkingCopy(strapi: Core.Strapi, entry: string) {
  const row = await findWorkingCopy(strapi, PRACTICE, entry);
  if (!row) throw new errors.NotFoundError('This practice was deleted.');
  return row;
}

/** Notes what the owner answered. @returns false when there is an answer already */
export async function recordAnswer(
  strapi: Core.Strapi,
  question: Question,
  answer: Answer,
  note: string | null,
): Promise<boolean> {
  const isFirst = await changeQuestion(strapi, question, { answer, note, answeredAt: new Date() });
  if (!isFirst) return false;
  const row = await readWorkingCopy(strapi, question.entry);
  await recordReviewEvent(strapi, PRACTICE, question.entry, {
    action: 'answerQuestion',
    from: stateOf(row),
    to: stateOf(row),
    by: 'member',
    person: null,
    message: note,
    entryVersion: versionOf(row),
  });
  return true;
}

/**
 * Puts what the owner said into the practice, live and working copy alike, and into nothing else:
 * neither what the member is writing nor a correction of the staff goes live with it.
 */
async function storeLifecycle(
  strapi: Core.Strapi,
  entry: string,
  lifecycle: string,
  checkedOn: Date,
  by: string,
): Promise<void> {
  const row = await readWorkingCopy(strapi, entry);
  if ((await claimVersion(strapi, PRACTICE, row)) === undefined) {
    const message = 'Somebody else changed this practice at the same moment. Try again.';
    throw new ConflictError({ path: ['version'], message });
  }
  await strapi.db
    .queryBuilder(PRACTICE)
    .where({ documentId: entry })
    .update({ lifecycle, stillAliveCheckedOn: checkedOn.toISOString().slice(0, 10) })
    .execute();
  const name = await findPublished(strapi, readModels(strapi)(PRACTICE), entry, null);
  if (!name) return;
  const change = { type: 'practice', documentId: entry, locale: null, change: 'publish' } as const;
  await recordChange(strapi, { ...change, ...name, by });
}

/**
 * A moderator settles an answer: with a lifecycle it is taken over and published, without one it is
 * put aside.
 *
 * @throws NotFoundError when there is no such answer
 * @throws ConflictError when it is settled already
 */
export async function settleAnswer(
  strapi: Core.Strapi,
  documentId: string,
  by: string,
  lifecycle: string | null,
): Promise<Question> {
  return strapi.db.transaction(async () => {
    const question = await findQuestion(strapi, documentId);
    if (!question?.answeredAt) throw new errors.NotFoundError('There is no such answer.');
    const isFirst =
      question.settledAt === null &&
      (await changeQuestion(strapi, question, { settledAt: new Date() }));
    if (!isFirst) {
      throw new ConflictError({ path: [], message: 'Somebody has settled this answer already.' });
    }
    const { entry, answeredAt } = question;
    if (lifecycle !== null) await storeLifecycle(strapi, entry, lifecycle, answeredAt, by);
    const row = await readWorkingCopy(strapi, entry);
    await recordReviewEvent(strapi, PRACTICE, entry, {
      action: lifecycle === null ? 'dismissAnswer' : 'confirmAnswer',
      from: stateOf(row),
      to: stateOf(row),
      by: 'editor',
      person: by,
      message: null,
      entryVersion: versionOf(row),
    });
    return question;
  });
}
