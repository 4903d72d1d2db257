import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { memberLink } from '../mail/member-link';
import { queueMail } from '../mail/queue-mail';
import { recordReviewEvent } from '../moderation/review-history';
import { claimVersion, stateOf } from '../moderation/reviewed-row';
import { ConflictError } from '../requests/conflict-error';
import { entryTitle } from './entry-title';
import type { Account } from './find-account';
import { findOffers, HAND_OVER, readOffered } from './hand-overs';
import type { Member } from './signed-in';

type Offered = NonNullable<Awaited<ReturnType<typeof readOffered>>>;

/** Makes a member the owner of all versions of an entry. */
async function giveTo(strapi: Core.Strapi, { uid, row }: Offered, member: Member): Promise<void> {
  const { documentId } = row;
  const entryVersion = await claimVersion(strapi, uid, row);
  if (entryVersion === undefined) {
    const message = 'This entry was changed at the same moment: answer once more.';
    throw new ConflictError({ path: [], message });
  }
  const versions: unknown = await strapi.db.query(uid).findMany({ where: { documentId } });
  for (const { id } of z.array(z.object({ id: z.number() })).parse(versions)) {
    await strapi.db.query(uid).update({ where: { id }, data: { owner: member.id } });
  }
  const state = stateOf(row);
  await recordReviewEvent(strapi, uid, documentId, {
    action: 'handedOver',
    from: state,
    to: state,
    by: 'member',
    person: null,
    message: null,
    entryVersion,
  });
}

function tell(strapi: Core.Strapi, { uid, row }: Offered, to: Account, isAccepted: boolean) {
  return queueMail(strapi, {
    to: to.email,
    language: to.language,
    template: isAccepted ? 'handOverAccepted' : 'handOverDeclined',
    values: { title: entryTitle(uid, row), link: memberLink(strapi, to.language, '') },
  });
}

/**
 * Takes over what was offered, or leaves it with who offered it, and tells them.
 *
 * @throws NotFoundError for what was not offered to this member, lapsed or is answered
 */
export async function answerOffer(
  strapi: Core.Strapi,
  member: Member,
  id: string,
  isAccepted: boolean,
): Promise<void> {
  await strapi.db.transaction(async () => {
    const [open] = await findOffers(strapi, member, id);
    const offered = open && (await readOffered(strapi, open));
    const gone = open && (await strapi.db.query(HAND_OVER).deleteMany({ where: { id: open.id } }));
    if (!offered || gone?.count !== 1) throw new errors.NotFoundError('There is no such offer.');
    if (isAccepted) await giveTo(strapi, offered, member);
    await tell(strapi, offered, offered.owner, isAccepted);
  });
}
