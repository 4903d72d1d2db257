import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { readEntryState } from '../publishing/entry-state';

import { listAnswers, type Answer } from '../still-alive/questions';
import { findPersonalData, readTexts, type PersonalData } from './personal-data';
import { listReviewEvents, type ReviewEvent } from './review-history';
import { listActions, type ReviewAction, type ReviewState } from './review-states';
import { findWorkingCopy, stateOf, versionOf } from './reviewed-row';
import type { ReviewedUid } from './reviewed-types';
import { findSimilar, type SimilarEntry } from './similar-entries';
import { countWorkingDays, PROMISED_DAYS } from './working-days';

const text = z.string().nullable().catch(null);
const noteSchema = z.object({ checkedHow: z.string(), role: z.string(), date: z.string() });

/** What a moderator is told beside an entry. */
export interface ReviewedEntry {
  /** Null for what the editors wrote themselves: it has no review. */
  owner: { displayName: string | null; organisation: string | null } | null;
  /** Code of the list `language`, in which the member is written to. */
  language: string | null;
  state: ReviewState;
  version: number;
  /** What an editor may do now. */
  actions: ReviewAction[];
  /** What the member was told last. */
  message: string | null;
  submittedAt: string | null;
  /** Working days since it was submitted, while it waits. */
  days: number | null;
  promisedDays: number;
  removalRequestedAt: string | null;
  live: { since: string | null; url: string | null } | null;
  evidence: string | null;
  reviewNote: z.output<typeof noteSchema> | null;
  history: ReviewEvent[];
  /** What the owner answered to the yearly question, until a moderator settles it. */
  answers: { id: string; answer: Answer; note: string | null; answeredAt: string }[];
  lifecycle: string | null;
  similar: SimilarEntry[];
  personalData: PersonalData[];
}

async function readAnswers(strapi: Core.Strapi, entry: string): Promise<ReviewedEntry['answers']> {
  const answers = await listAnswers(strapi, entry);
  return answers.flatMap(({ documentId: id, answer, note, answeredAt }) =>
    answer && answeredAt ? [{ id, answer, note, answeredAt: answeredAt.toISOString() }] : [],
  );
}

/** @throws NotFoundError when there is no such entry */
export async function readReviewedEntry(
  strapi: Core.Strapi,
  uid: ReviewedUid,
  documentId: string,
  now = new Date(),
): Promise<ReviewedEntry> {
  const row = await findWorkingCopy(strapi, uid, documentId);
  if (!row) throw new errors.NotFoundError('There is no such entry.');
  const { owner, submittedAt, removalRequestedAt } = row;
  const state = stateOf(row);
  const values = await readTexts(strapi, uid, documentId);
  const { liveSince, page } = await readEntryState(strapi, uid, documentId, 'en');
  return {
    owner: owner && { displayName: owner.displayName, organisation: owner.organisationText },
    language: owner?.language ?? null,
    state,
    version: versionOf(row),
    actions: owner ? listActions('editor', state) : [],
    message: row.reviewerMessage,
    submittedAt: submittedAt?.toISOString() ?? null,
    days: state === 'submitted' && submittedAt ? countWorkingDays(submittedAt, now) : null,
    promisedDays: PROMISED_DAYS,
    removalRequestedAt: removalRequestedAt?.toISOString() ?? null,
    live: liveSince === null ? null : { since: liveSince, url: page },
    evidence: text.parse(values.evidence),
    reviewNote: noteSchema.nullable().catch(null).parse(values.reviewNote),
    history: await listReviewEvents(strapi, uid, documentId),
    answers: await readAnswers(strapi, documentId),
    lifecycle: text.parse(values.lifecycle),
    similar: owner ? await findSimilar(strapi, uid, documentId) : [],
    personalData: owner ? findPersonalData(strapi, uid, values) : [],
  };
}
