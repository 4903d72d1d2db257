import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { RELEASE_ACTION } from '../access/admin-actions';
import { PUBLISHED_TYPES } from '../access/published-types';
import { readEntryState } from './entry-state';
import { listReleases, readQueue } from './history';
import { singularName, type PublishedUid } from './published-entry';
import { readPublisher } from './publisher-client';

const STATUS_TIMEOUT_MS = 2_000;
const ACTION_TIMEOUT_MS = 10_000;

const ACTIONS = ['publish', 'rollback', 'resume'] as const;
type Action = (typeof ACTIONS)[number];

const statusSchema = z.record(z.string(), z.unknown());

/** The published type of a singular name. @throws NotFoundError for any other name */
export function uidOf(type: unknown): PublishedUid {
  const uid = PUBLISHED_TYPES.find((published) => singularName(published) === type);
  if (!uid) throw new errors.NotFoundError('There is no such type of entry.');
  return uid;
}

/** The publisher's own status, or the sentence that stands for it. */
async function readStatus(strapi: Core.Strapi) {
  const publisher = readPublisher(strapi);
  if (!publisher) return { status: null, message: 'No publisher is set up.' };
  try {
    const response = await publisher.get('/status', STATUS_TIMEOUT_MS);
    return { status: statusSchema.parse(await response.json()), message: null };
  } catch (error) {
    strapi.log.debug(`The publisher could not be asked for its status: ${String(error)}`);
    return { status: null, message: 'The publisher does not answer.' };
  }
}

function state(strapi: Core.Strapi): Core.ControllerHandler {
  return async (ctx) => {
    const publisher = await readStatus(strapi);
    const queue = await readQueue(strapi);
    ctx.body = { data: { publisher, queue, releases: await listReleases(strapi) } };
  };
}

function entry(strapi: Core.Strapi): Core.ControllerHandler {
  return async (ctx) => {
    const { type, documentId } = z
      .object({ type: z.string(), documentId: z.string() })
      .parse(ctx.params);
    ctx.body = { data: await readEntryState(strapi, uidOf(type), documentId) };
  };
}

function act(strapi: Core.Strapi, action: Action): Core.ControllerHandler {
  const answer = async () => {
    const publisher = readPublisher(strapi);
    if (!publisher) return 'No publisher is set up.';
    try {
      const { ok, status } = await publisher.post(`/${action}`, {}, ACTION_TIMEOUT_MS);
      return ok ? null : `The publisher refused with status ${status}.`;
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
