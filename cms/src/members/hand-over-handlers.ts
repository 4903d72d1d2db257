import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { refuse } from '../documents/issues';
import { changeState } from '../moderation/change-state';
import { readGiven } from '../publishing/given';
import { answerOffer } from './answer-offer';
import { answerOwn, placeOf, type Handle } from './entry-handlers';
import { listOffers, offer } from './hand-overs';
import { addMemberRoutes, type MemberRoute } from './member-routes';
import { findOwn } from './own-entries';

const offerSchema = z.strictObject({
  version: z.int().positive(),
  email: z
    .email()
    .max(254)
    .transform((email) => email.toLowerCase()),
});
const emptySchema = z.strictObject({}).nullish();
const placeSchema = z.object({ id: z.string() });

/** Offers an entry to the member with an address; the answer is the same whether there is one. */
export function offerEntry(strapi: Core.Strapi): Handle {
  return async (ctx, member, form) => {
    const { uid } = form;
    const { documentId } = await findOwn(strapi, form, member, placeOf(ctx));
    const { version, email } = readGiven(offerSchema, ctx.request.body);
    if (email === member.email.toLowerCase()) {
      refuse([{ path: ['email'], message: 'This is your own address: name another member.' }]);
    }
    const by = { kind: 'member', userId: member.id } as const;
    await strapi.db.transaction(async () => {
      await changeState(strapi, { uid, documentId, action: 'handOver', by, version });
      await offer(strapi, uid, documentId, member, email);
    });
    await answerOwn(strapi, ctx, member, form, documentId);
    ctx.status = 202;
  };
}

/** Adds /api/me/hand-overs: what other members offer, to be taken over or declined. */
export function addHandOverRoutes(strapi: Core.Strapi): void {
  const answers =
    (isAccepted: boolean): MemberRoute['handle'] =>
    async (ctx, member) => {
      readGiven(emptySchema, ctx.request.body);
      await answerOffer(strapi, member, placeSchema.parse(ctx.params).id, isAccepted);
      ctx.status = 204;
    };
  addMemberRoutes(strapi, [
    {
      method: 'GET',
      path: '/hand-overs',
      handle: async (ctx, member) => {
        ctx.body = { data: await listOffers(strapi, member) };
      },
    },
    { method: 'POST', path: '/hand-overs/:id/accept', handle: answers(true) },
    { method: 'POST', path: '/hand-overs/:id/decline', handle: answers(false) },
  ]);
}
