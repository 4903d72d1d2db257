import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { refuse } from '../documents/issues';
import { asRecord } from '../documents/values';
import { changeState } from '../moderation/change-state';
import { ConflictError } from '../requests/conflict-error';
import type { EntryField, EntryForm } from './entry-form';
import { answerOwn, placeOf, type Handle } from './entry-handlers';
import { inputSchema, readIssues } from './entry-input';
import { answerValues, storedValues } from './entry-values';
import { findMissingIn } from './find-missing';
import { findOwn, refuseClosed, type OwnRow } from './own-entries';
import type { Member } from './signed-in';
import { storeFile } from './stored-files';
import { removeUnused } from './unused-files';
import { filesOf } from './write-entry';

type Context = Parameters<Core.ControllerHandler>[0];
type Item = Record<string, unknown>;
type Change = (items: Item[], row: OwnRow) => { items: Item[]; added?: [string, number] };

const MOST_TRIES = 5;
const idSchema = z.object({ id: z.string() });
const sentSchema = z.object({ file: z.object({ filepath: z.string() }) });
const itemsSchema = z.array(z.record(z.string(), z.unknown()));

/** A form of the browser sends text alone. */
function readSent(fields: EntryField[], body: unknown): Item {
  const given = Object.entries(asRecord(body) ?? {}).map(([name, value]): [string, unknown] => {
    const isYesNo = fields.some(
      (field) => field.name === name && field.attribute.type === 'boolean',
    );
    return [name, isYesNo && (value === 'true' || value === 'false') ? value === 'true' : value];
  });
  const parsed = inputSchema(fields).safeParse(Object.fromEntries(given));
  if (parsed.success) {
    refuse(findMissingIn(fields, parsed.data, () => true));
    return parsed.data;
  }
  refuse(readIssues(parsed.error));
  throw parsed.error;
}

function refuseFull(items: Item[], max: number): void {
  if (items.length < max) return;
  refuse([{ path: ['file'], message: `At most ${max} fit here: take one away first.` }]);
}

/** The routes' handlers for the files of one field, whose items are a file each and words on it. */
export function fileHandlers(strapi: Core.Strapi, field: EntryField) {
  const media = field.fields.find(({ attribute }) => attribute.type === 'media');
  const isPicture = media?.attribute.allowedTypes?.includes('images') === true;

  async function tryChange(form: EntryForm, member: Member, row: OwnRow, change: Change) {
    const values = answerValues([field], row, undefined, new Map());
    const { items, added } = change(itemsSchema.parse(values[field.name]), row);
    const files = filesOf(form, row);
    if (added) files.set(...added);
    const data = storedValues([field], { [field.name]: items }, new Map(), files);
    const by = { kind: 'member', userId: member.id } as const;
    const { documentId, version } = row;
    const seen = version === null ? {} : { version };
    await changeState(strapi, { uid: form.uid, documentId, action: 'edit', by, ...seen, data });
  }

  /** Changes the list as it is now: who adds two at once means both. */
  async function changeItems(form: EntryForm, member: Member, documentId: string, change: Change) {
    for (let attempt = 1; ; attempt += 1) {
      const row = await findOwn(strapi, form, member, documentId);
      try {
        await tryChange(form, member, row, change);
        return;
      } catch (error) {
        const isStale =
          error instanceof ConflictError && error.details.errors[0]?.path[0] === 'version';
        if (!isStale || attempt === MOST_TRIES) throw error;
      }
    }
  }

  function readFile(ctx: Context): string {
    const { data } = sentSchema.safeParse(ctx.request.files);
    if (!data) refuse([{ path: ['file'], message: 'Send one file in the field "file".' }]);
    return data?.file.filepath ?? '';
  }

  const add: Handle = async (ctx, member, form) => {
    const row = await findOwn(strapi, form, member, placeOf(ctx));
    const words = readSent(field.fields, ctx.request.body);
    const sent = readFile(ctx);
    // Tells a state without editing, and a full list, before any work is done on the file.
    refuseFull(itemsSchema.catch([]).parse(row[field.name]), field.max);
    refuseClosed(row);
    const { id, documentId: fileId } = await storeFile(strapi, sent, isPicture);
    try {
      await changeItems(form, member, row.documentId, (items) => {
        refuseFull(items, field.max);
        return { items: [...items, { ...words, id: fileId }], added: [fileId, id] };
      });
    } catch (error) {
      await removeUnused(strapi, [id]);
      throw error;
    }
    await answerOwn(strapi, ctx, member, form, row.documentId);
    ctx.status = 201;
  };

  const remove: Handle = async (ctx, member, form) => {
    const row = await findOwn(strapi, form, member, placeOf(ctx));
    const { id: fileId } = idSchema.parse(ctx.params);
    const id = filesOf(form, row).get(fileId);
    await changeItems(form, member, row.documentId, (items) => {
      const kept = items.filter((item) => item.id !== fileId);
      if (kept.length === items.length) throw new errors.NotFoundError('There is no such file.');
      return { items: kept };
    });
    if (id !== undefined) await removeUnused(strapi, [id]);
    await answerOwn(strapi, ctx, member, form, row.documentId);
  };

  return { add, remove };
}
