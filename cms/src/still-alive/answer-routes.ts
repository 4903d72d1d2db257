import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { ConflictError } from '../requests/conflict-error';
import { readToken } from '../requests/signed-token';
import { findTextProblem } from '../documents/safe-text';
import { readGiven } from '../publishing/given';
import { ANSWERS, findQuestion, type Question } from './questions';
import { recordAnswer } from './settle-answer';

const MAX_NOTE = 1000;
const token = z.string().min(1).max(300);
const querySchema = z.strictObject({ token });
const answerSchema = z.strictObject({
  token,
  answer: z.enum(ANSWERS),
  note: z
    .string()
    .trim()
    .refine(
      (text) => findTextProblem(text, MAX_NOTE) === undefined,
      `Write at most ${MAX_NOTE} characters`,
    )
    .optional(),
});

const practiceSchema = z.object({ title: z.string(), lifecycle: z.string().nullable() });

interface Asked {
  question: Question;
  title: string;
  lifecycle: string | null;
}

/** @throws NotFoundError alike for a forged link, one that has run out, and a practice that is gone */
async function readAsked(strapi: Core.Strapi, given: string): Promise<Asked> {
  const id = readToken(strapi, 'yearly question', given, new Date());
  const question = id === undefined ? null : await findQuestion(strapi, id);
  const row: unknown = question
    ? await strapi.db.query('api::practice.practice').findOne({
        where: { documentId: question.entry, publishedAt: { $notNull: true } },
      })
    : null;
  const practice = practiceSchema.nullable().parse(row);
  if (!question || !practice) {
    throw new errors.NotFoundError(
      'This link has run out or is not complete. Next year we ask again; your practice can be changed in the Members Area at any time.',
    );
  }
  return { question, ...practice };
}

const present = ({ question, title, lifecycle }: Asked) => ({
  title,
  lifecycle,
  answer: question.answer,
});

/**
 * The page that a mail of the yearly question leads to asks these, without anybody signed in; the
 * token of the mail, good for one question and 60 days, is all it takes.
 *
 * `GET /api/still-alive?token=…` answers `{ data: { title, lifecycle, answer } }` and has no effect,
 * so that a mail scanner may follow the link; `answer` is null until there is one.
 * `POST /api/still-alive` takes `{ token, answer: "running"|"changed"|"stopped", note? }` and answers
 * the same. The same answer again is answered alike; another one 409. A moderator confirms it before
 * anything of the practice changes. 404 for a link that is forged, incomplete or has run out, 400 for
 * a body of another shape.
 */
export function addStillAliveRoutes(strapi: Core.Strapi): void {
  const look: Core.ControllerHandler = async (ctx) => {
    const given = readGiven(querySchema, ctx.query);
    ctx.set('cache-control', 'no-store');
    ctx.body = { data: present(await readAsked(strapi, given.token)) };
  };

  const answer: Core.ControllerHandler = async (ctx) => {
    const given = readGiven(answerSchema, ctx.request.body);
    ctx.set('cache-control', 'no-store');
    ctx.body = await strapi.db.transaction(async () => {
      const asked = await readAsked(strapi, given.token);
      const isNew = asked.question.answer === null;
      if (isNew && (await recordAnswer(strapi, asked.question, given.answer, given.note ?? null))) {
        return { data: { ...present(asked), answer: given.answer } };
      }
      const stored = await findQuestion(strapi, asked.question.documentId);
      if (stored?.answer === given.answer) return { data: present({ ...asked, question: stored }) };
      const message = 'You answered this before, with another answer. Thank you: once is enough.';
      throw new ConflictError({ path: ['answer'], message });
    });
  };

  const shared = { info: { type: 'content-api' }, config: { auth: false as const } };
  strapi.server.routes({
    type: 'content-api',
    routes: [
      { method: 'GET', path: '/still-alive', handler: look, ...shared },
      { method: 'POST', path: '/still-alive', handler: answer, ...shared },
    ],
  });
}
