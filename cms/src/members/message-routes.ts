import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { readGiven } from '../publishing/given';
import { addMemberRoutes } from './member-routes';
import { answerThread, findThread, listThreads } from './message-threads';
import { pageOf, pageSchema } from './pagination';
import { messageText, replyTo, reportThread, writeToAuthor } from './send-message';
import type { Member } from './signed-in';
import { countUnread, markSeen } from './unread-messages';

type Context = Parameters<Core.ControllerHandler>[0];

const writeSchema = z.strictObject({ practice: z.string().max(20), text: messageText });
const replySchema = z.strictObject({ text: messageText });
const seenSchema = z.strictObject({ until: z.iso.datetime() });
const emptySchema = z.strictObject({}).nullish();
const idSchema = z.object({ id: z.string() });

/** Adds /api/me/messages: what members write to authors of practices, relayed without addresses. */
export function addMessageRoutes(strapi: Core.Strapi): void {
  async function answer(ctx: Context, member: Member, id: string): Promise<void> {
    ctx.body = { data: answerThread(await findThread(strapi, member, id), member) };
  }
  const find = (ctx: Context, member: Member) =>
    findThread(strapi, member, idSchema.parse(ctx.params).id);

  addMemberRoutes(strapi, [
    {
      method: 'GET',
      path: '/messages',
      handle: async (ctx, member) => {
        const { pagination } = readGiven(pageSchema, ctx.query);
        const { threads, total } = await listThreads(strapi, member, pagination);
        const data = threads.map((thread) => answerThread(thread, member));
        ctx.body = { data, meta: pageOf(pagination, total) };
      },
    },
    {
      method: 'GET',
      path: '/messages/unread',
      handle: async (ctx, member) => {
        ctx.body = { data: { count: await countUnread(strapi, member) } };
      },
    },
    {
      method: 'POST',
      path: '/messages',
      handle: async (ctx, member) => {
        const given = readGiven(writeSchema, ctx.request.body);
        await answer(ctx, member, await writeToAuthor(strapi, ctx, member, given));
        ctx.status = 201;
      },
    },
    {
      method: 'POST',
      path: '/messages/:id/reply',
      handle: async (ctx, member) => {
        const thread = await find(ctx, member);
        const given = readGiven(replySchema, ctx.request.body);
        await replyTo(strapi, ctx, member, thread, given.text);
        await answer(ctx, member, thread.documentId);
        ctx.status = 201;
      },
    },
    {
      method: 'POST',
      path: '/messages/:id/seen',
      handle: async (ctx, member) => {
        const thread = await find(ctx, member);
        const { until } = readGiven(seenSchema, ctx.request.body);
        await markSeen(strapi, member, thread, until);
        await answer(ctx, member, thread.documentId);
      },
    },
    {
      method: 'POST',
      path: '/messages/:id/report',
      handle: async (ctx, member) => {
        const thread = await find(ctx, member);
        readGiven(emptySchema, ctx.request.body);
        await reportThread(strapi, member, thread);
        await answer(ctx, member, thread.documentId);
      },
    },
  ]);
}
