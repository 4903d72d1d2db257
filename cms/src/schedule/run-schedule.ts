import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { readModels, type Models } from '../documents/models';
import { singularName, type PublishedUid } from '../publishing/published-entry';
import { listTroubled, noteProblem } from './problems';
import { emptyAppointment, scheduledTypes, whereAppointed } from './scheduled-types';

const AT_ONCE = 100;

const dueSchema = z.array(
  z.object({
    documentId: z.string(),
    goLiveAt: z.coerce.date().nullable(),
    takeDownAt: z.coerce.date().nullable(),
  }),
);
type Due = z.output<typeof dueSchema>[number];

interface Documents {
  publish(params: { documentId: string; locale?: string }): Promise<unknown>;
  unpublish(params: { documentId: string; locale?: string }): Promise<unknown>;
}

const canPublish = (documents: object): documents is Documents =>
  'publish' in documents && 'unpublish' in documents;

async function findDue(
  strapi: Core.Strapi,
  models: Models,
  uid: PublishedUid,
  now: Date,
  troubled: string[],
): Promise<Due[]> {
  const rows: unknown = await strapi.db.query(uid).findMany({
    select: ['documentId', 'goLiveAt', 'takeDownAt'],
    where: {
      ...whereAppointed(models(uid)),
      ...(troubled.length > 0 ? { documentId: { $notIn: troubled } } : {}),
      $or: [{ goLiveAt: { $lte: now } }, { takeDownAt: { $lte: now } }],
    },
    limit: AT_ONCE,
  });
  return dueSchema.parse(rows);
}

/** What the entry should be now: where both times have passed, the later one counts. */
function outcomeOf({ goLiveAt, takeDownAt }: Due, now: Date): 'publish' | 'unpublish' {
  if (!takeDownAt || takeDownAt > now) return 'publish';
  return goLiveAt && goLiveAt <= now && goLiveAt > takeDownAt ? 'publish' : 'unpublish';
}

/** Keeps one appointment, as a whole or not at all; another instance may have kept it already. */
async function keep(
  strapi: Core.Strapi,
  models: Models,
  uid: PublishedUid,
  { documentId }: Due,
  outcome: 'publish' | 'unpublish',
  now: Date,
): Promise<void> {
  await strapi.db.transaction(async () => {
    const goes = await emptyAppointment(strapi, uid, documentId, 'goLiveAt', now);
    const leaves = await emptyAppointment(strapi, uid, documentId, 'takeDownAt', now);
    if (!(outcome === 'publish' ? goes : leaves)) return;
    const documents = strapi.documents(uid);
    if (!canPublish(documents)) throw new Error(`${uid} cannot be published.`);
    const params = { documentId, ...(models(uid).isLocalised ? { locale: '*' } : {}) };
    await documents[outcome](params);
  });
}

const refusalSchema = z.object({
  message: z.string(),
  details: z
    .object({ errors: z.array(z.object({ message: z.string() })).min(1) })
    .optional()
    .catch(undefined),
});

/** A refusal in the words of the rules; the rest of an error is nothing for editors. */
function describe(error: unknown): string {
  if (error instanceof errors.ApplicationError) {
    const { message, details } = refusalSchema.parse(error);
    return details ? details.errors.map((each) => each.message).join(' ') : message;
  }
  return 'Something went wrong in the system; the log of the CMS says more.';
}

/** Publishes and takes down, in all their languages, the entries whose time has come. */
export async function runSchedule(strapi: Core.Strapi, now = new Date()): Promise<void> {
  const models = readModels(strapi);
  const troubled = await listTroubled(strapi);
  for (const uid of scheduledTypes(models)) {
    for (const due of await findDue(strapi, models, uid, now, troubled)) {
      const outcome = outcomeOf(due, now);
      try {
        await keep(strapi, models, uid, due, outcome, now);
      } catch (error) {
        const entry = { type: singularName(uid), documentId: due.documentId };
        strapi.log.error(
          `${entry.type} ${due.documentId}: no ${outcome} at its time. ${String(error)}`,
        );
        await noteProblem(strapi, entry, outcome, describe(error));
      }
    }
  }
}
