import type { RunningCms } from './boot.js';

export interface GraphqlAnswer {
  status: number;
  data: unknown;
  errors: { message: string }[];
}

export function buildToken(cms: RunningCms): string {
  return cms.env.SEE_BUILD_TOKEN ?? '';
}

/** Asks as the build does, unless other headers are given. */
export async function askGraphql(
  cms: RunningCms,
  query: string,
  variables: Record<string, unknown> = {},
  headers: Record<string, string> = { authorization: `Bearer ${buildToken(cms)}` },
): Promise<GraphqlAnswer> {
  const response = await fetch(`${cms.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const body: unknown = await response.json();
  const answer = typeof body === 'object' && body !== null ? body : {};
  return {
    status: response.status,
    data: 'data' in answer ? answer.data : undefined,
    errors: 'errors' in answer && Array.isArray(answer.errors) ? answer.errors : [],
  };
}
