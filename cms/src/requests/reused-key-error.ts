import { errors } from '@strapi/utils';
import type { Issue } from '../documents/issues';

/** Answered as 422: an Idempotency-Key came with another request before. */
export class ReusedKeyError extends Error {
  override name = 'ReusedKeyError';
  readonly status = 422;
  readonly details: { errors: Issue[] };

  constructor(message: string) {
    super(message);
    this.details = { errors: [{ path: [], message }] };
  }
}

// As for `ConflictError`: Strapi has no error of its own for 422.
const { prototype }: { prototype: object } = errors.HttpError;
Object.setPrototypeOf(ReusedKeyError.prototype, prototype);
