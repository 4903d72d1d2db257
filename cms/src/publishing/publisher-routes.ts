import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { queryDrafts } from '../graphql/drafts';
import { readMailQueue } from '../mail/send-mails';
import { readEpoch } from './epoch';
import { readGiven } from './given';
import { listWaiting, markReleased } from './outbox';
import { onlyPublisher } from './signed-route';

const MAX_CHANGES = 1000;

const doneSchema = z.strictObject({
  sequences: z.array(z.int().positive()).max(MAX_CHANGES),
  release: z.string().min(1).max(100),
  at: z.iso.datetime({ offset: true }).transform((at) => new Date(at)),
});

const draftsSchema = z.strictObject({
  query: z.string().min(1),
  variables: z.record(z.string(), z.unknown()).default({}),
});

/** What the publisher asks of the CMS beside GraphQL, signed with the secret that both hold. */
export function addPublisherRoutes(strapi: Core.Strapi): void {
  const shared = {
    info: { type: 'content-api' },
    config: { auth: false as const, middlewares: [onlyPublisher(strapi)] },
  };

  const changes: Core.ControllerHandler = async (ctx) => {
    const waiting = await listWaiting(strapi, MAX_CHANGES + 1);
    ctx.body = {
      data: waiting.slice(0, MAX_CHANGES),
      meta: { more: waiting.length > MAX_CHANGES },
      epoch: await readEpoch(strapi),
      mail: await readMailQueue(strapi),
    };
  };

  const done: Core.ControllerHandler = async (ctx) => {
    const { sequences, release, at } = readGiven(doneSchema, ctx.request.body);
    await markReleased(strapi, sequences, release, at);
    ctx.status = 204;
  };

  const drafts: Core.ControllerHandler = async (ctx) => {
    const { query, variables } = readGiven(draftsSchema, ctx.request.body);
    ctx.body = await queryDrafts(strapi, query, variables);
    ctx.set('cache-control', 'no-store');
  };

  strapi.server.routes({
    type: 'content-api',
    prefix: '/publishing',
    routes: [
      { method: 'GET', path: '/changes', handler: changes, ...shared },
      { method: 'POST', path: '/changes/done', handler: done, ...shared },
      { method: 'POST', path: '/drafts', handler: drafts, ...shared },
    ],
  });
}
