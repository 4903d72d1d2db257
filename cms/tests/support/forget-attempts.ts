import { createRequire } from 'node:module';
import { z } from 'zod';

const limiterSchema = z.object({ Stores: z.object({ Memory: z.custom<{ cleanAll(): void }>() }) });

/**
 * Strapi counts attempts to sign in for as long as the process runs. A CMS that starts again counts
 * from nothing, and so must the next one that starts in this process.
 */
export function forgetAttempts(): void {
  const strapi = createRequire(import.meta.url).resolve('@strapi/strapi');
  const admin = createRequire(strapi).resolve('@strapi/admin/strapi-server');
  limiterSchema.parse(createRequire(admin)('koa2-ratelimit')).Stores.Memory.cleanAll();
}
