import type { ContentFile, Row } from './content-file.ts';

const tables = [
  'cities',
  'challenges',
  'methodologies',
  'instruments',
  'projects',
  'organisations',
  'resources',
  'practices',
] as const;
export type TargetTable = (typeof tables)[number];

/** A document that a relation can lead to: the row of its draft and of what is published. */
export interface Target {
  readonly documentId: string;
  readonly slug: string;
  readonly name: string;
  readonly draft: number;
  readonly published: number;
}

/** What the relations of a practice can lead to, in the order of their public ids. */
export class Targets {
  readonly #byTable = new Map<TargetTable, Target[]>();

  constructor(content: ContentFile) {
    for (const table of tables) this.#byTable.set(table, readTargets(content, table));
  }

  of(table: TargetTable): readonly Target[] {
    return this.#byTable.get(table) ?? [];
  }

  add(table: TargetTable, target: Target): void {
    this.#byTable.get(table)?.push(target);
  }
}

function readTargets(content: ContentFile, table: TargetTable): Target[] {
  const rows = content.rows(
    `SELECT * FROM ${table} WHERE coalesce(locale, 'en') = 'en' ORDER BY length(ref), ref`,
  );
  return [...Map.groupBy(rows, (each) => String(each.document_id))].flatMap(
    ([documentId, versions]) => {
      const published = versions.find((each) => each.published_at !== null);
      if (!published) return [];
      // A type without drafts has one row for both.
      const draft = versions.find((each) => each.published_at === null) ?? published;
      return {
        documentId,
        slug: String(published.slug ?? ''),
        name: nameOf(published),
        draft: Number(draft.id),
        published: Number(published.id),
      };
    },
  );
}

function nameOf({ name, title }: Row): string {
  return String(name ?? title ?? '');
}
