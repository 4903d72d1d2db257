import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { changeState } from '../moderation/change-state';
import type { ReviewAction } from '../moderation/review-states';
import { readGiven } from '../publishing/given';
import type { EntryForm } from './entry-form';
import { answerEntries, answerEntry } from './entry-answer';
import { copyEntry } from './copy-entry';
import { beginWithinQuota } from './entry-quota';
import { findOwn, isOwn, listOwn } from './own-entries';
import { pageOf, pageSchema } from './pagination';
import type { Member } from './signed-in';
import { removeUnused } from './unused-files';
import { createEntry, filesOf, readEntryData, submitEntry } from './write-entry';

type Context = Parameters<Core.ControllerHandler>[0];
export type Handle = (ctx: Context, member: Member, form: EntryForm) => Promise<void>;

const version = z.int().positive();
const createSchema = z.strictObject({ data: z.unknown() });
const changeSchema = z.strictObject({ version, data: z.unknown() });
const actionSchema = z.strictObject({ version });
const deleteSchema = z.strictObject({ version: version.optional() }).nullish();
const placeSchema = z.object({ documentId: z.string() });
export const placeOf = (ctx: Context) => placeSchema.parse(ctx.params).documentId;

/** Answers an entry as it stands now. */
export async function answerOwn(
  strapi: Core.Strapi,
  ctx: Context,
  member: Member,
  form: EntryForm,
  documentId: string,
): Promise<void> {
  const row = await findOwn(strapi, form, member, documentId);
  ctx.body = { data: await answerEntry(strapi, form, row) };
}

/** The handlers of one type each; what a type is like stands in its form. */
export function entryHandlers(strapi: Core.Strapi) {
  const answer = (ctx: Context, member: Member, form: EntryForm, documentId = placeOf(ctx)) =>
    answerOwn(strapi, ctx, member, form, documentId);

  const list: Handle = async (ctx, member, form) => {
    const { pagination } = readGiven(pageSchema, ctx.query);
    const { rows, total } = await listOwn(strapi, form, member, pagination);
    ctx.body = {
      data: await answerEntries(strapi, form, rows),
      meta: pageOf(pagination, total),
    };
  };

  const create: Handle = async (ctx, member, form) => {
    const { data } = readGiven(createSchema, ctx.request.body);
    const values = await readEntryData(strapi, form, data);
    const begin = () => createEntry(strapi, form, member, values);
    await answer(ctx, member, form, await beginWithinQuota(strapi, ctx, member, begin));
    ctx.status = 201;
  };

  const change: Handle = async (ctx, member, form) => {
    const row = await findOwn(strapi, form, member, placeOf(ctx));
    const given = readGiven(changeSchema, ctx.request.body);
    const data = await readEntryData(strapi, form, given.data, filesOf(form, row));
    await act(form, member, row.documentId, { action: 'edit', version: given.version, data });
    await removeUnused(strapi, filesOf(form, row).values());
    await answer(ctx, member, form);
  };

  function act(
    { uid }: EntryForm,
    { id }: Member,
    documentId: string,
    change: { action: ReviewAction; version?: number | undefined; data?: Record<string, unknown> },
  ) {
    const by = { kind: 'member', userId: id } as const;
    const { version, ...rest } = change;
    return changeState(strapi, { uid, documentId, by, ...rest, ...(version ? { version } : {}) });
  }

  const remove: Handle = async (ctx, member, form) => {
    const row = await findOwn(strapi, form, member, placeOf(ctx));
    const { documentId } = row;
    const given = readGiven(deleteSchema, ctx.request.body);
    await act(form, member, documentId, { action: 'delete', version: given?.version });
    await removeUnused(strapi, filesOf(form, row).values());
    // What is live stays, and is the working copy again.
    if (await isOwn(strapi, form, member, documentId)) await answer(ctx, member, form);
    else ctx.status = 204;
  };

  const submit: Handle = async (ctx, member, form) => {
    const row = await findOwn(strapi, form, member, placeOf(ctx));
    const { version } = readGiven(actionSchema, ctx.request.body);
    await submitEntry(strapi, form, member, row, version);
    await answer(ctx, member, form);
  };

  const does =
    (action: ReviewAction): Handle =>
    async (ctx, member, form) => {
      const { documentId } = await findOwn(strapi, form, member, placeOf(ctx));
      const { version } = readGiven(actionSchema, ctx.request.body);
      await act(form, member, documentId, { action, version });
      await answer(ctx, member, form);
    };

  const copy: Handle = async (ctx, member, form) => {
    const row = await findOwn(strapi, form, member, placeOf(ctx));
    const { version } = readGiven(actionSchema, ctx.request.body);
    const begin = () => copyEntry(strapi, form, member, row, version);
    await answer(ctx, member, form, await beginWithinQuota(strapi, ctx, member, begin));
    ctx.status = 201;
  };

  const read: Handle = (ctx, member, form) => answer(ctx, member, form);

  return { list, create, read, change, remove, submit, copy, does };
}
