import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { z } from 'zod';
import { rowId } from '../access/row-id';
import { ACCOUNT, changeAccount, changeLocked, findAccount, type Account } from './account-row';
import type { registerBody } from './account-bodies';
import { takeMail } from './mail-budget';
import { mailAlreadyRegistered, mailConfirmation, mailReset } from './mailed-links';
import { hashPassword, isPassword } from './passwords';

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
  takeMail(strapi, email, 'registration');
  await mailConfirmation(strapi, { id: rowId(made), email, language: values.language });
}

/**
 * Nobody has shown yet that the address is theirs. The same password again is the same person, who
 * gets another link; of different ones none counts, or a stranger's could be what the owner
 * confirms: whoever reads the mail chooses a new one.
 */
async function registerAgain(
  strapi: Core.Strapi,
  known: Account,
  given: Registration,
  { password: _hash, ...values }: Values,
): Promise<void> {
  const isSame = await isPassword(strapi, given.password, known.password);
  await changeLocked(strapi, known.id, async (account) => {
    if (!account || !takeMail(strapi, account.email, 'registration')) return;
    if (account.confirmed || account.blocked) {
      await mailAlreadyRegistered(strapi, account);
    } else if (isSame && account.password === known.password) {
      await changeAccount(strapi, account.id, values);
      await mailConfirmation(strapi, { ...account, language: values.language });
    } else {
      await changeAccount(strapi, account.id, { password: null, confirmationToken: null });
      await mailReset(strapi, account);
    }
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
    await registerAgain(strapi, known, given, values);
    return;
  }
  // As much work as for an address that is known.
  await isPassword(strapi, given.password, null);
  try {
    await strapi.db.transaction(() => create(strapi, email, values));
  } catch (error) {
    if (!isTaken(error)) throw error;
    // Another registration of the same address was quicker.
    const quicker = await findAccount(strapi, { email });
    if (quicker) await registerAgain(strapi, quicker, given, values);
  }
}
