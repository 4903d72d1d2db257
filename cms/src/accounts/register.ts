import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { z } from 'zod';
import { rowId } from '../access/row-id';
import { ACCOUNT, changeLocked, findAccount, type Account } from './account-row';
import type { registerBody } from './account-bodies';
import { takeMail } from './mail-budget';
import { mailAlreadyRegistered, mailConfirmation } from './mailed-links';
import { hashPassword } from './passwords';

export type Registration = z.output<typeof registerBody>;

const UNIQUE_VIOLATION = /^(23505|SQLITE_CONSTRAINT_UNIQUE)$/;

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && UNIQUE_VIOLATION.test(String(error.code));
}

type Values = ReturnType<typeof valuesOf>;

/** What a registration says of an account, with the password as it is stored. */
function valuesOf({ displayName, language, consentVersion }: Registration, hash: string) {
  return { displayName, language, consentVersion, consentAt: new Date(), password: hash };
}

async function create(strapi: Core.Strapi, email: string, values: Values): Promise<void> {
  const role: unknown = await strapi.db
    .query('plugin::users-permissions.role')
    .findOne({ where: { type: 'authenticated' } });
  const made: unknown = await strapi.db.query(ACCOUNT).create({
    data: {
      ...values,
      email,
      username: `member-${randomUUID()}`,
      provider: 'local',
      confirmed: false,
      blocked: false,
      role: rowId(role),
    },
  });
  takeMail(strapi, email);
  await mailConfirmation(strapi, { id: rowId(made), email, language: values.language });
}

/**
 * Nobody has shown yet that the address is theirs: the last one to register counts, and links
 * mailed for those before end.
 */
async function registerAgain(strapi: Core.Strapi, { id }: Account, values: Values): Promise<void> {
  await changeLocked(strapi, id, async (account) => {
    if (!account || !takeMail(strapi, account.email)) return;
    if (account.confirmed || account.blocked) {
      await mailAlreadyRegistered(strapi, account);
      return;
    }
    await strapi.db.query(ACCOUNT).update({ where: { id }, data: values });
    await mailConfirmation(strapi, { ...account, language: values.language });
  });
}

/**
 * Makes an account that waits for its address to be confirmed. For an address that has one already
 * its owner is told, and nobody else.
 */
export async function register(strapi: Core.Strapi, given: Registration): Promise<void> {
  const { email } = given;
  const values = valuesOf(given, await hashPassword(strapi, given.password));
  const known = await findAccount(strapi, { email });
  if (known) {
    await registerAgain(strapi, known, values);
    return;
  }
  try {
    await strapi.db.transaction(() => create(strapi, email, values));
  } catch (error) {
    if (!isTaken(error)) throw error;
    // Another registration of the same address was quicker.
    const quicker = await findAccount(strapi, { email });
    if (quicker) await registerAgain(strapi, quicker, values);
  }
}
