import { errors } from '@strapi/utils';
import type { Issue } from '../documents/issues';

/** Answered as 415: the body is in a form that the route does not read. */
export class UnsupportedTypeError extends Error {
  override name = 'UnsupportedMediaTypeError';
  readonly status = 415;
  readonly details: { errors: Issue[] };

  constructor(message: string) {
    super(message);
    this.details = { errors: [{ path: [], message }] };
  }
}

// As for `ConflictError`: Strapi has no error of its own for 415.
const { prototype }: { prototype: object } = errors.HttpError;
Object.setPrototypeOf(UnsupportedTypeError.prototype, prototype);
