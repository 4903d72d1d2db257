import type { Core } from '@strapi/strapi';
import { changeState } from '../moderation/change-state';
import type { EntryForm } from './entry-form';
import { answerEntry } from './entry-answer';
import { createEntry, filesOf } from './write-entry';
import { storedValues } from './entry-values';
import { nameLinks } from './entry-refs';
import type { OwnRow } from './own-entries';
import type { Member } from './signed-in';

/** Turns documentId → ref round. */
function refTable(names: Awaited<ReturnType<typeof nameLinks>>) {
  const turned = [...names].map(
    ([uid, table]) => [uid, new Map([...table].map(([id, ref]) => [ref, id]))] as const,
  );
  return new Map(turned);
}

/**
 * Takes what was written into a draft of its own; the entry itself stays as it is.
 *
 * @returns the documentId of the draft
 * @throws ConflictError as `changeState`
 */
export async function copyEntry(
  strapi: Core.Strapi,
  form: EntryForm,
  member: Member,
  row: OwnRow,
  version: number,
): Promise<string> {
  const { uid, fields } = form;
  const { documentId } = row;
  const values = await answerEntry(strapi, form, row);
  const table = refTable(await nameLinks(strapi, fields, [row.links]));
  const data = storedValues(fields, values, table, filesOf(form, row));
  const by = { kind: 'member', userId: member.id } as const;
  return strapi.db.transaction(async () => {
    await changeState(strapi, { uid, documentId, action: 'copy', by, version });
    return createEntry(strapi, form, member, data);
  });
}
