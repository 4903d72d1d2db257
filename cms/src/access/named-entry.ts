import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { mayWithEntry } from './entry-permission';

type Context = Parameters<Core.ControllerHandler>[0];

const stateSchema = z.object({ userAbility: z.unknown() });
const placeSchema = z.union([
  z.object({ model: z.string(), sourceId: z.string() }),
  z
    .object({ contentType: z.string(), documentId: z.string() })
    .transform(({ contentType, documentId }) => ({ model: contentType, sourceId: documentId })),
]);

/**
 * Whether somebody may read the entry that is to be copied or shown as readers will see it. Strapi
 * asks only whether the person may make, or see, any entry.
 */
export async function mayReadNamed(
  ctx: Context,
  _config: unknown,
  { strapi }: { strapi: Core.Strapi },
): Promise<boolean> {
  const { data: place } = placeSchema.safeParse({ ...ctx.request.query, ...ctx.params });
  // What names none, or none of a type that there is, Strapi refuses by itself.
  if (!place || !Object.hasOwn(strapi.contentTypes, place.model)) return true;
  const { userAbility } = stateSchema.parse(ctx.state);
  return mayWithEntry(strapi, userAbility, 'read', place.model, place.sourceId);
}
