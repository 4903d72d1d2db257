import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { readPublisher } from './publisher-client';

const fault = z.object({ message: z.string(), entry: z.string().nullable(), at: z.string() });

const statusSchema = z.looseObject({
  state: z.string(),
  release: z.string().nullable(),
  /** The release whose content it has, where it was made again without what was withdrawn. */
  shows: z.string().nullish(),
  lastError: fault.nullable(),
  /** Each entry that stays as it was before while the others are live. */
  heldBack: z.array(fault),
});

export type PublisherStatus = z.output<typeof statusSchema>;

const lastKnown = new WeakMap<Core.Strapi, PublisherStatus>();

/** The publisher's own status, or the sentence that stands for it. */
export async function readStatus(
  strapi: Core.Strapi,
  timeoutMs: number,
): Promise<{ status: PublisherStatus | null; message: string | null }> {
  const publisher = readPublisher(strapi);
  if (!publisher) return { status: null, message: 'No publisher is set up.' };
  try {
    const response = await publisher.get('/status', timeoutMs);
    const status = statusSchema.parse(await response.json());
    lastKnown.set(strapi, status);
    return { status, message: null };
  } catch (error) {
    strapi.log.debug(`The publisher could not be asked for its status: ${String(error)}`);
    return { status: null, message: 'The publisher does not answer.' };
  }
}

/** The status now or, of a publisher too busy to answer, the one before. */
export async function readLatestStatus(
  strapi: Core.Strapi,
  timeoutMs: number,
): Promise<PublisherStatus | null> {
  const { status } = await readStatus(strapi, timeoutMs);
  return status ?? lastKnown.get(strapi) ?? null;
}
