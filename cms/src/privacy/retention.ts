import type { Core } from '@strapi/strapi';
import { ACCOUNT } from '../accounts/account-row';
import { CONFIRM_MS, RESET_MS } from '../accounts/one-time-token';
import { removeForgotten } from '../members/unused-files';
import { eraseEndedEntries } from './ended-entries';
import { removeOldMessages } from './member-messages';
import { eraseInactive, removeUnconfirmed, warnInactive } from './unused-accounts';

/** An account that was not written since a token ended cannot have made the token after that. */
async function forgetExpiredTokens(strapi: Core.Strapi, now: Date): Promise<void> {
  for (const [name, lifetimeMs] of [
    ['confirmationToken', CONFIRM_MS],
    ['resetPasswordToken', RESET_MS],
  ] as const) {
    const updatedAt = { $lt: new Date(now.getTime() - lifetimeMs) };
    await strapi.db
      .query(ACCOUNT)
      .updateMany({ where: { [name]: { $notNull: true }, updatedAt }, data: { [name]: null } });
  }
}

/** Lets go of everything of members that is kept no longer; what is live is not touched. */
export async function applyRetention(strapi: Core.Strapi, now = new Date()): Promise<void> {
  await removeUnconfirmed(strapi, now);
  await warnInactive(strapi, now);
  await eraseInactive(strapi, now);
  await eraseEndedEntries(strapi, now);
  await removeOldMessages(strapi, now);
  await forgetExpiredTokens(strapi, now);
  await removeForgotten(strapi, now);
}
