import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { REVIEW_ACTION } from '../access/admin-actions';
import lists from '../../contract/lists.json';
import { refuse } from '../documents/issues';
import { actingPerson } from '../publishing/acting-person';
import { readGiven } from '../publishing/given';
import { singularName } from '../publishing/published-entry';
import { changeState } from './change-state';
import { readQueue, type QueueItem } from './queue';
import type { ReviewAction } from './review-states';
import { countReported, listReported, settleReport } from './reported-threads';
import { readReviewedEntry } from './reviewed-entry';
import { REVIEWED_TYPES, type ReviewedUid } from './reviewed-types';
import { settleAnswer } from '../still-alive/settle-answer';
import { PROMISED_DAYS } from './working-days';

/** The last part of each action's address. */
const ACTIONS: Readonly<Record<string, ReviewAction>> = {
  accept: 'accept',
  'ask-for-changes': 'askForChanges',
  decline: 'decline',
  reopen: 'reopen',
  unpublish: 'unpublish',
  correct: 'correct',
  keep: 'keep',
};

const placeSchema = z.object({ type: z.string(), documentId: z.string() });
const filterSchema = z.strictObject({
  country: z.enum(lists.country).optional(),
  language: z.enum(lists.language).optional(),
  type: z.enum(REVIEWED_TYPES.map(singularName)).optional(),
});
const actionSchema = z.strictObject({
  version: z.int().positive(),
  message: z.string().optional(),
  evidence: z.enum(lists.evidenceGrade).optional(),
  reviewNote: z
    .strictObject({
      checkedHow: z.enum(lists.checkedHow),
      role: z.string().trim().min(1).max(80),
      date: z.iso.date(),
    })
    .optional(),
});

function uidOf(type: string): ReviewedUid {
  const uid = REVIEWED_TYPES.find((reviewed) => singularName(reviewed) === type);
  if (!uid) throw new errors.NotFoundError('There is no such type of entry.');
  return uid;
}

function countBy(items: readonly QueueItem[], keysOf: (item: QueueItem) => readonly string[]) {
  const counts: Record<string, number> = {};
  for (const key of items.flatMap(keysOf)) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

function queue(strapi: Core.Strapi): Core.ControllerHandler {
  return async (ctx) => {
    const { country, language, type } = readGiven(filterSchema, ctx.query);
    const all = await readQueue(strapi);
    const data = all.filter(
      (item) =>
        (country === undefined || item.countries.includes(country)) &&
        (language === undefined || item.language === language) &&
        (type === undefined || item.type === type),
    );
    ctx.body = {
      data,
      meta: {
        promisedDays: PROMISED_DAYS,
        total: all.length,
        overdue: all.filter(({ isOverdue }) => isOverdue).length,
        reports: await countReported(strapi),
        countries: countBy(all, ({ countries }) => countries),
        languages: countBy(all, (item) => (item.language ? [item.language] : [])),
        types: countBy(all, (item) => [item.type]),
      },
    };
  };
}

function reports(strapi: Core.Strapi): Core.ControllerHandler {
  return async (ctx) => {
    ctx.body = { data: await listReported(strapi) };
  };
}

function entry(strapi: Core.Strapi): Core.ControllerHandler {
  return async (ctx) => {
    const { type, documentId } = placeSchema.parse(ctx.params);
    ctx.body = { data: await readReviewedEntry(strapi, uidOf(type), documentId) };
  };
}

type Given = z.output<typeof actionSchema>;

/** What is saved with the decision. */
function findings(uid: ReviewedUid, action: ReviewAction, { evidence, reviewNote }: Given) {
  if (evidence === undefined && reviewNote === undefined) return undefined;
  const isTaken = uid === 'api::practice.practice' && ['accept', 'correct'].includes(action);
  if (!isTaken) {
    const message = 'Grade and note of the review are set when a practice is accepted.';
    refuse([{ path: [evidence === undefined ? 'reviewNote' : 'evidence'], message }]);
  }
  return { ...(evidence ? { evidence } : {}), ...(reviewNote ? { reviewNote } : {}) };
}

function act(strapi: Core.Strapi, action: ReviewAction): Core.ControllerHandler {
  return async (ctx) => {
    const { type, documentId } = placeSchema.parse(ctx.params);
    const uid = uidOf(type);
    const given = readGiven(actionSchema, ctx.request.body);
    const { version, message } = given;
    const data = findings(uid, action, given);
    const by = { kind: 'editor', name: actingPerson(strapi) } as const;
    await changeState(strapi, { uid, documentId, action, by, version, message, data });
    ctx.body = { data: await readReviewedEntry(strapi, uid, documentId) };
  };
}

const reportSchema = z.strictObject({ reopen: z.boolean() });

function settleReported(strapi: Core.Strapi): Core.ControllerHandler {
  return async (ctx) => {
    const { id } = z.object({ id: z.string() }).parse(ctx.params);
    const { reopen } = readGiven(reportSchema, ctx.request.body);
    await settleReport(strapi, id, reopen);
    ctx.body = { data: await listReported(strapi) };
  };
}

const settleSchema = z.strictObject({ lifecycle: z.enum(lists.lifecycle).nullable() });

function settle(strapi: Core.Strapi): Core.ControllerHandler {
  return async (ctx) => {
    const { id } = z.object({ id: z.string() }).parse(ctx.params);
    const { lifecycle } = readGiven(settleSchema, ctx.request.body);
    const { entry: practice } = await settleAnswer(strapi, id, actingPerson(strapi), lifecycle);
    ctx.body = { data: await readReviewedEntry(strapi, 'api::practice.practice', practice) };
  };
}

/**
 * What the admin's own screens ask about the review of members' entries, and do in it.
 *
 * `GET /moderation/queue?country&language&type` lists what waits, the longest wait first.
 * `GET /moderation/reports` lists exchanges of messages that a member reported;
 * `POST /moderation/reports/:id` takes `{ reopen }` and takes one off the list.
 * `GET /moderation/entries/:type/:documentId` answers a `ReviewedEntry`.
 * `POST /moderation/entries/:type/:documentId/<action>` takes `{ version, message, evidence,
 * reviewNote }`, answers the entry as it stands then, 400 without a message where one is needed,
 * 409 for a stale version or an action that the state does not allow.
 * `POST /moderation/answers/:id` takes `{ lifecycle }`, what becomes of a practice by its owner's
 * answer to the yearly question, or null to put the answer aside.
 */
export function addModerationScreens(strapi: Core.Strapi): void {
  const permission = { name: 'admin::hasPermissions', config: { actions: [REVIEW_ACTION] } };
  const shared = {
    info: { type: 'admin' },
    config: { policies: ['admin::isAuthenticatedAdmin', permission] },
  };
  const place = '/entries/:type/:documentId';
  strapi.server.routes({
    type: 'admin',
    prefix: '/moderation',
    routes: [
      { method: 'GET', path: '/queue', handler: queue(strapi), ...shared },
      { method: 'GET', path: '/reports', handler: reports(strapi), ...shared },
      { method: 'POST', path: '/reports/:id', handler: settleReported(strapi), ...shared },
      { method: 'GET', path: place, handler: entry(strapi), ...shared },
      { method: 'POST', path: '/answers/:id', handler: settle(strapi), ...shared },
      ...Object.entries(ACTIONS).map(([path, action]) => ({
        method: 'POST' as const,
        path: `${place}/${path}`,
        handler: act(strapi, action),
        ...shared,
      })),
    ],
  });
}
