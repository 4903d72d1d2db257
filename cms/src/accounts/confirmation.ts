import type { Core } from '@strapi/strapi';
import { refuse } from '../documents/issues';
import { changeAccount, changeLocked, findAccount } from './account-row';
import { takeMail } from './mail-budget';
import { mailConfirmation } from './mailed-links';
import { isExpired, storedForm } from './one-time-token';

function refuseLink(message: string): never {
  refuse([{ path: ['confirmation'], message }]);
  throw new Error(message);
}

/** Confirms an address by the token that was mailed to it; doing so again changes nothing. */
export async function confirmAddress(strapi: Core.Strapi, token: string): Promise<void> {
  const confirmationToken = storedForm(token);
  const account = await findAccount(strapi, { confirmationToken });
  if (!account) {
    refuseLink('This link is not known, or a newer one was mailed: open the newest.');
  }
  if (account.confirmed) return;
  if (isExpired(token)) {
    refuseLink('This link is older than 48 hours: have a new one mailed.');
  }
  await changeLocked(strapi, account.id, async (now) => {
    // Somebody registered the address again since: this link is not for that account.
    if (now?.confirmationToken !== confirmationToken) {
      refuseLink('A newer link was mailed: open that one.');
    }
    await changeAccount(strapi, now.id, { confirmed: true });
  });
}

/** Mails the link again to whoever has not confirmed yet. */
export async function confirmAgain(strapi: Core.Strapi, email: string): Promise<void> {
  const known = await findAccount(strapi, { email });
  if (!known || known.confirmed || known.blocked) return;
  if (!takeMail(strapi, email, 'registration')) return;
  await changeLocked(strapi, known.id, async (account) => {
    if (account && !account.confirmed) await mailConfirmation(strapi, account);
  });
}
