import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { ACCOUNT } from '../accounts/account-row';
import { readProfile } from '../accounts/profile';
import { MAIL_JOB } from '../mail/queue-mail';
import { answerEntry } from '../members/entry-answer';
import { readEntryForms, type EntryForm } from '../members/entry-form';
import { HAND_OVER, listOffers } from '../members/hand-overs';
import { answerThread, listThreads } from '../members/message-threads';
import { listOwn } from '../members/own-entries';
import type { Member } from '../members/signed-in';
import { REVIEWED_TYPES } from '../moderation/reviewed-types';
import { singularName } from '../publishing/published-entry';
import { listRevisions } from '../revisions/stored-revisions';

const PAGE_SIZE = 100;

const time = z.coerce.date().transform((at) => at.toISOString());

const accountSchema = z.object({
  username: z.string(),
  lastSeenAt: time.nullable(),
});

const sessionsSchema = z.array(
  z
    .object({ createdAt: time, expiresAt: time, status: z.string().nullable() })
    .transform(({ createdAt, expiresAt, status }) => ({ begunAt: createdAt, expiresAt, status })),
);

/** A link in a mail may let its reader in: it stands in the mail alone. */
const mailsSchema = z.array(
  z.object({
    queuedAt: time,
    template: z.string(),
    values: z.record(z.string(), z.string()).transform(({ link, ...said }) => said),
  }),
);

const offeredSchema = z.array(
  z.object({ type: z.string(), entry: z.string(), email: z.string(), offeredAt: time }),
);

async function listSessions(strapi: Core.Strapi, { id }: Member) {
  const rows: unknown = await strapi.db.query('admin::session').findMany({
    where: { userId: String(id), origin: 'users-permissions' },
    orderBy: { id: 'asc' },
  });
  return sessionsSchema.parse(rows);
}

async function listMails(strapi: Core.Strapi, { email }: Member) {
  const where = { to: email, endedAt: { $null: true } };
  const rows: unknown = await strapi.db.query(MAIL_JOB).findMany({ where, orderBy: { id: 'asc' } });
  return mailsSchema.parse(rows);
}

/** What the member offered to others, by the address that the member gave. */
async function listOffered(strapi: Core.Strapi, { id }: Member) {
  const rows: unknown = await strapi.db
    .query(HAND_OVER)
    .findMany({ where: { offeredBy: { id } }, orderBy: { id: 'asc' } });
  return offeredSchema.parse(rows);
}

/** Every exchange, as its page shows it. */
async function listMessages(strapi: Core.Strapi, member: Member) {
  const answered: object[] = [];
  for (let page = 1, total = 1; (page - 1) * PAGE_SIZE < total; page += 1) {
    const found = await listThreads(strapi, member, { page, pageSize: PAGE_SIZE });
    total = found.total;
    answered.push(...found.threads.map((thread) => answerThread(thread, member)));
  }
  return answered;
}

/** When an entry was saved; by whom of the staff is theirs to say. */
async function listSaves(strapi: Core.Strapi, { uid }: EntryForm, documentId: string) {
  const entry = { type: singularName(uid), documentId };
  const revisions = await listRevisions(strapi, entry, undefined);
  return revisions.map(({ at, change }) => ({ at, change }));
}

/** Each entry as its owner is told of it, with its history, messages and files. */
async function listEntries(strapi: Core.Strapi, form: EntryForm, member: Member) {
  const entries: object[] = [];
  for (let page = 1, total = 1; (page - 1) * PAGE_SIZE < total; page += 1) {
    const found = await listOwn(strapi, form, member, { page, pageSize: PAGE_SIZE });
    total = found.total;
    for (const row of found.rows) {
      const saves = await listSaves(strapi, form, row.documentId);
      entries.push({ ...(await answerEntry(strapi, form, row)), saves });
    }
  }
  return entries;
}

/** Everything that is held about a member, in one piece. */
export async function exportMember(strapi: Core.Strapi, member: Member) {
  const forms = readEntryForms(strapi);
  const account: unknown = await strapi.db.query(ACCOUNT).findOne({ where: { id: member.id } });
  const entries: Record<string, object[]> = {};
  for (const uid of REVIEWED_TYPES) {
    const { pluralName } = strapi.contentType(uid).info;
    entries[pluralName] = await listEntries(strapi, forms(uid), member);
  }
  return {
    exportedAt: new Date().toISOString(),
    profile: { ...(await readProfile(strapi, member.id)), ...accountSchema.parse(account) },
    sessions: await listSessions(strapi, member),
    ...entries,
    handOvers: {
      offered: await listOffered(strapi, member),
      received: await listOffers(strapi, member),
    },
    messages: await listMessages(strapi, member),
    mailsWaiting: await listMails(strapi, member),
  };
}
