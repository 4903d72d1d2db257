import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { Issue } from '../documents/issues';
import type { LinkTree } from '../documents/links/link-tree';
import { asRecord, type Path } from '../documents/values';
import type { EntryField } from './entry-form';

const rowsSchema = z.array(z.object({ documentId: z.string(), ref: z.string().nullable() }));

/** documentId → ref, or ref → documentId; by uid of the target. */
export type RefTable = Map<string, Map<string, string>>;

interface Found {
  target: string;
  value: string;
  path: Path;
}

const textsIn = (value: unknown): [string, Path][] => {
  if (typeof value === 'string') return [[value, []]];
  if (!Array.isArray(value)) return [];
  return value.flatMap((item, index): [string, Path][] =>
    typeof item === 'string' ? [[item, [index]]] : [],
  );
};

/** Every value of a relation, also inside components, in a tree that follows the form. */
function findTargets(fields: EntryField[], tree: unknown, path: Path = []): Found[] {
  const values = asRecord(tree) ?? {};
  return fields.flatMap(({ name, attribute, fields: inner }): Found[] => {
    const value = values[name];
    const at = [...path, name];
    if (attribute.type === 'relation') {
      const { target = '' } = attribute;
      return textsIn(value).map(([text, place]) => ({
        target,
        value: text,
        path: [...at, ...place],
      }));
    }
    if (!Array.isArray(value)) return findTargets(inner, value, at);
    return value.flatMap((item, index) => findTargets(inner, item, [...at, index]));
  });
}

async function findRows(
  strapi: Core.Strapi,
  found: Found[],
  key: 'ref' | 'documentId',
  isPublished: boolean,
): Promise<RefTable> {
  const table: RefTable = new Map();
  for (const uid of new Set(found.map(({ target }) => target))) {
    const values = found.flatMap(({ target, value }) => (target === uid ? [value] : []));
    // A type without drafts publishes whatever it stores.
    const rows: unknown = await strapi.db.query(uid).findMany({
      select: ['documentId', 'ref'],
      where: {
        [key]: { $in: [...new Set(values)] },
        ...(isPublished ? { publishedAt: { $notNull: true } } : {}),
      },
    });
    const pairs = rowsSchema.parse(rows).map(({ documentId, ref }): [string, string] => {
      const pair: [string, string] = [documentId, ref ?? ''];
      return key === 'ref' ? [pair[1], pair[0]] : pair;
    });
    table.set(uid, new Map(pairs));
  }
  return table;
}

/** The documents that refs lead to, with a fault for each that readers cannot see. */
export async function resolveRefs(
  strapi: Core.Strapi,
  fields: EntryField[],
  data: unknown,
): Promise<{ table: RefTable; issues: Issue[] }> {
  const found = findTargets(fields, data);
  const table = await findRows(strapi, found, 'ref', true);
  const issues = found
    .filter(({ target, value }) => !table.get(target)?.has(value))
    .map(({ value, path }) => ({
      path,
      message: `There is no published entry ${value} that fits here.`,
    }));
  return { table, issues };
}

/** The refs of what stored links lead to. */
export async function nameLinks(
  strapi: Core.Strapi,
  fields: EntryField[],
  trees: LinkTree[],
): Promise<RefTable> {
  const found = trees.flatMap((tree) => findTargets(fields, tree));
  return findRows(strapi, found, 'documentId', false);
}
