import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { changeAccount } from './account-row';

const DAY_MS = 24 * 60 * 60 * 1000;

const rowSchema = z.object({ id: z.number(), lastSeenAt: z.coerce.date().nullable() });

/**
 * Notes that a member is still here, once a day: an account that nobody uses is not kept for ever.
 * @param user the account as Strapi read it for this request
 */
export async function noteSeen(strapi: Core.Strapi, user: unknown): Promise<void> {
  const { id, lastSeenAt } = rowSchema.parse(user);
  const now = new Date();
  if (lastSeenAt && now.getTime() - lastSeenAt.getTime() < DAY_MS) return;
  await changeAccount(strapi, id, { lastSeenAt: now, inactiveWarnedAt: null });
}
