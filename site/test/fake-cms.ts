/**
 * A CMS for fast tests: the real contract (SDL) answered by graphql-js from rows in memory. It
 * checks the token, validates every query against the contract, and can be told to fail.
 */
import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { buildSchema, graphql, type GraphQLSchema } from 'graphql';
import { z } from 'zod';
import type { WorldRow } from './world.ts';

type Change = {
  sequence: number;
  type: string;
  documentId: string;
  change: 'publish' | 'unpublish' | 'delete' | 'media' | 'erase';
};

type Fault = 'none' | 'down' | 'errors' | 'partial' | 'counts';

export type FakeCms = {
  readonly url: string;
  readonly token: string;
  /** Rows by GraphQL field: `cities`, `newsItems` … */
  rows: Record<string, WorldRow[]>;
  fault: Fault;
  /** Rows as editors have them now, where they differ from what is published. */
  drafts: Record<string, WorldRow[]>;
  /** What the outbox holds; null stands for a CMS that has none. */
  changes: Change[] | null;
  /** Uploaded files by path. */
  readonly files: Map<string, Buffer>;
  /** Names of the operations asked so far. */
  readonly asked: string[];
  stop: () => Promise<void>;
};

/** What requests of the publisher are signed with. */
export const publishSecret = 'a-secret-of-tests-0123456789abcdef';

/** The filters that the site's queries use. */
type Filters = {
  documentId?: { in: string[] } | undefined;
  hidden?: { ne?: boolean | undefined; null?: boolean | undefined } | undefined;
  and?: Filters[] | undefined;
  or?: Filters[] | undefined;
};
const filterTree: z.ZodType<Filters> = z.lazy(() =>
  z.strictObject({
    documentId: z.object({ in: z.array(z.string()) }).optional(),
    hidden: z.strictObject({ ne: z.boolean(), null: z.boolean() }).partial().optional(),
    and: z.array(filterTree).optional(),
    or: z.array(filterTree).optional(),
  }),
);
const pageArguments = z.object({
  filters: filterTree.nullish(),
  pagination: z.object({ start: z.number(), limit: z.number() }).partial().optional(),
});
const payload = z.object({
  query: z.string(),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
});

export async function startFakeCms(rows: Record<string, WorldRow[]>): Promise<FakeCms> {
  const contract = new URL('../../cms/contract/schema.graphql', import.meta.url);
  const schema = buildSchema(await readFile(contract, 'utf8'));
  const token = 'fake-build-token-0123456789abcdef0123456789abcdef';
  const asked: string[] = [];
  const files = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    void (async () => {
      if (request.method === 'GET' && !request.url?.startsWith('/api/')) {
        const file = files.get(request.url ?? '');
        response.writeHead(file ? 200 : 404).end(file);
        return;
      }
      const chunks: Buffer[] = [];
      for await (const chunk of request)
        chunks.push(Buffer.from(z.instanceof(Uint8Array).parse(chunk)));
      const rawBody = Buffer.concat(chunks).toString();
      if (request.url?.startsWith('/api/publishing/')) {
        const { status, body } = await answerPublisher(schema, cms, request, rawBody);
        response
          .writeHead(status, { 'content-type': 'application/json' })
          .end(body === undefined ? undefined : JSON.stringify(body));
        return;
      }
      if (request.headers.authorization !== `Bearer ${token}`) {
        response.writeHead(403).end();
        return;
      }
      const { query, variables } = payload.parse(JSON.parse(rawBody));
      asked.push(/query (\w+)/.exec(query)?.[1] ?? '');
      const result = await answer(schema, cms, query, variables ?? {});
      response
        .writeHead(200, { 'content-type': 'application/graphql-response+json' })
        .end(JSON.stringify(result));
    })();
  });
  const cms: FakeCms = {
    url: await listen(server),
    token,
    rows,
    drafts: {},
    changes: null,
    fault: 'none',
    files,
    asked,
    stop: () => close(server),
  };
  return cms;
}

/** What the publisher asks beside GraphQL, signed; as the CMS answers it. */
async function answerPublisher(
  schema: GraphQLSchema,
  cms: FakeCms,
  request: IncomingMessage,
  rawBody: string,
): Promise<{ status: number; body?: unknown }> {
  const { method = '', url = '', headers } = request;
  const timestamp = String(headers['x-see-timestamp']);
  const signature = createHmac('sha256', publishSecret)
    .update(`${timestamp}.${method}.${url}.${rawBody}`)
    .digest('hex');
  if (headers['x-see-signature'] !== signature) return { status: 403 };
  if (url === '/api/publishing/drafts') {
    const { query, variables } = payload.parse(JSON.parse(rawBody));
    const withDrafts = { ...cms, rows: { ...cms.rows, ...cms.drafts } };
    return { status: 200, body: await answer(schema, withDrafts, query, variables ?? {}) };
  }
  if (cms.changes === null) return { status: 404 };
  if (method === 'GET') {
    return {
      status: 200,
      body: {
        data: cms.changes,
        meta: { more: false },
        epoch: 'first',
        mail: { waiting: 0, oldestAt: null },
      },
    };
  }
  const { sequences } = done.parse(JSON.parse(rawBody));
  cms.changes = cms.changes.filter(({ sequence }) => !sequences.includes(sequence));
  return { status: 204 };
}

const done = z.object({
  sequences: z.array(z.number()),
  release: z.string(),
  at: z.iso.datetime(),
});

async function answer(
  schema: GraphQLSchema,
  cms: FakeCms,
  source: string,
  variables: Record<string, unknown>,
) {
  if (cms.fault === 'errors')
    return { errors: [{ message: 'The database is locked.', path: ['rows'] }], data: null };
  const result = await graphql({
    schema,
    source,
    variableValues: variables,
    rootValue: {},
    fieldResolver: (parent: Record<string, unknown>, args, _context, info) => {
      if (info.path.prev !== undefined) return parent[info.fieldName];
      const isCount = info.fieldName.endsWith('_connection');
      const field = info.fieldName.replace(/_connection$/, '');
      const { filters, pagination } = pageArguments.parse(args);
      const all = (cms.rows[field] ?? [])
        .filter((row) => passes(row, filters ?? {}))
        .sort((one, other) => keyOf(one).localeCompare(keyOf(other)));
      if (isCount) return { pageInfo: { total: all.length + (cms.fault === 'counts' ? 1 : 0) } };
      const start = pagination?.start ?? 0;
      return all.slice(start, start + (pagination?.limit ?? 10));
    },
  });
  if (cms.fault === 'partial')
    return { ...result, errors: [{ message: 'Forbidden access', path: ['rows', 0] }] };
  return result;
}

/** As SQL compares: what is empty is neither equal nor unequal to a value. */
function passes(row: WorldRow, { documentId, hidden, and, or }: Filters): boolean {
  const value = row.hidden ?? null;
  return [
    documentId === undefined || documentId.in.includes(row.documentId),
    hidden?.ne === undefined || (value !== null && value !== hidden.ne),
    hidden?.null === undefined || (value === null) === hidden.null,
    and === undefined || and.every((each) => passes(row, each)),
    or === undefined || or.some((each) => passes(row, each)),
  ].every(Boolean);
}

const keyOf = (row: WorldRow) => `${row.documentId} ${row.locale ?? ''}`;

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The fake CMS has no port.');
  return `http://127.0.0.1:${address.port}`;
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
