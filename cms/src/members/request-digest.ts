import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';

type Context = Parameters<Core.ControllerHandler>[0];

const fileSchema = z.object({ filepath: z.string() });
const filesSchema = z.record(z.string(), z.union([fileSchema, z.array(fileSchema)]));

/** What tells a request from another one that was sent with the same key. */
export async function digestRequest(ctx: Context): Promise<string> {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([ctx.method, ctx.path, ctx.request.body ?? null]));
  const files = Object.values(filesSchema.parse(ctx.request.files ?? {})).flat();
  for (const { filepath } of files) {
    for await (const piece of createReadStream(filepath))
      hash.update(z.instanceof(Buffer).parse(piece));
  }
  return hash.digest('hex');
}
