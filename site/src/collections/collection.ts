import type { TadaDocumentNode } from 'gql.tada';
import type { z } from 'zod';

export type EntryType =
  | 'city'
  | 'challenge'
  | 'methodology'
  | 'practice'
  | 'adaptation'
  | 'notice'
  | 'project'
  | 'strategy'
  | 'instrument'
  | 'network'
  | 'organisation'
  | 'resource'
  | 'glossary-term'
  | 'news-item'
  | 'page';

/** What every stored entry has. `id` is the CMS's documentId; `ref` and `slug` are public. */
export type Entry = {
  readonly id: string;
  readonly ref: string;
  readonly slug: string;
  readonly formerSlugs: readonly string[];
  /** Top-level relations: attribute → document ids, in the editor's order. */
  readonly links: Readonly<Record<string, readonly string[]>>;
};

type Row = { documentId: string; locale: string | null };

/** The site's whole idea of a content type: what it asks the CMS for and what it makes of it. */
export type Collection<E extends Entry = Entry> = {
  readonly type: EntryType;
  /** Asks for one page of rows (all languages) and their total. */
  readonly query: TadaDocumentNode<unknown, never>;
  /** Asks for one page of `documentId locale stamp` and their total. */
  readonly versions: TadaDocumentNode<unknown, never>;
  /** Reads the rows of one document, English first; throws on rows that break the contract. */
  readonly map: (rows: readonly unknown[]) => E;
};

export function defineCollection<E extends Entry, R extends Row>(definition: {
  type: EntryType;
  query: TadaDocumentNode<unknown, never>;
  versions: TadaDocumentNode<unknown, never>;
  row: z.ZodType<R>;
  map: (english: R, others: readonly R[]) => E;
}): Collection<E> {
  const { type, query, versions, row, map } = definition;
  return {
    type,
    query,
    versions,
    map(rows) {
      const parsed = rows.map((each) => row.parse(each));
      const english = parsed.find(({ locale }) => locale === null || locale === 'en');
      if (!english) throw new Error('It is published in another language but not in English.');
      return map(
        english,
        parsed.filter((each) => each !== english),
      );
    },
  };
}
