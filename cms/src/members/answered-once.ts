import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { refuse } from '../documents/issues';
import { ConflictError } from '../requests/conflict-error';
import { ReusedKeyError } from '../requests/reused-key-error';
import { digestRequest } from './request-digest';

export const IDEMPOTENCY_KEY = 'api::idempotency-key.idempotency-key';
const DAY_MS = 24 * 60 * 60 * 1000;
/** Longer than a request takes: who has not answered by then was stopped in between. */
const ABANDONED_MS = 2 * 60 * 1000;
const KEY = /^[\x21-\x7e]{1,200}$/;

type Context = Parameters<Core.ControllerHandler>[0];

const answerSchema = z.object({ status: z.number(), body: z.unknown() });
const rowSchema = z
  .object({ request: z.string(), answer: answerSchema.nullable(), at: z.coerce.date() })
  .nullable();
/** The last request of this process with each key that is being answered. */
const lastOf = new WeakMap<Core.Strapi, Map<string, Promise<void>>>();

/** Requests with one key wait for each other: the second is to find the answer of the first. */
async function inTurn(strapi: Core.Strapi, key: string, run: () => Promise<void>): Promise<void> {
  const lasts = lastOf.get(strapi) ?? new Map<string, Promise<void>>();
  lastOf.set(strapi, lasts);
  const mine = (lasts.get(key) ?? Promise.resolve()).then(run);
  const settled = mine.catch(() => undefined);
  lasts.set(key, settled);
  try {
    await mine;
  } finally {
    if (lasts.get(key) === settled) lasts.delete(key);
  }
}

const findRow = async (strapi: Core.Strapi, key: string) =>
  rowSchema.parse(await strapi.db.query(IDEMPOTENCY_KEY).findOne({ where: { key } }));

/** Forgets an answer that is a day old, and a request that was stopped before it was answered. */
async function forgetEnded(strapi: Core.Strapi, key: string): Promise<void> {
  const before = (ms: number) => ({ $lt: new Date(Date.now() - ms) });
  const ended = [{ at: before(DAY_MS) }, { answer: { $null: true }, at: before(ABANDONED_MS) }];
  await strapi.db.query(IDEMPOTENCY_KEY).deleteMany({ where: { key, $or: ended } });
}

/** Takes the key, of two at once for one of them. @returns whether it is taken now */
async function claim(strapi: Core.Strapi, key: string, request: string): Promise<boolean> {
  try {
    await strapi.db.query(IDEMPOTENCY_KEY).create({ data: { key, request, at: new Date() } });
    return true;
  } catch (error) {
    if (await findRow(strapi, key)) return false;
    throw error;
  }
}

/** Answers as the first of the requests with this key was answered; false when there was none. */
async function repeat(strapi: Core.Strapi, ctx: Context, key: string, request: string) {
  const row = await findRow(strapi, key);
  if (!row) return false;
  if (row.request !== request) {
    throw new ReusedKeyError('This Idempotency-Key was used for another request: take a new one.');
  }
  if (!row.answer) {
    const message = 'The same request is still being answered: ask again in a moment.';
    throw new ConflictError({ path: [], message });
  }
  ctx.status = row.answer.status;
  ctx.body = row.answer.body;
  return true;
}

async function answerFirst(
  strapi: Core.Strapi,
  ctx: Context,
  key: string,
  answer: () => Promise<void>,
): Promise<void> {
  const query = strapi.db.query(IDEMPOTENCY_KEY);
  try {
    await answer();
  } catch (error) {
    // Nothing was done, so the same request may be made again, and be right by then.
    await query.deleteMany({ where: { key } });
    throw error;
  }
  const given = { status: ctx.status, body: ctx.body ?? null };
  await query.updateMany({ where: { key }, data: { answer: given } });
}

/**
 * Does what a member asks for once, however often it is sent with one `Idempotency-Key` within a
 * day: later ones are answered as the first.
 *
 * @throws ReusedKeyError (422) when the key came with another request before
 */
export async function answerOnce(
  strapi: Core.Strapi,
  ctx: Context,
  memberId: number,
  answer: () => Promise<void>,
): Promise<void> {
  const given = ctx.get('idempotency-key');
  if (given === '') return answer();
  if (!KEY.test(given)) {
    const message = 'An Idempotency-Key has 1 to 200 printable characters without spaces.';
    refuse([{ path: [], message }]);
  }
  const key = `${memberId}:${given}`;
  const request = await digestRequest(ctx);
  await inTurn(strapi, key, async () => {
    await forgetEnded(strapi, key);
    if (await repeat(strapi, ctx, key, request)) return;
    if (await claim(strapi, key, request)) await answerFirst(strapi, ctx, key, answer);
    // Another process was quicker.
    else await repeat(strapi, ctx, key, request);
  });
}

/** Forgets what was answered more than a day ago. */
export async function forgetAnswers(strapi: Core.Strapi): Promise<void> {
  const where = { at: { $lt: new Date(Date.now() - DAY_MS) } };
  await strapi.db.query(IDEMPOTENCY_KEY).deleteMany({ where });
}
