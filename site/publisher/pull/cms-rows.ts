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

/**
 * The rows of these documents by id, all languages, page by page; all documents where no ids are
 * given. The CMS works on a page while the one before is taken in.
 */
export async function* readDocuments(
  client: CmsClient,
  collection: Collection,
  ids: readonly string[] | null,
): AsyncGenerator<ReadonlyMap<string, Row[]>> {
  const name = `${collection.type} rows`;
  if (ids === null) yield* wholeDocuments(pagesOf(client, name, collection.query, {}));
  for (let start = 0; start < (ids?.length ?? 0); start += batchSize) {
    const filters = { documentId: { in: ids?.slice(start, start + batchSize) } };
    yield* wholeDocuments(pagesOf(client, name, collection.query, { filters }));
  }
}

/** Rows come sorted by document; the last one of a page may go on in the next. */
async function* wholeDocuments(
  pages: AsyncIterable<readonly Row[]>,
): AsyncGenerator<ReadonlyMap<string, Row[]>> {
  let rest: Row[] = [];
  for await (const page of pages) {
    const rows = [...rest, ...page];
    const last = rows.at(-1)?.documentId;
    const end = rows.findIndex(({ documentId }) => documentId === last);
    rest = rows.slice(Math.max(0, end));
    if (end > 0) yield Map.groupBy(rows.slice(0, end), (row) => row.documentId);
  }
  if (rest.length > 0) yield Map.groupBy(rest, (row) => row.documentId);
}

async function readPages(...question: Parameters<typeof pagesOf>): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const page of pagesOf(...question)) rows.push(...page);
  return rows;
}

/** All pages of a query. Throws when the rows are not as many as the CMS says there are. */
async function* pagesOf(
  client: CmsClient,
  name: string,
  document: Collection['query'],
  variables: object,
): AsyncGenerator<readonly Row[]> {
  const ask = (start: number) => {
    const asked = readPage(client, name, document, { ...variables, start, limit: pageSize });
    // Whoever waits for it hears of a failure; nobody does after a failure of another kind.
    asked.catch(() => undefined);
    return asked;
  };
  let next = ask(0);
  for (let count = 0; ;) {
    const { rows, total } = await next;
    count += rows.length;
    if (count < total && rows.length > 0) next = ask(count);
    yield rows;
    if (count === total) return;
    if (rows.length === 0 || count > total) {
      throw new CmsError(
        `The query "${name}" answered ${String(count)} rows where the CMS counts ${String(total)}.`,
      );
    }
  }
}

async function readPage(
  client: CmsClient,
  name: string,
  document: Collection['query'],
  variables: object,
): Promise<{ rows: readonly Row[]; total: number }> {
  const parsed = answer.safeParse(await client.request(name, document, variables));
  if (!parsed.success) {
    throw new CmsError(
      `The query "${name}" was answered in an unknown shape: ${z.prettifyError(parsed.error)}`,
    );
  }
  return { rows: parsed.data.rows, total: parsed.data.page.pageInfo.total };
}
