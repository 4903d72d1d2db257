import { isList, links as linkTree, type Links } from '../../src/collections/fields.ts';
import type { LinkRow } from '../../src/snapshot/writer.ts';

type Row = { readonly locale?: string | null | undefined; readonly links?: unknown };

/** Every relation of a document as flat rows: `members.city` for one inside a component. */
export function linkRows(rows: readonly Row[]): LinkRow[] {
  const english = rows.find(
    ({ locale }) => locale === null || locale === undefined || locale === 'en',
  );
  const targets = new Map<string, string[]>();
  const walk = (tree: Links, prefix: string): void => {
    for (const [attribute, value] of Object.entries(tree)) {
      const path = prefix === '' ? attribute : `${prefix}.${attribute}`;
      for (const member of isList(value) ? value : [value]) {
        if (typeof member === 'string') targets.set(path, [...(targets.get(path) ?? []), member]);
        else walk(member, path);
      }
    }
  };
  walk(linkTree.parse(english?.links), '');
  return [...targets].flatMap(([attribute, ids]) =>
    ids.map((target, position) => ({ attribute, position, target })),
  );
}
