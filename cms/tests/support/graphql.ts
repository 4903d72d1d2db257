import { z } from 'zod';
import type { RunningCms } from './boot.js';

// Who is refused at the door is answered by the CMS, with `error` instead of `errors`.
const answerSchema = z.object({
  data: z.unknown().optional(),
  errors: z.array(z.looseObject({ message: z.string() })).default([]),
});

type GraphqlAnswer = z.output<typeof answerSchema> & { status: number };

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
  return { status: response.status, ...answerSchema.parse(await response.json()) };
}
