import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { mayWithEntry } from '../access/entry-permission';
import { uidOf } from '../publishing/admin-routes';
import { readGiven } from '../publishing/given';
import type { PublishedUid } from '../publishing/published-entry';
import { compareEntries } from './compare';
import { restoreEntry } from './restore';
import { findRevision, listRevisions, type EntryAddress, type Revision } from './stored-revisions';

const placeSchema = z.object({ type: z.string(), documentId: z.string() });
const listSchema = z.object({ locale: z.string().optional() });
const compareSchema = z.object({
  from: z.coerce.number().int().positive(),
  to: z.coerce.number().int().positive(),
});
const restoreSchema = z.strictObject({ revision: z.int().positive() });

type Context = Parameters<Core.ControllerHandler>[0];

interface Asked extends EntryAddress {
  uid: PublishedUid;
}

/** The entry that is asked about. @throws ForbiddenError unless the person may do that with it */
async function readAsked(
  strapi: Core.Strapi,
  ctx: Context,
  action: 'read' | 'update',
): Promise<Asked> {
  const { type, documentId } = placeSchema.parse(ctx.params);
  const uid = uidOf(type);
  const { userAbility } = z.object({ userAbility: z.unknown() }).parse(ctx.state);
  if (!(await mayWithEntry(strapi, userAbility, action, uid, documentId))) {
    throw new errors.ForbiddenError('You may not do that with this entry.');
  }
  return { uid, type, documentId };
}

async function find(strapi: Core.Strapi, asked: Asked, id: number): Promise<Revision> {
  const revision = await findRevision(strapi, asked, id);
  if (!revision) throw new errors.NotFoundError('This entry has no such revision.');
  return revision;
}

function list(strapi: Core.Strapi): Core.ControllerHandler {
  return async (ctx) => {
    const asked = await readAsked(strapi, ctx, 'read');
    const { locale } = readGiven(listSchema, ctx.query);
    ctx.body = { data: await listRevisions(strapi, asked, locale) };
  };
}

function compare(strapi: Core.Strapi): Core.ControllerHandler {
  return async (ctx) => {
    const asked = await readAsked(strapi, ctx, 'read');
    const given = readGiven(compareSchema, ctx.query);
    const from = await find(strapi, asked, given.from);
    const to = await find(strapi, asked, given.to);
    ctx.body = { data: await compareEntries(strapi, asked.uid, from.data, to.data) };
  };
}

function restore(strapi: Core.Strapi): Core.ControllerHandler {
  return async (ctx) => {
    const asked = await readAsked(strapi, ctx, 'update');
    const { revision: id } = readGiven(restoreSchema, ctx.request.body);
    const { data, locale } = await find(strapi, asked, id);
    const { documentId } = asked;
    ctx.body = { data: await restoreEntry(strapi, asked.uid, { documentId, locale }, data) };
  };
}

/** What the admin's own screens ask about earlier states of an entry. */
export function addRevisionScreens(strapi: Core.Strapi): void {
  const shared = {
    info: { type: 'admin' },
    config: { policies: ['admin::isAuthenticatedAdmin'] },
  };
  strapi.server.routes({
    type: 'admin',
    prefix: '/revisions/:type/:documentId',
    routes: [
      { method: 'GET', path: '/', handler: list(strapi), ...shared },
      { method: 'GET', path: '/compare', handler: compare(strapi), ...shared },
      { method: 'POST', path: '/restore', handler: restore(strapi), ...shared },
    ],
  });
}
