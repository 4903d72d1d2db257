/** Asks the CMS for rows, page by page, and refuses answers that are not whole. */
import { z } from 'zod';
import { type CmsClient, CmsError } from '../../src/cms/client.ts';
import type { Collection } from '../../src/collections/collection.ts';

const pageSize = 1000;
/** Ids of one query: long enough to be few, short enough for the CMS's limit on a request. */
const batchSize = 100;

const answer = z.object({
  rows: z.array(
    z.looseObject({ documentId: z.string(), locale: z.string().nullish(), stamp: z.string() }),
  ),
  page: z.object({ pageInfo: z.object({ total: z.number() }) }),
});
export type Row = z.infer<typeof answer>['rows'][number];

/** Id → version (stamps of all its languages) of what the CMS has published. */
export async function readVersions(
  client: CmsClient,
  collection: Collection,
): Promise<Map<string, string>> {
  const rows = await readPages(client, `${collection.type} versions`, collection.versions, {});
  return new Map(
    [...Map.groupBy(rows, (row) => row.documentId)].map(([id, group]) => [id, versionOf(group)]),
  );
}

/** Says of a document's rows which state of them it is. */
export function versionOf(rows: readonly Row[]): string {
  return rows
    .map(({ locale, stamp }) => `${locale ?? ''}@${stamp}`)
    .sort()
    .join(' ');
}

/** The rows of these documents by id, all languages; all documents where no ids are given. */
export async function readDocuments(
  client: CmsClient,
  collection: Collection,
  ids: readonly string[] | null,
): Promise<Map<string, Row[]>> {
  const name = `${collection.type} rows`;
  const rows: Row[] = [];
  if (ids === null) rows.push(...(await readPages(client, name, collection.query, {})));
  for (let start = 0; start < (ids?.length ?? 0); start += batchSize) {
    const filters = { documentId: { in: ids?.slice(start, start + batchSize) } };
    rows.push(...(await readPages(client, name, collection.query, { filters })));
  }
  return Map.groupBy(rows, (row) => row.documentId);
}

/** All pages of a query. Throws when the rows are not as many as the CMS says there are. */
async function readPages(
  client: CmsClient,
  name: string,
  document: Collection['query'],
  variables: object,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (;;) {
    const data = await client.request(name, document, {
      ...variables,
      start: rows.length,
      limit: pageSize,
    });
    const parsed = answer.safeParse(data);
    if (!parsed.success) {
      throw new CmsError(
        `The query "${name}" was answered in an unknown shape: ${z.prettifyError(parsed.error)}`,
      );
    }
    rows.push(...parsed.data.rows);
    const { total } = parsed.data.page.pageInfo;
    if (rows.length === total) return rows;
    if (parsed.data.rows.length === 0 || rows.length > total) {
      throw new CmsError(
        `The query "${name}" answered ${String(rows.length)} rows where the CMS counts ${String(total)}.`,
      );
    }
  }
}
