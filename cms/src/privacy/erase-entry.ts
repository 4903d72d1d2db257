import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import lists from '../../contract/lists.json';
import { HAND_OVER } from '../members/hand-overs';
import { QUESTION } from '../still-alive/questions';
import { asOwnWrite } from '../moderation/own-writes';
import { REVIEW_EVENT } from '../moderation/review-history';
import { recordChange, OUTBOX, type ChangeKind } from '../publishing/outbox';
import { singularName } from '../publishing/published-entry';
import { REVISION } from '../revisions/stored-revisions';
import { isLive } from '../moderation/reviewed-row';
import { listEntryFiles } from './entry-files';
import type { Choice } from './ledger';
import type { MemberEntry } from './member-entries';

/** Stands where the name of an author stood who is no member any more; each page says it in its language. */
const [FORMER_MEMBER] = lists.authorCredit;

interface Documents {
  discardDraft(params: { documentId: string }): Promise<unknown>;
  delete(params: { documentId: string }): Promise<unknown>;
}

const hasDrafts = (documents: object): documents is Documents => 'discardDraft' in documents;

function documentsOf(strapi: Core.Strapi, { uid }: MemberEntry): Documents {
  const documents = strapi.documents(uid);
  if (!hasDrafts(documents)) throw new Error(`${uid} has no drafts.`);
  return documents;
}

const addressOf = ({ uid, documentId }: MemberEntry) => ({ type: singularName(uid), documentId });

/** Tells the publisher that also what it keeps of earlier releases may show what is erased. */
async function recordFor(
  strapi: Core.Strapi,
  entry: MemberEntry,
  change: ChangeKind,
  name: { ref: string | null; title: string | null },
): Promise<void> {
  const by = 'system';
  await recordChange(strapi, { ...addressOf(entry), locale: null, change, ...name, by });
}

async function removeEntry(strapi: Core.Strapi, entry: MemberEntry): Promise<void> {
  const address = addressOf(entry);
  await documentsOf(strapi, entry).delete({ documentId: entry.documentId });
  await strapi.db.query(REVISION).deleteMany({ where: address });
  const { type, documentId } = address;
  await strapi.db.query(REVIEW_EVENT).deleteMany({ where: { type, entry: documentId } });
  const outbox = strapi.db.query(OUTBOX);
  if ((await outbox.count({ where: address })) === 0) return;
  await outbox.updateMany({ where: address, data: { title: null } });
  await recordFor(strapi, entry, 'erase', { ref: null, title: null });
}

const keptRows = z.array(
  z.looseObject({
    id: z.number(),
    ref: z.string().nullable(),
    title: z.string().nullish(),
    authorCredit: z.string().nullish(),
  }),
);

function withoutMember({ authorCredit }: z.output<typeof keptRows>[number]) {
  const ofReview = { reviewerMessage: null, submittedAt: null, removalRequestedAt: null };
  return {
    owner: null,
    ...ofReview,
    ...(authorCredit ? { authorCredit: FORMER_MEMBER } : {}),
  };
}

/**
 * What is live stays, without its author. Written past the document service: no rule that is newer
 * than the entry may keep a member from being erased.
 */
async function keepEntry(strapi: Core.Strapi, entry: MemberEntry): Promise<void> {
  const { uid, documentId } = entry;
  const address = addressOf(entry);
  await documentsOf(strapi, entry).discardDraft({ documentId });
  const rows = keptRows.parse(await strapi.db.query(uid).findMany({ where: { documentId } }));
  const isContactable = 'contactable' in strapi.contentType(uid).attributes;
  for (const row of rows) {
    const data = { ...withoutMember(row), ...(isContactable ? { contactable: false } : {}) };
    await strapi.db.query(uid).update({ where: { id: row.id }, data });
  }
  await strapi.db.query(REVISION).deleteMany({ where: address });
  await strapi.db.query(REVIEW_EVENT).updateMany({
    where: { type: address.type, entry: documentId },
    data: { message: null },
  });
  const name = { ref: rows[0]?.ref ?? null, title: rows[0]?.title ?? null };
  await recordFor(strapi, entry, 'erase', name);
  // The last word on the entry is that it is there.
  await recordFor(strapi, entry, 'publish', name);
}

/**
 * Takes the member out of one entry, or the entry away, as a whole or not at all.
 *
 * @returns ids of the files that it had, for whoever clears away what nothing shows any more
 */
export async function eraseEntry(
  strapi: Core.Strapi,
  entry: MemberEntry,
  practices: Choice,
): Promise<number[]> {
  return strapi.db.transaction(() =>
    asOwnWrite(async () => {
      const files = await listEntryFiles(strapi, entry);
      const { type, documentId } = addressOf(entry);
      await strapi.db.query(QUESTION).deleteMany({ where: { entry: documentId } });
      await strapi.db.query(HAND_OVER).deleteMany({ where: { type, entry: documentId } });
      const isKept = practices === 'keep' && (await isLive(strapi, entry.uid, documentId));
      await (isKept ? keepEntry(strapi, entry) : removeEntry(strapi, entry));
      return files;
    }),
  );
}
