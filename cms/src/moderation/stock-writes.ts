import type { Core } from '@strapi/strapi';
import { ConflictError } from '../requests/conflict-error';
import { refuse } from '../documents/issues';
import type { Rule, Write } from '../documents/write';
import { actingPerson } from '../publishing/acting-person';
import { makeTransition } from './make-transition';
import { refuseMailAddresses } from './personal-data';
import { recordReviewEvent } from './review-history';
import {
  claimVersion,
  findWorkingCopy,
  isLive,
  stateOf,
  versionOf,
  type ReviewedRow,
} from './reviewed-row';
import type { ReviewedUid } from './reviewed-types';
import { findTransition, type ReviewState } from './review-states';
import { tellOwner } from './tell-owner';
import { dropUnchangedReview } from './unchanged-review';

type AfterWrite = Awaited<ReturnType<Rule>>;
type Handler = (
  strapi: Core.Strapi,
  uid: ReviewedUid,
  row: ReviewedRow,
  write: Write,
) => AfterWrite | Promise<AfterWrite>;

const REFUSALS: Readonly<Partial<Record<ReviewState, string>>> = {
  draft: 'The member has not submitted this yet, so it cannot be published.',
  accepted:
    'This is accepted already. To publish corrections of it, press "Publish corrections" beside the form; the member is told.',
  declined: 'This was declined. Reopen it first, so that the member hears of it.',
  withdrawn: 'This was withdrawn. Only the member can bring it back.',
};

/** Takes the next version for a write that is under way. @throws ConflictError when another is first */
async function takeVersion(
  strapi: Core.Strapi,
  uid: ReviewedUid,
  row: ReviewedRow,
  after?: number,
) {
  const version = await claimVersion(strapi, uid, row, {}, after);
  if (version !== undefined) return version;
  const message = 'Somebody else changed this at the same moment. Load it again first.';
  throw new ConflictError({ path: ['version'], message });
}

const save: Handler = async (strapi, uid, row, write) => {
  if (write.goesLive) {
    const message = 'Save this first: what a member owns goes live by being accepted.';
    refuse([{ path: [], message }]);
  }
  if (write.data.goLiveAt) {
    const message = 'What a member owns goes live when it is accepted, not at a set time.';
    refuse([{ path: ['goLiveAt'], message }]);
  }
  dropUnchangedReview(row, write.data);
  write.data.version = await takeVersion(strapi, uid, row);
  return undefined;
};

const publish: Handler = async (strapi, uid, row) => {
  const state = stateOf(row);
  const transition = findTransition('editor', 'accept', state);
  if (!transition) {
    const message = REFUSALS[state] ?? 'This cannot be published in its present state.';
    refuse([{ path: ['reviewState'], message }]);
    return undefined;
  }
  await refuseMailAddresses(strapi, uid, row.documentId);
  const by = { kind: 'editor', name: actingPerson(strapi) } as const;
  await makeTransition(strapi, { uid, row, transition, by, message: null });
  return undefined;
};

/** What was taken down or deleted beside the table of states: the staff may, but not silently. */
async function record(
  strapi: Core.Strapi,
  uid: ReviewedUid,
  row: ReviewedRow,
  action: 'unpublish' | 'delete',
): Promise<void> {
  const from = stateOf(row);
  await recordReviewEvent(strapi, uid, row.documentId, {
    action,
    from,
    to: action === 'delete' ? null : from,
    by: 'editor',
    person: actingPerson(strapi),
    message: null,
    entryVersion: versionOf(row),
  });
  await tellOwner(strapi, { uid, row, by: 'editor', action, message: null });
}

const unpublish: Handler = async (strapi, uid, row) => {
  if (!(await isLive(strapi, uid, row.documentId))) return undefined;
  const transition = findTransition('editor', 'unpublish', stateOf(row));
  const by = { kind: 'editor', name: actingPerson(strapi) } as const;
  if (transition) await makeTransition(strapi, { uid, row, transition, by, message: null });
  // The member works on the next version of what is live: that work stays as it is.
  else await record(strapi, uid, row, 'unpublish');
  return undefined;
};

const discardDraft: Handler = (strapi, uid, row) => {
  if (stateOf(row) !== 'accepted') {
    const message = 'The member works on this version, so it cannot be discarded here.';
    refuse([{ path: ['reviewState'], message }]);
  }
  return async () => {
    const restored = await findWorkingCopy(strapi, uid, row.documentId);
    // The live version counted less far than the draft that is gone.
    if (restored) await takeVersion(strapi, uid, restored, versionOf(row));
  };
};

const remove: Handler = async (strapi, uid, row) => {
  await record(strapi, uid, row, 'delete');
  return undefined;
};

const HANDLERS: Readonly<Partial<Record<Write['action'], Handler>>> = {
  update: save,
  publish,
  unpublish,
  discardDraft,
  delete: remove,
};

/** Holds what the admin, a script or the clock does with an entry of a member to its review. */
export async function holdOwned(
  strapi: Core.Strapi,
  uid: ReviewedUid,
  row: ReviewedRow,
  write: Write,
): Promise<AfterWrite> {
  return await HANDLERS[write.action]?.(strapi, uid, row, write);
}
