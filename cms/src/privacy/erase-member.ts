import type { Core } from '@strapi/strapi';
import { queueMail } from '../mail/queue-mail';
import { removeAccount, shutAccount, type HeldAccount } from './erased-account';
import { eraseEntry } from './erase-entry';
import { digestEmail, recordErasure, type Choice } from './ledger';
import { listMemberEntries } from './member-entries';
import { removeUnusedFiles } from './member-files';

async function eraseEntries(
  strapi: Core.Strapi,
  { id }: HeldAccount,
  practices: Choice,
): Promise<number[]> {
  const files: number[] = [];
  for (const entry of await listMemberEntries(strapi, id)) {
    files.push(...(await eraseEntry(strapi, entry, practices)));
  }
  return files;
}

/** Does what the ledger holds. Each step may be the last one before a crash and be made again. */
export async function applyErasure(
  strapi: Core.Strapi,
  account: HeldAccount,
  practices: Choice,
): Promise<void> {
  await shutAccount(strapi, account);
  const files = await eraseEntries(strapi, account, practices);
  await strapi.db.transaction(async () => {
    // What a request that was under way wrote meanwhile.
    files.push(...(await eraseEntries(strapi, account, practices)));
    await removeAccount(strapi, account);
    const { email: to, language } = account;
    await queueMail(strapi, { to, language, template: 'accountErased', values: {} });
  });
  // Files that a crash leaves here are cleared away with other unused ones.
  await removeUnusedFiles(strapi, { id: { $in: files } });
}

/** Erases a member for good: also out of every backup that is ever restored. */
export async function eraseMember(
  strapi: Core.Strapi,
  account: HeldAccount,
  practices: Choice,
): Promise<void> {
  await recordErasure(strapi, {
    member: account.documentId,
    email: digestEmail(strapi, account.email),
    practices,
    at: new Date().toISOString(),
  });
  await applyErasure(strapi, account, practices);
}
