import { z } from 'zod';
import { refuse, type Issue } from '../documents/issues';
import { stateOf, versionOf, type ReviewedRow } from './reviewed-row';

const CHANGES_BY_REVIEW =
  'The review sets this: use the buttons beside the form, or load the entry again if it changed meanwhile.';

const idsSchema = z.union([
  z.number().transform((id) => [id]),
  z.object({ id: z.number() }).transform(({ id }) => [id]),
  z.array(z.union([z.number(), z.object({ id: z.number() }).transform(({ id }) => id)])),
]);
const relationSchema = z.union([
  z.strictObject({ set: idsSchema }).transform(({ set }) => set),
  // What the admin sends for a relation that nobody touched.
  z
    .strictObject({
      connect: z.array(z.never()).optional(),
      disconnect: z.array(z.never()).optional(),
    })
    .transform(() => 'untouched' as const),
  idsSchema,
]);

function isSameOwner({ owner }: ReviewedRow, given: unknown): boolean {
  const { data } = relationSchema.safeParse(given);
  return data === 'untouched' || (data?.length === 1 && data[0] === owner?.id);
}

const timeSchema = z.coerce.date().nullable();

function isSameTime(stored: Date | null, given: unknown): boolean {
  const { data } = timeSchema.safeParse(given);
  return data !== undefined && data?.getTime() === stored?.getTime();
}

const isEmpty = (value: unknown): boolean => value === null || value === '';

const CHECKS: Readonly<Record<string, (row: ReviewedRow, given: unknown) => boolean>> = {
  reviewState: (row, given) => given === row.reviewState || given === stateOf(row),
  version: (row, given) => given === versionOf(row),
  reviewerMessage: ({ reviewerMessage }, given) =>
    given === reviewerMessage || (isEmpty(given) && reviewerMessage === null),
  submittedAt: ({ submittedAt }, given) => isSameTime(submittedAt, given),
  removalRequestedAt: ({ removalRequestedAt }, given) => isSameTime(removalRequestedAt, given),
  owner: isSameOwner,
};

/**
 * A form sends back all that it was given: what the review keeps may come along unchanged.
 *
 * @throws ValidationError for every value that differs
 */
export function dropUnchangedReview(row: ReviewedRow, data: Record<string, unknown>): void {
  const issues: Issue[] = [];
  for (const [name, isSame] of Object.entries(CHECKS)) {
    const given = data[name];
    if (given === undefined) continue;
    if (!isSame(row, given)) issues.push({ path: [name], message: CHANGES_BY_REVIEW });
    Reflect.deleteProperty(data, name);
  }
  refuse(issues);
}
