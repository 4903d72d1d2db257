import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { refuse, type Issue } from '../documents/issues';
import { asRecord } from '../documents/values';
import { changeState } from '../moderation/change-state';
import { asOwnWrite } from '../moderation/own-writes';
import { findTransition, INITIAL_STATE } from '../moderation/review-states';
import { isOfFiles, type EntryForm } from './entry-form';
import { answerEntry } from './entry-answer';
import { inputSchema, readIssues } from './entry-input';
import { resolveRefs } from './entry-refs';
import { fileSchema, storedValues, type FileTable } from './entry-values';
import { findMissing } from './find-missing';
import type { OwnRow } from './own-entries';
import type { Member } from './signed-in';

const createdSchema = z.object({ documentId: z.string() });

/** @returns values as Strapi stores them @throws ValidationError with every fault at once */
export async function readEntryData(
  strapi: Core.Strapi,
  form: EntryForm,
  given: unknown,
  files: FileTable = new Map(),
): Promise<Record<string, unknown>> {
  const parsed = inputSchema(form.fields).safeParse(given);
  const { table, issues } = await resolveRefs(strapi, form.fields, given);
  const faults = parsed.success ? [] : readIssues(parsed.error);
  const atFault = new Set(faults.map(({ path }) => path.join('.')));
  const unknownRefs = issues.filter(({ path }) => !atFault.has(path.join('.')));
  refuse([...faults, ...unknownRefs, ...findUnknownFiles(form, given, files)]);
  return storedValues(form.fields, parsed.data ?? {}, table, files);
}

/** Files that are not the entry's own: each is uploaded to it, and named once. */
function findUnknownFiles({ fields }: EntryForm, given: unknown, files: FileTable): Issue[] {
  const data = asRecord(given) ?? {};
  return fields.filter(isOfFiles).flatMap(({ name }) => {
    const items: unknown = data[name];
    const ids = (Array.isArray(items) ? items : []).map((item) => asRecord(item)?.id);
    return ids.flatMap((id, index): Issue[] => {
      const path = [name, index, 'id'];
      if (typeof id !== 'string') return [];
      if (!files.has(id))
        return [{ path, message: 'This entry has no such file: upload it first.' }];
      if (ids.indexOf(id) === index) return [];
      return [{ path, message: 'This file is named twice; once is enough.' }];
    });
  });
}

/** The files of an entry, by the ids that its owner knows. */
export function filesOf({ fields }: EntryForm, row: OwnRow): FileTable {
  const files = fields.flatMap(({ name, fields: inner }) => {
    const media = inner.find(({ attribute }) => attribute.type === 'media');
    const items: unknown = row[name];
    if (!media || !Array.isArray(items)) return [];
    return items.map((item) => asRecord(item)?.[media.name]);
  });
  const known = files.flatMap((file) => fileSchema.safeParse(file).data ?? []);
  return new Map(known.map(({ documentId, id }) => [documentId, id]));
}

/** Begins a draft. @returns its documentId */
export async function createEntry(
  strapi: Core.Strapi,
  { uid }: EntryForm,
  member: Member,
  values: Record<string, unknown>,
): Promise<string> {
  const data = { ...values, owner: member.id, reviewState: INITIAL_STATE, version: 1 };
  const documents: { create: (params: { data: object }) => Promise<unknown> } =
    strapi.documents(uid);
  const created = await asOwnWrite(() => documents.create({ data }));
  return createdSchema.parse(created).documentId;
}

/** @throws ValidationError naming everything that is missing, ConflictError as `changeState` */
export async function submitEntry(
  strapi: Core.Strapi,
  form: EntryForm,
  member: Member,
  row: OwnRow,
  version: number,
): Promise<void> {
  const transition = findTransition('member', 'submit', row.reviewState ?? INITIAL_STATE);
  // What was changed meanwhile is refused for that: its gaps are not the sender's.
  if (transition && version === (row.version ?? 1)) {
    refuse(findMissing(form, await answerEntry(strapi, form, row)));
  }
  const by = { kind: 'member', userId: member.id } as const;
  const { uid } = form;
  await changeState(strapi, { uid, documentId: row.documentId, action: 'submit', by, version });
}
