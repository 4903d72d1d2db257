import type { Core } from '@strapi/strapi';
import { refuse } from '../documents/issues';
import { changeAccount, changeLocked, findAccount, type Account } from './account-row';
import { takeMail } from './mail-budget';
import { mailPasswordChanged, mailReset } from './mailed-links';
import { isExpired, storedForm } from './one-time-token';
import { issuesOfPassword } from './password-rules';
import { hashPassword, isPassword } from './passwords';
import { endAllSessions, openSession } from './sessions';
import type { SignedIn } from './signed-in-answer';

function refuseAt(field: string, message: string): never {
  refuse([{ path: [field], message }]);
  throw new Error(message);
}

/** Mails a link under which a new password is chosen, when there is an account. */
export async function forgetPassword(strapi: Core.Strapi, email: string): Promise<void> {
  const known = await findAccount(strapi, { email });
  if (!known || known.blocked || !takeMail(strapi, email, 'password')) return;
  await changeLocked(strapi, known.id, async (account) => {
    if (account) await mailReset(strapi, account);
  });
}

const BAD_LINK =
  'This link was used, is older than an hour, or a newer one was mailed: have a new one mailed.';

/** Whoever can read the mail has shown that the address is theirs: the account is confirmed too. */
export async function resetPassword(
  strapi: Core.Strapi,
  code: string,
  password: string,
): Promise<SignedIn> {
  const resetPasswordToken = storedForm(code);
  const found = await findAccount(strapi, { resetPasswordToken });
  if (!found || found.blocked || isExpired(code)) refuseAt('code', BAD_LINK);
  refuse(issuesOfPassword(password, found.email));
  const hash = await hashPassword(strapi, password);
  return changeLocked(strapi, found.id, async (account) => {
    if (account?.resetPasswordToken !== resetPasswordToken || account.blocked) {
      refuseAt('code', BAD_LINK);
    }
    return replacePassword(strapi, account, hash);
  });
}

/** @throws ValidationError at `currentPassword` when that is not the password */
export async function changePassword(
  strapi: Core.Strapi,
  id: number,
  currentPassword: string,
  password: string,
): Promise<SignedIn> {
  const found = await findAccount(strapi, { id });
  const isRight = await isPassword(strapi, currentPassword, found?.password);
  if (!found || !isRight) refuseAt('currentPassword', 'This is not your password.');
  if (currentPassword === password) {
    refuseAt('password', 'This is the password you have: take another one.');
  }
  refuse(issuesOfPassword(password, found.email));
  const hash = await hashPassword(strapi, password);
  return changeLocked(strapi, id, async (account) => {
    if (account?.password !== found.password) {
      refuseAt('currentPassword', 'The password was changed a moment ago: sign in again.');
    }
    return replacePassword(strapi, account, hash);
  });
}

/** Ends every session and every link that was mailed, and opens the one session of who is here. */
async function replacePassword(
  strapi: Core.Strapi,
  account: Account,
  password: string,
): Promise<SignedIn> {
  const change = { password, resetPasswordToken: null, confirmed: true };
  await changeAccount(strapi, account.id, change);
  await endAllSessions(strapi, account);
  await mailPasswordChanged(strapi, account);
  return {
    tokens: await openSession(strapi, account),
    account: { ...account, confirmed: true },
  };
}
