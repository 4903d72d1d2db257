import type { Core } from '@strapi/strapi';
import { ACCOUNT, changeAccount, changeLocked, type Account } from '../accounts/account-row';
import { endAllSessions } from '../accounts/sessions';
import { MAIL_JOB, queueMail } from '../mail/queue-mail';
import { IDEMPOTENCY_KEY } from '../members/answered-once';
import { HAND_OVER } from '../members/hand-overs';
import { removeUnused } from '../members/unused-files';
import { eraseEntry } from './erase-entry';
import { digestEmail, recordErasure, type Choice } from './ledger';
import { listMemberEntries } from './member-entries';
import { removeThreadsOf } from './member-messages';

async function eraseEntries(strapi: Core.Strapi, member: number, practices: Choice) {
  const files: number[] = [];
  for (const entry of await listMemberEntries(strapi, member)) {
    files.push(...(await eraseEntry(strapi, entry, practices)));
  }
  return files;
}

/** Removes the account and whatever names it or is on its way to it. */
async function removeAccount(strapi: Core.Strapi, account: Account): Promise<void> {
  const { id, email: to } = account;
  await endAllSessions(strapi, account);
  await strapi.db.query(MAIL_JOB).deleteMany({ where: { to } });
  await strapi.db.query(HAND_OVER).deleteMany({ where: { email: to } });
  await strapi.db.query(IDEMPOTENCY_KEY).deleteMany({ where: { key: { $startsWith: `${id}:` } } });
  await removeThreadsOf(strapi, id);
  await strapi.db.query(ACCOUNT).delete({ where: { id } });
}

/** Does what the ledger holds. Each step may be the last one before a crash, and be made again. */
export async function applyErasure(
  strapi: Core.Strapi,
  id: number,
  practices: Choice,
  { isTold = true } = {},
): Promise<void> {
  await changeLocked(strapi, id, async (account) => {
    if (!account) return;
    await changeAccount(strapi, id, { blocked: true });
    await endAllSessions(strapi, account);
  });
  // One transaction each: others need not wait for all of them.
  const files = await eraseEntries(strapi, id, practices);
  await changeLocked(strapi, id, async (account) => {
    if (!account) return;
    // What a request that was under way wrote meanwhile.
    files.push(...(await eraseEntries(strapi, id, practices)));
    await removeAccount(strapi, account);
    const { email: to, language } = account;
    if (isTold) await queueMail(strapi, { to, language, template: 'accountErased', values: {} });
  });
  // Files that a crash leaves here are cleared away with other unused ones.
  await removeUnused(strapi, files);
}

/** Erases a member for good: also out of every backup that is ever restored. */
export async function eraseMember(
  strapi: Core.Strapi,
  { id, documentId, email }: Pick<Account, 'id' | 'documentId' | 'email'>,
  practices: Choice,
): Promise<void> {
  await recordErasure(strapi, {
    member: documentId,
    email: digestEmail(strapi, email),
    practices,
    at: new Date().toISOString(),
  });
  await applyErasure(strapi, id, practices);
}
