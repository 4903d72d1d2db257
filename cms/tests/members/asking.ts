import { z } from 'zod';
import type { RunningCms } from '../support/boot.js';
import { createMember, memberToken } from '../support/member.js';

const answerSchema = z.looseObject({
  data: z.unknown().optional(),
  error: z
    .looseObject({
      status: z.number(),
      message: z.string(),
      details: z
        .looseObject({
          version: z.number().optional(),
          errors: z
            .array(
              z.looseObject({
                path: z.array(z.union([z.string(), z.number()])),
                message: z.string(),
              }),
            )
            .optional(),
        })
        .optional(),
    })
    .optional(),
});

const entrySchema = z.looseObject({
  documentId: z.string(),
  version: z.number(),
  reviewState: z.string(),
  live: z.object({ url: z.string().nullable(), since: z.string() }).nullable(),
  may: z.array(z.string()),
  missing: z.array(z.array(z.union([z.string(), z.number()]))),
});
type AnsweredEntry = z.output<typeof entrySchema>;

export interface Answer {
  status: number;
  headers: Headers;
  body: z.output<typeof answerSchema>;
  /** The paths of what is refused, joined with dots. */
  faults: string[];
  /** The answer as an entry; fails when it is none. */
  entry: () => AnsweredEntry;
}

interface Sent {
  body?: unknown;
  headers?: Record<string, string>;
}
export type Ask = (method: string, path: string, sent?: Sent) => Promise<Answer>;

async function readAnswer(response: Response): Promise<Answer> {
  const text = await response.text();
  const body = answerSchema.parse(text === '' ? {} : JSON.parse(text));
  const faults = body.error?.details?.errors?.map(({ path }) => path.join('.')) ?? [];
  const entry = () => entrySchema.parse(body.data);
  return { status: response.status, headers: response.headers, body, faults, entry };
}

/** Asks the routes below an address, as somebody who is signed in or as nobody without a token. */
export function askingAt(cms: RunningCms, root: string, token?: string): Ask {
  return async (method, path, { body, headers = {} } = {}) => {
    const isForm = body instanceof FormData;
    const response = await fetch(cms.url + root + path, {
      method,
      headers: {
        // A busy test would reuse a connection that the server has closed meanwhile.
        connection: 'close',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    });
    return readAnswer(response);
  };
}

/** Asks /api/me as somebody who is signed in, or as nobody without a token. */
export const asking = (cms: RunningCms, token?: string): Ask => askingAt(cms, '/api/me', token);

/** A new member who is signed in. */
export async function signIn(cms: RunningCms, name: string): Promise<{ id: number; ask: Ask }> {
  const id = await createMember(cms.strapi, name);
  return { id, ask: asking(cms, await memberToken(cms.strapi, id)) };
}
