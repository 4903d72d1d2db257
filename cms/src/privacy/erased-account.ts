import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { MAIL_JOB } from '../mail/queue-mail';

export const ACCOUNT = 'plugin::users-permissions.user';

export const heldAccountSchema = z.object({
  id: z.number(),
  documentId: z.string(),
  email: z.string(),
  language: z.string().nullable(),
  createdAt: z.coerce.date(),
});

/** What erasing an account needs to know of it. */
export type HeldAccount = z.output<typeof heldAccountSchema>;

async function endSessions(strapi: Core.Strapi, { id }: HeldAccount): Promise<void> {
  await strapi.sessionManager('users-permissions').invalidateRefreshToken(String(id));
}

/** Nobody signs in to it or writes with it any more. */
export async function shutAccount(strapi: Core.Strapi, account: HeldAccount): Promise<void> {
  await strapi.db.query(ACCOUNT).update({ where: { id: account.id }, data: { blocked: true } });
  await endSessions(strapi, account);
}

/** Removes the account and whatever names it or was on its way to it. */
export async function removeAccount(strapi: Core.Strapi, account: HeldAccount): Promise<void> {
  await endSessions(strapi, account);
  await strapi.db.query(MAIL_JOB).deleteMany({ where: { to: { $eqi: account.email } } });
  await strapi.db.query(ACCOUNT).delete({ where: { id: account.id } });
}
