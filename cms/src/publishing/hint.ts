import type { Core } from '@strapi/strapi';
import { oneAtATime } from './one-at-a-time';
import { readPublisher } from './publisher-client';

const TIMEOUT_MS = 2_000;

const hintOf = new WeakMap<Core.Strapi, () => void>();

async function send(strapi: Core.Strapi): Promise<void> {
  try {
    const answer = await readPublisher(strapi)?.post('/publish', { hint: true }, TIMEOUT_MS);
    if (answer && !answer.ok) {
      strapi.log.debug(`The publisher refused a hint with status ${answer.status}.`);
    }
  } catch (error) {
    strapi.log.debug(`The publisher could not be given a hint: ${String(error)}`);
  }
}

/**
 * Tells the publisher that something changed. Whoever calls never waits and never fails; a hint
 * that is lost is made up for by the publisher's own poll.
 */
export function hintPublisher(strapi: Core.Strapi): void {
  const hint = hintOf.get(strapi) ?? oneAtATime(() => send(strapi));
  hintOf.set(strapi, hint);
  hint();
}
