import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { addMemberRoutes } from '../members/member-routes';
import { signToken } from '../requests/signed-token';
import { QUESTION } from './questions';

const PRACTICE = 'api::practice.practice';

const practicesSchema = z.array(z.object({ documentId: z.string(), title: z.string() }));
const questionsSchema = z.array(
  z.object({ documentId: z.string(), entry: z.string(), expiresAt: z.coerce.date() }),
);

/** What a member looks after and readers see, by id; who looks after it stands on the working copy. */
async function listLive(strapi: Core.Strapi, member: number): Promise<Map<string, string>> {
  const practices = strapi.db.query(PRACTICE);
  const owned = { owner: { id: member }, publishedAt: { $null: true } };
  const own = practicesSchema.parse(await practices.findMany({ where: owned }));
  const documentId = { $in: own.map((practice) => practice.documentId) };
  const rows: unknown = await practices.findMany({
    where: { documentId, publishedAt: { $notNull: true } },
  });
  return new Map(practicesSchema.parse(rows).map(({ documentId: id, title }) => [id, title]));
}

/** The questions that a member was mailed and may still answer, the oldest first. */
async function listOpen(strapi: Core.Strapi, member: number, now: Date) {
  const live = await listLive(strapi, member);
  const rows: unknown = await strapi.db.query(QUESTION).findMany({
    where: {
      entry: { $in: [...live.keys()] },
      answeredAt: { $null: true },
      expiresAt: { $gt: now },
    },
    orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
  });
  return questionsSchema.parse(rows).map(({ documentId, entry, expiresAt }) => ({
    practice: { documentId: entry, title: live.get(entry) ?? '' },
    token: signToken(strapi, 'yearly question', documentId, expiresAt),
    expiresAt: expiresAt.toISOString(),
  }));
}

/**
 * `GET /api/me/yearly-questions`: what was asked by mail and is open, with the token of that mail, so
 * that the home of a member leads to the same page.
 */
export function addOpenQuestionRoutes(strapi: Core.Strapi): void {
  addMemberRoutes(strapi, [
    {
      method: 'GET',
      path: '/yearly-questions',
      handle: async (ctx, { id }) => {
        ctx.body = { data: await listOpen(strapi, id, new Date()) };
      },
    },
  ]);
}
