import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { takeMail } from '../accounts/mail-budget';
import { memberLink } from '../mail/member-link';
import { queueMail } from '../mail/queue-mail';
import { findWorkingCopy } from '../moderation/reviewed-row';
import { REVIEWED_TYPES, type ReviewedUid } from '../moderation/reviewed-types';
import { singularName } from '../publishing/published-entry';
import { entryTitle } from './entry-title';
import { findAccount } from './find-account';
import type { Member } from './signed-in';

export const HAND_OVER = 'api::hand-over.hand-over';
const OPEN_MS = 30 * 24 * 60 * 60 * 1000;

const offerSchema = z.object({
  id: z.number(),
  documentId: z.string(),
  type: z.string(),
  entry: z.string(),
  offeredAt: z.coerce.date(),
  offeredBy: z.object({ id: z.number() }).nullable(),
});
type Offer = z.output<typeof offerSchema>;

/** What a member is offered, without the address of who offers it. */
export interface AnsweredOffer {
  id: string;
  type: string;
  title: string;
  from: string | null;
  offeredAt: string;
  expiresAt: string;
}

const oldest = () => new Date(Date.now() - OPEN_MS);

/** Offers an entry to whoever has this address; an earlier offer of it lapses. */
export async function offer(
  strapi: Core.Strapi,
  uid: ReviewedUid,
  documentId: string,
  member: Member,
  email: string,
): Promise<void> {
  const type = singularName(uid);
  const query = strapi.db.query(HAND_OVER);
  await query.deleteMany({ where: { type, entry: documentId } });
  const data = { type, entry: documentId, email, offeredAt: new Date(), offeredBy: member.id };
  await query.create({ data });
  // Without an account there is nobody who could agree; the answer does not tell.
  const other = await findAccount(strapi, { email });
  const row = await findWorkingCopy(strapi, uid, documentId);
  // Who is offered much sees all of it on the own page, and is not mailed about each.
  if (!other || !row || !takeMail(strapi, email, 'hand-over')) return;
  const { language } = other;
  const link = memberLink(strapi, language, '');
  const values = { title: entryTitle(uid, row), name: member.displayName ?? '', link };
  await queueMail(strapi, { to: email, language, template: 'handOverOffered', values });
}

/** What is open to a member, or one of it. */
export async function findOffers(
  strapi: Core.Strapi,
  { email }: Member,
  id?: string,
): Promise<Offer[]> {
  const rows: unknown = await strapi.db.query(HAND_OVER).findMany({
    where: {
      email: email.toLowerCase(),
      offeredAt: { $gt: oldest() },
      ...(id === undefined ? {} : { documentId: id }),
    },
    populate: ['offeredBy'],
    orderBy: { id: 'asc' },
    limit: 100,
  });
  return z.array(offerSchema).parse(rows);
}

/** The offered entry with who offers it; null when they no longer own it. */
export async function readOffered(strapi: Core.Strapi, { type, entry, offeredBy }: Offer) {
  const uid = REVIEWED_TYPES.find((reviewed) => singularName(reviewed) === type);
  if (!uid || !offeredBy) return null;
  const row = await findWorkingCopy(strapi, uid, entry);
  const owner = await findAccount(strapi, { id: offeredBy.id });
  return row && owner && row.owner?.id === owner.id ? { uid, row, owner } : null;
}

/** What is offered to a member, the longest wait first. */
export async function listOffers(strapi: Core.Strapi, member: Member): Promise<AnsweredOffer[]> {
  const answered: AnsweredOffer[] = [];
  for (const open of await findOffers(strapi, member)) {
    const offered = await readOffered(strapi, open);
    if (!offered) continue;
    answered.push({
      id: open.documentId,
      type: open.type,
      title: entryTitle(offered.uid, offered.row),
      from: offered.owner.displayName,
      offeredAt: open.offeredAt.toISOString(),
      expiresAt: new Date(open.offeredAt.getTime() + OPEN_MS).toISOString(),
    });
  }
  return answered;
}

export async function forgetOldOffers(strapi: Core.Strapi): Promise<void> {
  await strapi.db.query(HAND_OVER).deleteMany({ where: { offeredAt: { $lt: oldest() } } });
}
