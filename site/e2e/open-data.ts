import type { APIRequestContext } from '@playwright/test';
import { z } from 'zod';

const record = z.looseObject({ ref: z.string(), url: z.string().nullable() });

export type OpenRecord = z.output<typeof record>;

/** A list of the open data, as the site serves it. */
export async function readList(request: APIRequestContext, list: string): Promise<OpenRecord[]> {
  const answer = await request.get(`/data/${list}.json`);
  return z
    .array(record)
    .min(1)
    .parse(await answer.json());
}

export function pathOf({ url }: OpenRecord): string {
  if (url === null) throw new Error('This record has no page.');
  return new URL(url).pathname;
}
