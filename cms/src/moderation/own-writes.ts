import { AsyncLocalStorage } from 'node:async_hooks';

const own = new AsyncLocalStorage<true>();

/**
 * Runs what writes documents of reviewed types on behalf of the review or of the members' API.
 * Only such writes may set state, owner and version, or publish and take down what a member owns;
 * every other write is held to `keepReview`.
 */
export function asOwnWrite<Result>(write: () => Promise<Result>): Promise<Result> {
  return own.run(true, write);
}

export function isOwnWrite(): boolean {
  return own.getStore() === true;
}
