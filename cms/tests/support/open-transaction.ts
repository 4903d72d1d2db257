import { EventEmitter, once } from 'node:events';
import type { Core } from '@strapi/strapi';
import { expect, vi } from 'vitest';

interface OpenTransaction {
  /** Lets it end; resolves when it has. */
  end: () => Promise<void>;
}

/** Does something in a transaction that stays open, as if everything were slow. */
export async function openTransaction(
  strapi: Core.Strapi,
  work: () => Promise<unknown>,
): Promise<OpenTransaction> {
  const signals = new EventEmitter();
  const mayEnd = once(signals, 'end');
  const isDone = once(signals, 'done');
  const ended = strapi.db.transaction(async () => {
    await work();
    signals.emit('done');
    await mayEnd;
  });
  await Promise.race([isDone, ended]);
  return {
    end: async () => {
      signals.emit('end');
      await ended;
    },
  };
}

/** Resolves when a statement waits for a lock that another transaction holds. PostgreSQL alone tells. */
export async function untilSomebodyWaits(strapi: Core.Strapi): Promise<void> {
  await vi.waitFor(
    async () => {
      const waiting: unknown = await strapi.db
        .connection('pg_stat_activity')
        .select('pid')
        .whereRaw("wait_event_type = 'Lock' and datname = current_database()");
      expect(waiting).not.toEqual([]);
    },
    { timeout: 20_000 },
  );
}
