import { errors } from '@strapi/utils';
import type { Issue } from '../documents/issues';

interface ConflictDetails {
  errors: Issue[];
  /** The number of the version that is stored, when a stale one was named. */
  version?: number;
}

/** Answered as 409: the request would be right, had nothing changed since it was made. */
export class ConflictError extends Error {
  override name = 'ConflictError';
  readonly status = 409;
  readonly details: ConflictDetails;

  constructor(issue: Issue, version?: number) {
    super(issue.message);
    this.details = { errors: [issue], ...(version === undefined ? {} : { version }) };
  }
}

// Strapi has no error of its own for 409, and answers what is an `HttpError` by its own status.
const { prototype }: { prototype: object } = errors.HttpError;
Object.setPrototypeOf(ConflictError.prototype, prototype);
