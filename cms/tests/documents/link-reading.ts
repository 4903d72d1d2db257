import { isIdList, type LinkTree } from '../../src/documents/links/link-tree.js';
import { asRecord } from '../../src/documents/values.js';

/** The populate with which the relations that a tree names are read. */
export function populateLike(tree: LinkTree): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(tree).map(([name, value]): [string, unknown] => {
      if (Array.isArray(value) && isIdList(value)) return [name, true];
      const trees = Array.isArray(value) ? value : [value];
      return [name, { populate: trees.flatMap((inner) => Object.keys(inner)) }];
    }),
  );
}

function readIds(value: unknown): string[] {
  const items: unknown[] = Array.isArray(value) ? value : [value];
  return items.flatMap((item) => {
    const id = asRecord(item)?.documentId;
    return typeof id === 'string' ? [id] : [];
  });
}

/** The relations of an entry, in the form of the tree that they should be. */
export function readLike(tree: LinkTree, entry: unknown): Record<string, unknown> {
  const values = asRecord(entry) ?? {};
  return Object.fromEntries(
    Object.entries(tree).map(([name, value]): [string, unknown] => {
      const found = values[name];
      if (Array.isArray(value) && isIdList(value)) return [name, readIds(found)];
      if (!Array.isArray(value)) return [name, readLike(value, found)];
      const items: unknown[] = Array.isArray(found) ? found : [];
      const sample = Object.fromEntries(value.flatMap((inner) => Object.entries(inner)));
      return [name, items.map((item) => omitEmpty(readLike(sample, item)))];
    }),
  );
}

function omitEmpty(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).filter(([, ids]) => Array.isArray(ids) && ids.length > 0),
  );
}
