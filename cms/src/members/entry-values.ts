import { z } from 'zod';
import type { LinkTree } from '../documents/links/link-tree';
import { linkTreeSchema } from '../documents/links/stored-links';
import { asRecord } from '../documents/values';
import { isOfFiles, isToMany, type EntryField } from './entry-form';
import type { RefTable } from './entry-refs';

type Values = Record<string, unknown>;

export const fileSchema = z.object({
  id: z.number(),
  documentId: z.string(),
  name: z.string(),
  url: z.string(),
  mime: z.string(),
  size: z.coerce.number(),
  width: z.number().nullable(),
  height: z.number().nullable(),
});

/** A file as members know it: by an id of its own, the same in every version of the entry. */
function answerFile(given: unknown): Values {
  const { data } = fileSchema.safeParse(given);
  if (!data) return {};
  const { documentId, name, url, mime, size, width, height } = data;
  return { id: documentId, name, url, mime, size, ...(width && height ? { width, height } : {}) };
}

const idsSchema = z.array(z.string()).catch([]);

function refsOf({ attribute }: EntryField, links: unknown, table: RefTable): unknown {
  const names = table.get(attribute.target ?? '');
  const refs = idsSchema.parse(links).flatMap((id) => names?.get(id) ?? []);
  return isToMany(attribute) ? refs : (refs[0] ?? null);
}

/** What is stored of an entry, as members read and write it. */
export function answerValues(
  fields: EntryField[],
  row: unknown,
  links: LinkTree | undefined,
  table: RefTable,
): Values {
  const stored = asRecord(row) ?? {};
  const answer: Values = {};
  for (const field of fields) {
    const { name, attribute, fields: inner } = field;
    const value = stored[name] ?? null;
    const places: unknown = links?.[name];
    const read = (item: unknown, index?: number) =>
      answerValues(inner, item, linksAt(places, index), table);
    if (attribute.type === 'media') Object.assign(answer, answerFile(value));
    else if (attribute.type === 'relation') answer[name] = refsOf(field, places, table);
    else if (!attribute.component) answer[name] = value;
    else if (attribute.repeatable) {
      answer[name] = Array.isArray(value) ? value.map(read) : [];
    } else answer[name] = value === null ? null : read(value);
  }
  return answer;
}

function linksAt(links: unknown, index?: number): LinkTree | undefined {
  const tree: unknown = index === undefined ? links : Array.isArray(links) ? links[index] : null;
  return linkTreeSchema.safeParse(tree).data;
}

/** The ids of files that members know, and the rows that hold them, by field. */
export type FileTable = Map<string, number>;

/** What a member wrote, as Strapi stores it. Absent keys stay absent. */
export function storedValues(
  fields: EntryField[],
  data: Values,
  table: RefTable,
  files: FileTable,
): Values {
  const stored: Values = {};
  for (const field of fields) {
    const { name, attribute, fields: inner } = field;
    const value = data[name];
    if (value === undefined) continue;
    const write = (item: unknown): Values => {
      const part = asRecord(item) ?? {};
      const file = isOfFiles(field) ? fileOf(inner, part, files) : {};
      return { ...storedValues(inner, part, table, files), ...file };
    };
    if (attribute.type === 'relation') {
      const refs = value === null ? [] : z.array(z.string()).parse([value].flat());
      const ids = refs.flatMap((ref) => table.get(attribute.target ?? '')?.get(ref) ?? []);
      stored[name] = isToMany(attribute) ? ids : (ids[0] ?? null);
    } else if (attribute.component && Array.isArray(value)) stored[name] = value.map(write);
    else if (attribute.component && value !== null) stored[name] = write(value);
    else stored[name] = attribute.repeatable ? [] : value;
  }
  return stored;
}

function fileOf(fields: EntryField[], { id }: Values, files: FileTable): Values {
  const media = fields.find(({ attribute }) => attribute.type === 'media');
  return media ? { [media.name]: files.get(String(id)) ?? null } : {};
}
