import type { Core } from '@strapi/strapi';
import { z } from 'zod';

export const ACCOUNT = 'plugin::users-permissions.user';

const flag = z.boolean().nullable().transform(Boolean);

const accountSchema = z.object({
  id: z.number(),
  documentId: z.string(),
  username: z.string(),
  email: z.string(),
  password: z.string().nullable(),
  displayName: z.string().nullable(),
  language: z.string().nullable(),
  confirmed: flag,
  blocked: flag,
  confirmationToken: z.string().nullable(),
  resetPasswordToken: z.string().nullable(),
});

export type Account = z.output<typeof accountSchema>;

type Where =
  | { id: number }
  | { email: string }
  | { confirmationToken: string }
  | { resetPasswordToken: string }
  | { $or: [{ email: string }, { username: string }] };

export async function findAccount(strapi: Core.Strapi, where: Where): Promise<Account | null> {
  const row: unknown = await strapi.db.query(ACCOUNT).findOne({ where });
  return accountSchema.nullable().parse(row);
}

export async function changeAccount(
  strapi: Core.Strapi,
  id: number,
  data: Record<string, unknown>,
): Promise<void> {
  await strapi.db.query(ACCOUNT).update({ where: { id }, data });
}

const idsSchema = z.array(z.object({ id: z.number() }));

/**
 * Makes others wait who lock one of these accounts, until the transaction around it ends.
 *
 * @returns whether all of them are there
 */
export async function lockAccounts(strapi: Core.Strapi, ...ids: number[]): Promise<boolean> {
  let found = 0;
  // In one order: of two that lock the same accounts, none waits for the other for ever.
  for (const id of new Set(ids.sort((one, other) => one - other))) {
    const rows: unknown = await strapi.db
      .queryBuilder(ACCOUNT)
      .select('id')
      .where({ id })
      .forUpdate()
      .execute();
    found += idsSchema.parse(rows).length;
  }
  return found === new Set(ids).size;
}

/**
 * Runs in a transaction what changes an account or its sessions, one after the other for each
 * account: else a session could be opened while a new password ends them all.
 *
 * @param change is given the account as it is now, and null when it is gone
 */
export async function changeLocked<Result>(
  strapi: Core.Strapi,
  id: number,
  change: (account: Account | null) => Promise<Result>,
): Promise<Result> {
  return strapi.db.transaction(async () => {
    await lockAccounts(strapi, id);
    return change(await findAccount(strapi, { id }));
  });
}

/** What the answers of the account routes tell of an account. */
export function publicAccount(account: Account) {
  const { id, documentId, username, email, displayName, language, confirmed } = account;
  return { id, documentId, username, email, displayName, language, confirmed };
}
