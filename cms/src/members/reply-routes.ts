import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { readGiven } from '../publishing/given';
import { limitAttempts, refuseTooOften, senderOf } from '../requests/attempt-limit';
import { assertFromOurPages } from '../requests/from-our-pages';
import { answerOnce } from './answered-once';
import { answerThread, findThread } from './message-threads';
import { readReplyLink } from './reply-links';
import { messageText, replyTo, reportThread } from './send-message';

type Context = Parameters<Core.ControllerHandler>[0];

const HOUR_SECONDS = 60 * 60;

const token = z.string().min(1).max(300);
const linkSchema = z.strictObject({ token });
const replySchema = z.strictObject({ token, text: messageText });

/**
 * The page that a mail with a message leads to asks these, without anybody signed in; the token of
 * the mail, good for one thread, one reader and 30 days, is all it takes.
 *
 * `POST /api/reply/read` `{ token }` answers `{ data }`, the thread as `GET /api/me/messages` gives
 * it, and has no effect. It is no GET: addresses stand in the logs of servers, and whoever has the
 * token can read and write.
 * `POST /api/reply` `{ token, text }` relays the answer like `POST /api/me/messages/:id/reply` (201),
 * and is counted with it; `POST /api/reply/report` `{ token }` ends the exchange. An
 * `Idempotency-Key` is honoured.
 * 404 for every link that leads nowhere, whatever the reason; 400 for a body of another shape.
 */
export function addReplyRoutes(strapi: Core.Strapi): void {
  const asked = limitAttempts(600, HOUR_SECONDS);

  const route = (path: string, handle: (ctx: Context) => Promise<void>) => {
    const handler: Core.ControllerHandler = async (ctx) => {
      ctx.set('cache-control', 'no-store');
      refuseTooOften(ctx, asked.take(senderOf(ctx)));
      assertFromOurPages(strapi, ctx);
      await handle(ctx);
    };
    const shared = { info: { type: 'content-api' }, config: { auth: false as const } };
    return { method: 'POST' as const, path, handler, ...shared };
  };

  const read = route('/reply/read', async (ctx) => {
    const given = readGiven(linkSchema, ctx.request.body ?? {});
    const { thread, reader } = await readReplyLink(strapi, given.token);
    ctx.body = { data: answerThread(thread, reader) };
  });

  const reply = route('/reply', async (ctx) => {
    const given = readGiven(replySchema, ctx.request.body ?? {});
    const { thread, reader } = await readReplyLink(strapi, given.token);
    await answerOnce(strapi, ctx, reader.id, async () => {
      await replyTo(strapi, ctx, reader, thread, given.text);
      const after = await findThread(strapi, reader, thread.documentId);
      ctx.body = { data: answerThread(after, reader) };
      ctx.status = 201;
    });
  });

  const report = route('/reply/report', async (ctx) => {
    const given = readGiven(linkSchema, ctx.request.body ?? {});
    const { thread, reader } = await readReplyLink(strapi, given.token);
    await reportThread(strapi, reader, thread);
    const after = await findThread(strapi, reader, thread.documentId);
    ctx.body = { data: answerThread(after, reader) };
  });

  strapi.server.routes({ type: 'content-api', routes: [read, reply, report] });
}
