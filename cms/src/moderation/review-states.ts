import { z } from 'zod';
import table from '../../contract/review-states.json';

const stateSchema = z.enum([
  'draft',
  'submitted',
  'changesRequested',
  'accepted',
  'declined',
  'withdrawn',
]);

const actionSchema = z.enum([
  'edit',
  'submit',
  'withdraw',
  'reopen',
  'delete',
  'copy',
  'requestRemoval',
  'handOver',
  'askForChanges',
  'accept',
  'decline',
  'unpublish',
  'correct',
  'keep',
]);

const transitionSchema = z.strictObject({
  action: actionSchema,
  by: z.enum(['member', 'editor']),
  from: z.array(stateSchema),
  /** Null when the working copy is no more. */
  to: stateSchema.nullable(),
  needs: z.enum(['completeness', 'message']).optional(),
});

export type ReviewState = z.output<typeof stateSchema>;
export type ReviewAction = z.output<typeof actionSchema>;
export type Transition = z.output<typeof transitionSchema>;
/** On whose behalf a state changes: the member's who owns the entry, or the staff's. */
export type ReviewSide = Transition['by'];

export const REVIEW_STATES = stateSchema.options;
export const REVIEW_ACTIONS = actionSchema.options;

const states = z
  .strictObject({ initial: stateSchema, transitions: z.array(transitionSchema) })
  .parse(table);

/** The state of an entry of a member that was never reviewed. */
export const INITIAL_STATE = states.initial;

/** The change that an action makes to an entry in this state; undefined when it may not. */
export function findTransition(
  by: ReviewSide,
  action: string,
  from: ReviewState,
): Transition | undefined {
  return states.transitions.find(
    (transition) =>
      transition.by === by && transition.action === action && transition.from.includes(from),
  );
}

/** What one side may do with an entry in this state. */
export function listActions(by: ReviewSide, state: ReviewState): ReviewAction[] {
  return states.transitions
    .filter((transition) => transition.by === by && transition.from.includes(state))
    .map(({ action }) => action);
}
