import type { Core } from '@strapi/strapi';
import { z } from 'zod';

const accountSchema = z.object({
  id: z.number(),
  email: z.string(),
  language: z.string().nullable(),
  displayName: z.string().nullable(),
});

/** Whom a mail may be sent to. */
export type Account = z.output<typeof accountSchema>;

/** The account that can be signed in to, or null. */
export async function findAccount(
  strapi: Core.Strapi,
  where: { id: number } | { email: string },
): Promise<Account | null> {
  const usable = { ...where, confirmed: true, blocked: { $not: true } };
  const row: unknown = await strapi.db
    .query('plugin::users-permissions.user')
    .findOne({ where: usable });
  return accountSchema.nullable().parse(row);
}
