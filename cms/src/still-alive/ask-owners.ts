import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { memberLink } from '../mail/member-link';
import { queueMail } from '../mail/queue-mail';
import { findWorkingCopy } from '../moderation/reviewed-row';
import { signToken } from '../requests/signed-token';
import { QUESTION } from './questions';

const DAY_MS = 24 * 60 * 60 * 1000;
const YEAR_MS = 365 * DAY_MS;
const ANSWERABLE_MS = 60 * DAY_MS;
const AT_ONCE = 200;

const PRACTICE = 'api::practice.practice';

/** Practices of which there is nothing left to ask. */
const OVER = ['stopped', 'superseded'];

const practicesSchema = z.array(z.object({ documentId: z.string(), title: z.string() }));
type Practice = z.output<typeof practicesSchema>[number];

async function listAskedSince(strapi: Core.Strapi, since: Date): Promise<string[]> {
  const where = { askedAt: { $gt: since } };
  const rows: unknown = await strapi.db.query(QUESTION).findMany({ select: ['entry'], where });
  return z
    .array(z.object({ entry: z.string() }))
    .parse(rows)
    .map(({ entry }) => entry);
}

/** Who looks after a practice stands on its working copy: what is live may name an earlier owner. */
async function listOwned(strapi: Core.Strapi): Promise<string[]> {
  const rows: unknown = await strapi.db.query(PRACTICE).findMany({
    select: ['documentId'],
    where: { publishedAt: { $null: true }, owner: { confirmed: true, blocked: false } },
  });
  return z
    .array(z.object({ documentId: z.string() }))
    .parse(rows)
    .map((row) => row.documentId);
}

/** What was published a year ago or earlier, and was neither asked about nor checked since. */
async function findDue(strapi: Core.Strapi, before: Date): Promise<Practice[]> {
  const asked = new Set(await listAskedSince(strapi, before));
  const ids = (await listOwned(strapi)).filter((id) => !asked.has(id));
  const day = before.toISOString().slice(0, 10);
  const rows: unknown = await strapi.db.query(PRACTICE).findMany({
    where: {
      documentId: { $in: ids },
      publishedAt: { $lte: before },
      lifecycle: { $notIn: OVER },
      $or: [{ stillAliveCheckedOn: { $null: true } }, { stillAliveCheckedOn: { $lte: day } }],
    },
    limit: AT_ONCE,
  });
  return practicesSchema.parse(rows);
}

/** Writes the question down together with its mail; of two instances one gets to do so. */
async function ask(strapi: Core.Strapi, { documentId, title }: Practice, now: Date): Promise<void> {
  const expiresAt = new Date(now.getTime() + ANSWERABLE_MS);
  const question = randomUUID();
  // Two questions about one practice lie a year apart, so never in the same one.
  const key = `${documentId} ${now.getUTCFullYear()}`;
  await strapi.db.transaction(async () => {
    const row = { documentId: question, key, entry: documentId, askedAt: now, expiresAt };
    await strapi.db.queryBuilder(QUESTION).insert(row).onConflict('key').ignore().execute();
    const isOurs = (await strapi.db.query(QUESTION).count({ where: { documentId: question } })) > 0;
    const owner = (await findWorkingCopy(strapi, PRACTICE, documentId))?.owner;
    if (!isOurs || !owner) return;
    const token = signToken(strapi, 'yearly question', question, expiresAt);
    await queueMail(strapi, {
      to: owner.email,
      language: owner.language,
      template: 'yearlyQuestion',
      values: { title, link: memberLink(strapi, owner.language, '/still-alive', { token }) },
    });
  });
}

/** Asks the owner of each practice once a year, by mail, whether it is still alive. */
export async function askOwners(strapi: Core.Strapi, now = new Date()): Promise<void> {
  const before = new Date(now.getTime() - YEAR_MS);
  for (const practice of await findDue(strapi, before)) await ask(strapi, practice, now);
}
