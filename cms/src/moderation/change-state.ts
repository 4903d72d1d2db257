import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { ConflictError } from '../requests/conflict-error';
import { makeTransition, readMessage, refuseStale, type Actor } from './make-transition';
import { asOwnWrite } from './own-writes';
import { refuseMailAddresses } from './personal-data';
import {
  claimVersion,
  findWorkingCopy,
  isLive,
  stateOf,
  versionOf,
  type ReviewedRow,
} from './reviewed-row';
import type { ReviewedUid } from './reviewed-types';
import { findTransition, type ReviewAction, type ReviewState } from './review-states';

export interface StateChange {
  uid: ReviewedUid;
  documentId: string;
  action: ReviewAction;
  by: Actor;
  /** The version that the sender saw; a stale one is refused. */
  version?: number;
  message?: string;
  /** Values to be saved with the change, already checked. */
  data?: Record<string, unknown>;
}

/** Where an entry stands after a change; the state is null when it is no more. */
export interface Standing {
  reviewState: ReviewState | null;
  version: number;
}

interface Documents {
  update(params: { documentId: string; data: Record<string, unknown> }): Promise<unknown>;
  publish(params: { documentId: string }): Promise<unknown>;
  unpublish(params: { documentId: string }): Promise<unknown>;
  discardDraft(params: { documentId: string }): Promise<unknown>;
  delete(params: { documentId: string }): Promise<unknown>;
}

const canReview = (documents: object): documents is Documents => 'publish' in documents;

const WORDS: Readonly<Record<ReviewState, string>> = {
  draft: 'a draft',
  submitted: 'submitted and waits for an editor',
  changesRequested: 'with its author, who was asked for changes',
  accepted: 'accepted',
  declined: 'declined',
  withdrawn: 'withdrawn',
};

/** The working copy that the actor may speak about. @throws NotFoundError for anybody else's */
async function readRow(strapi: Core.Strapi, { uid, documentId, by }: StateChange) {
  const row = await findWorkingCopy(strapi, uid, documentId);
  if (!row || (by.kind === 'member' && row.owner?.id !== by.userId)) {
    throw new errors.NotFoundError('There is no such entry.');
  }
  if (!row.owner) {
    const message = 'No member owns this entry, so it has no review: save and publish it.';
    throw new ConflictError({ path: [], message }, versionOf(row));
  }
  return row;
}

function readTransition({ by, action }: StateChange, row: ReviewedRow) {
  const state = stateOf(row);
  const transition = findTransition(by.kind, action, state);
  if (transition) return transition;
  const message = `This entry is ${WORDS[state]}: that is not possible now. Look at it again.`;
  throw new ConflictError({ path: ['reviewState'], message }, versionOf(row));
}

/** A working copy beside a live version gives way to it; one alone is deleted. */
async function removeWorkingCopy(
  strapi: Core.Strapi,
  documents: Documents,
  { uid, documentId }: StateChange,
  version: number,
): Promise<Standing> {
  if (!(await isLive(strapi, uid, documentId))) {
    await documents.delete({ documentId });
    return { reviewState: null, version };
  }
  await documents.discardDraft({ documentId });
  const restored = await findWorkingCopy(strapi, uid, documentId);
  if (!restored) throw new Error(`${uid} ${documentId} was lost while its draft was discarded.`);
  // The live version counted less far than the working copy that is gone.
  const next = await claimVersion(strapi, uid, restored, {}, version);
  return { reviewState: stateOf(restored), version: next ?? version };
}

/**
 * Changes where an entry of a member stands, whole or not at all: state, version, history, mail,
 * and what follows for the live version.
 *
 * @throws NotFoundError when it is not there or another member's
 * @throws ConflictError (409) for a stale version, for an action that its state does not allow, and
 *   for the slower of two at once
 * @throws ValidationError (400) when a message is missing
 */
export async function changeState(strapi: Core.Strapi, change: StateChange): Promise<Standing> {
  const { uid, documentId, action, by, data } = change;
  const documents = strapi.documents(uid);
  if (!canReview(documents)) throw new Error(`${uid} cannot be published.`);
  return strapi.db.transaction(() =>
    asOwnWrite(async () => {
      const row = await readRow(strapi, change);
      refuseStale(row, change.version);
      const transition = readTransition(change, row);
      const message = readMessage(transition, change.message);
      const version = await makeTransition(strapi, { uid, row, transition, by, message });
      if (data) await documents.update({ documentId, data });
      if (transition.to === null) return removeWorkingCopy(strapi, documents, change, version);
      if (action === 'accept' || action === 'correct') {
        await refuseMailAddresses(strapi, uid, documentId);
        await documents.publish({ documentId });
      }
      if (action === 'unpublish') await documents.unpublish({ documentId });
      return { reviewState: transition.to, version };
    }),
  );
}
