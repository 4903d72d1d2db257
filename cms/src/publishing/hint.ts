import type { Core } from '@strapi/strapi';
import { readPublisher } from './publisher-client';

const TIMEOUT_MS = 2_000;

interface Hints {
  isUnderWay: boolean;
  isWanted: boolean;
}

const hintsOf = new WeakMap<Core.Strapi, Hints>();

async function send(strapi: Core.Strapi, hints: Hints): Promise<void> {
  const publisher = readPublisher(strapi);
  while (hints.isWanted && publisher) {
    hints.isWanted = false;
    try {
      const { ok, status } = await publisher.post('/publish', { hint: true }, TIMEOUT_MS);
      if (!ok) strapi.log.debug(`The publisher refused a hint with status ${status}.`);
    } catch (error) {
      strapi.log.debug(`The publisher could not be given a hint: ${String(error)}`);
    }
  }
}

/**
 * Tells the publisher that something changed: one hint is under way, at most one waits. Whoever
 * calls never waits and never fails; a hint that is lost is made up for by the publisher's own poll.
 */
export function hintPublisher(strapi: Core.Strapi): void {
  const hints = hintsOf.get(strapi) ?? { isUnderWay: false, isWanted: false };
  hintsOf.set(strapi, hints);
  hints.isWanted = true;
  if (hints.isUnderWay) return;
  hints.isUnderWay = true;
  void send(strapi, hints).finally(() => {
    hints.isUnderWay = false;
  });
}
