import { ClientError, GraphQLClient } from 'graphql-request';
import type { TadaDocumentNode } from 'gql.tada';
import { print } from 'graphql';

/** The CMS did not answer, or answered something that must not be published. */
export class CmsError extends Error {
  override name = 'CmsError';
}

export type CmsClient = {
  /** Runs a query. Throws CmsError on no answer, on any GraphQL error and on partial data. */
  request: (
    name: string,
    document: TadaDocumentNode<unknown, never>,
    variables: object,
  ) => Promise<unknown>;
};

export function createCmsClient(options: {
  cmsUrl: string;
  token: string;
  timeoutMs?: number;
}): CmsClient {
  const endpoint = new URL('/graphql', options.cmsUrl).href;
  const client = new GraphQLClient(endpoint, {
    headers: { authorization: `Bearer ${options.token}` },
    errorPolicy: 'none',
    fetch: (input, init) => {
      const ask = () =>
        fetch(input, { ...init, signal: AbortSignal.timeout(options.timeoutMs ?? 60_000) });
      // A connection that was kept may be closed by the other side just as it is used again.
      return ask().catch((error: unknown) => {
        if (isClosed(error)) return ask();
        throw error;
      });
    },
  });
  return {
    async request(name, document, variables) {
      try {
        return await client.request<unknown>(print(document), variables);
      } catch (cause) {
        throw new CmsError(`The query "${name}" to ${endpoint} failed: ${reasonOf(cause)}`, {
          cause,
        });
      }
    },
  };
}

const closedCodes = new Set(['UND_ERR_SOCKET', 'ECONNRESET']);

function isClosed(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : null;
  return cause instanceof Error && 'code' in cause && closedCodes.has(String(cause.code));
}

function reasonOf(cause: unknown): string {
  if (cause instanceof ClientError) {
    const messages = cause.response.errors?.map(({ message, path }) =>
      path ? `${message} (at ${path.join('.')})` : message,
    );
    return messages?.join('; ') ?? `the CMS answered with status ${String(cause.response.status)}.`;
  }
  if (cause instanceof Error && cause.name === 'TimeoutError')
    return 'the CMS did not answer in time.';
  const inner =
    cause instanceof Error && cause.cause instanceof Error ? ` (${cause.cause.message})` : '';
  return `the CMS cannot be reached${inner}.`;
}
