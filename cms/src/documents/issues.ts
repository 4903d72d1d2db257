import { errors } from '@strapi/utils';

export interface Issue {
  path: (string | number)[];
  message: string;
}

/** More than any form has fields: what is wrong at more places is no form's, and told in part. */
const MOST_TOLD = 200;

/** Refuses a write with one entry per issue; does nothing when there is none. */
export function refuse(issues: Issue[]): void {
  const [first] = issues;
  if (!first) return;
  const message =
    issues.length === 1 ? first.message : `${issues.length} values cannot be saved as they are.`;
  throw new errors.ValidationError(message, {
    errors: issues.slice(0, MOST_TOLD).map((issue) => ({ ...issue, name: 'ValidationError' })),
  });
}
