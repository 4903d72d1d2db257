import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { changeLocked, findAccount } from './account-row';
import { isPassword } from './passwords';
import { openSession } from './sessions';
import type { SignedIn } from './signed-in-answer';

/** The one answer to every sign-in that fails, whatever it fails by. */
function wrong(): Error {
  const message = 'The e-mail address or the password is not right.';
  return new errors.ValidationError(message, { errors: [{ path: [], message }] });
}

function unconfirmed(): Error {
  const message =
    'Your account email is not confirmed: open the link that was mailed, or have a new one mailed.';
  return new errors.ApplicationError(message, { errors: [{ path: ['identifier'], message }] });
}

/**
 * @param identifier the e-mail address, or the name that the server gave
 * @throws ValidationError alike for an unknown account, a wrong password and a blocked account
 */
export async function signIn(
  strapi: Core.Strapi,
  identifier: string,
  password: string,
): Promise<SignedIn> {
  const email = identifier.toLowerCase();
  const found = await findAccount(strapi, { $or: [{ email }, { username: identifier }] });
  const isRight = await isPassword(strapi, password, found?.password);
  if (!found || !isRight || found.blocked) throw wrong();
  if (!found.confirmed) throw unconfirmed();
  return changeLocked(strapi, found.id, async (account) => {
    // The comparison took a while: the password may be another one by now.
    if (account?.password !== found.password || account.blocked) throw wrong();
    return { tokens: await openSession(strapi, account), account };
  });
}
