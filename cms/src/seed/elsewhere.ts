import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { KINDS } from './kinds-in-order';
import type { Elsewhere } from './read-records';

const rows = z.array(z.object({ ref: z.string().nullable(), name: z.string().nullish() }));

/** What the database has already: records of other files may point at it. */
export async function readElsewhere(strapi: Core.Strapi): Promise<Elsewhere> {
  const names = new Map<string, string | null>();
  for (const { uid } of KINDS) {
    const { attributes } = strapi.contentType(uid);
    const select = ['ref', ...('name' in attributes ? ['name'] : [])];
    for (const { ref, name } of rows.parse(await strapi.db.query(uid).findMany({ select }))) {
      if (ref !== null) names.set(ref, name ?? names.get(ref) ?? null);
    }
  }
  return { refs: new Set(names.keys()), nameOf: (ref) => names.get(ref) ?? null };
}
