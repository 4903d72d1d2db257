import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { refuse } from '../documents/issues';
import type { Rule, Write } from '../documents/write';
import { isOwnWrite } from './own-writes';
import { REVIEW_EVENT } from './review-history';
import { INITIAL_STATE } from './review-states';
import { findWorkingCopy } from './reviewed-row';
import { isReviewedType, type ReviewedUid } from './reviewed-types';
import { holdOwned } from './stock-writes';

const NOT_REVIEWED = {
  reviewState: INITIAL_STATE,
  version: 1,
  reviewerMessage: null,
  submittedAt: null,
  removalRequestedAt: null,
};

function refuseRewriting({ action }: Write): void {
  if (action === 'create') return;
  refuse([{ path: [], message: 'The history of a review is only ever added to.' }]);
}

/** The content API has no route that writes these types; this holds should one ever be opened. */
function refuseContentApi(strapi: Core.Strapi): void {
  const path: unknown = strapi.requestContext.get()?.path;
  if (typeof path !== 'string' || !path.startsWith('/api/')) return;
  throw new errors.ForbiddenError('Members write their entries under /api/me.');
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== null;

/** A new entry of a member starts where all start; one of the editors may be published at once. */
function begin(write: Write): void {
  const { action, data, goesLive } = write;
  if (action === 'clone') {
    Object.assign(data, NOT_REVIEWED, { reviewState: null, owner: null });
  } else if (!isGiven(data.owner)) {
    if (goesLive) data.reviewState = 'accepted';
  } else {
    if (goesLive || (isGiven(data.reviewState) && data.reviewState !== INITIAL_STATE)) {
      const message = 'What a member owns starts as a draft and is accepted after its review.';
      refuse([{ path: ['reviewState'], message }]);
    }
    Object.assign(data, NOT_REVIEWED);
  }
}

/** Publishing is accepting where no member is to be answered. */
async function acceptUnowned(strapi: Core.Strapi, uid: ReviewedUid, write: Write): Promise<void> {
  if (!write.goesLive) return;
  if (write.action === 'update') write.data.reviewState = 'accepted';
  await strapi.db
    .queryBuilder(uid)
    .where({ documentId: write.documentId, publishedAt: { $null: true } })
    .update({ reviewState: 'accepted' })
    .execute();
}

/**
 * Holds every write of a reviewed type to the review, whoever makes it: nothing that a member owns
 * goes live without being accepted or leaves without a word, and only the review changes its state.
 */
export function keepReview(strapi: Core.Strapi): Rule {
  return async (write) => {
    const { action, documentId, model } = write;
    if (model.uid === REVIEW_EVENT) refuseRewriting(write);
    if (!isReviewedType(model.uid) || isOwnWrite()) return undefined;
    refuseContentApi(strapi);
    if (action === 'create' || action === 'clone') {
      begin(write);
      return undefined;
    }
    const row = documentId ? await findWorkingCopy(strapi, model.uid, documentId) : null;
    if (row?.owner) return holdOwned(strapi, model.uid, row, write);
    if (row) await acceptUnowned(strapi, model.uid, write);
    return undefined;
  };
}
