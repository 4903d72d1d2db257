import type { Core } from '@strapi/strapi';
import { ConflictError } from '../requests/conflict-error';
import { refuse } from '../documents/issues';
import { recordReviewEvent } from './review-history';
import { claimVersion, stateOf, versionOf, type ReviewedRow } from './reviewed-row';
import type { ReviewedUid } from './reviewed-types';
import type { ReviewAction, Transition } from './review-states';
import { tellOwner } from './tell-owner';

const MESSAGE_LENGTH = 4000;

/** Who acts: the member who owns the entry, or a member of staff by name. */
export type Actor = { kind: 'member'; userId: number } | { kind: 'editor'; name: string };

export interface Step {
  uid: ReviewedUid;
  /** The working copy as it was read in the same transaction. */
  row: ReviewedRow;
  transition: Transition;
  by: Actor;
  message: string | null;
}

/** The message as it is stored. @throws ValidationError when it is missing or too long */
export function readMessage(transition: Transition, given: string | undefined): string | null {
  const message = given?.trim() ?? '';
  const issue = (text: string) => refuse([{ path: ['message'], message: text }]);
  if (transition.needs === 'message' && message === '') issue('Tell the member why.');
  if (message.length > MESSAGE_LENGTH) {
    issue(`A message has at most ${MESSAGE_LENGTH} characters; this one has ${message.length}.`);
  }
  return message === '' ? null : message;
}

/** What a change of state stamps on the entry beside the state itself. */
function stampsOf({ transition, message }: Step): Record<string, unknown> {
  const { action, by } = transition;
  return {
    ...(transition.to === null ? {} : { reviewState: transition.to }),
    ...(by === 'editor' ? { reviewerMessage: message } : {}),
    ...(action === 'submit' ? { submittedAt: new Date() } : {}),
    ...(action === 'requestRemoval' ? { removalRequestedAt: new Date() } : {}),
    ...(REMOVAL_ANSWERS.has(action) ? { removalRequestedAt: null } : {}),
  };
}

/** Whatever an editor decides of an entry answers the wish to take it down. */
const REMOVAL_ANSWERS = new Set<ReviewAction>(['accept', 'unpublish', 'keep']);

export function refuseStale(row: ReviewedRow, version: number | undefined): void {
  const current = versionOf(row);
  if (version === undefined || version === current) return;
  const message = `This was changed since you opened it: it is at version ${current}, you sent version ${version}. Look at the newer one first.`;
  throw new ConflictError({ path: ['version'], message }, current);
}

/**
 * Makes one change of state of the working copy: its version, what is stamped on it, the history
 * and the mail. What is live is not touched.
 *
 * @returns the new version
 * @throws ConflictError when somebody else was quicker
 */
export async function makeTransition(strapi: Core.Strapi, step: Step): Promise<number> {
  const { uid, row, transition, by, message } = step;
  const version = await claimVersion(strapi, uid, row, stampsOf(step));
  if (version === undefined) {
    const lost = 'Somebody else changed this at the same moment. Look at it again first.';
    throw new ConflictError({ path: ['version'], message: lost });
  }
  const from = stateOf(row);
  // Each autosave is an edit: only the one that begins a new working copy is a change of state.
  if (transition.action === 'edit' && transition.to === from) return version;
  await recordReviewEvent(strapi, uid, row.documentId, {
    action: transition.action,
    from,
    to: transition.to,
    by: by.kind,
    person: by.kind === 'editor' ? by.name : null,
    message,
    entryVersion: version,
  });
  await tellOwner(strapi, { uid, row, by: by.kind, action: transition.action, message });
  return version;
}
