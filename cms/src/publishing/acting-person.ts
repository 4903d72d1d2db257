import type { Core } from '@strapi/strapi';
import { z } from 'zod';

const staffState = z.object({
  auth: z.object({ strategy: z.object({ name: z.literal('admin') }) }),
  user: z.object({ firstname: z.string().nullish(), lastname: z.string().nullish() }),
});

/** Name of the member of staff whose request is being answered; "system" for everything else. */
export function actingPerson(strapi: Core.Strapi): string {
  const { data } = staffState.safeParse(strapi.requestContext.get()?.state);
  if (!data) return 'system';
  const name = [data.user.firstname, data.user.lastname].filter(Boolean).join(' ').trim();
  return name === '' ? 'staff' : name;
}
