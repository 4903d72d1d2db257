import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { RELEASE_ACTION } from '../access/admin-actions';
import { PUBLISHED_TYPES } from '../access/published-types';
import { readEntryState } from './entry-state';
import { findFaults } from './find-faults';
import { readGiven } from './given';
import { listReleases, readQueue } from './history';
import { singularName, type PublishedUid } from './published-entry';
import { readPublisher } from './publisher-client';
import { readStatus } from './publisher-status';

const STATUS_TIMEOUT_MS = 2_000;
const ACTION_TIMEOUT_MS = 10_000;

const ACTIONS = ['publish', 'rollback', 'resume'] as const;
type Action = (typeof ACTIONS)[number];

const entryQuery = z.object({ locale: z.string().default('en') });
const refusalSchema = z.object({ error: z.string() });

/** The published type of a singular name. @throws NotFoundError for any other name */
export function uidOf(type: unknown): PublishedUid {
  const uid = PUBLISHED_TYPES.find((published) => singularName(published) === type);
  if (!uid) throw new errors.NotFoundError('There is no such type of entry.');
  return uid;
}

function state(strapi: Core.Strapi): Core.ControllerHandler {
  return async (ctx) => {
    const publisher = await readStatus(strapi, STATUS_TIMEOUT_MS);
    const queue = await readQueue(strapi);
    const faults = await findFaults(strapi, publisher.status);
    ctx.body = { data: { publisher, queue, faults, releases: await listReleases(strapi) } };
  };
}

function entry(strapi: Core.Strapi): Core.ControllerHandler {
  return async (ctx) => {
    const { type, documentId } = z
      .object({ type: z.string(), documentId: z.string() })
      .parse(ctx.params);
    const { locale } = readGiven(entryQuery, ctx.query);
    ctx.body = { data: await readEntryState(strapi, uidOf(type), documentId, locale) };
  };
}

function act(strapi: Core.Strapi, action: Action): Core.ControllerHandler {
  const answer = async () => {
    const publisher = readPublisher(strapi);
    if (!publisher) return 'No publisher is set up.';
    try {
      const response = await publisher.post(`/${action}`, {}, ACTION_TIMEOUT_MS);
      if (response.ok) return null;
      const said = refusalSchema.safeParse(await response.json().catch(() => null));
      return said.data?.error ?? `The publisher refused with status ${response.status}.`;
    } catch (error) {
      strapi.log.warn(`The publisher could not be asked to ${action}: ${String(error)}`);
      return 'The publisher does not answer.';
    }
  };
  return async (ctx) => {
    const message = await answer();
    ctx.status = message === null ? 202 : 503;
    ctx.body =
      message === null
        ? { data: { accepted: true } }
        : { data: null, error: { status: 503, name: 'PublisherError', message, details: {} } };
  };
}

/** What the admin's own screens ask about publishing, and ask of it. */
export function addPublishingScreens(strapi: Core.Strapi): void {
  const info = { type: 'admin' };
  const staff = { policies: ['admin::isAuthenticatedAdmin'] };
  const permission = { name: 'admin::hasPermissions', config: { actions: [RELEASE_ACTION] } };
  const releasers = { policies: ['admin::isAuthenticatedAdmin', permission] };
  strapi.server.routes({
    type: 'admin',
    prefix: '/publishing',
    routes: [
      { method: 'GET', path: '/state', handler: state(strapi), info, config: staff },
      {
        method: 'GET',
        path: '/entry/:type/:documentId',
        handler: entry(strapi),
        info,
        config: staff,
      },
      ...ACTIONS.map((action) => ({
        method: 'POST' as const,
        path: `/${action}`,
        handler: act(strapi, action),
        info,
        config: releasers,
      })),
    ],
  });
}
