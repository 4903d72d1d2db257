import type { Core } from '@strapi/strapi';
import { z } from 'zod';

const profileSchema = z.object({
  documentId: z.string(),
  email: z.string(),
  displayName: z.string().nullable(),
  language: z.string().nullable(),
  city: z
    .object({ ref: z.string() })
    .nullable()
    .transform((city) => city?.ref ?? null),
  organisationText: z.string().nullable(),
  acceptsContact: z.boolean().nullable().transform(Boolean),
  consentVersion: z.string().nullable(),
  consentAt: z.coerce.date().nullable(),
  createdAt: z.coerce.date(),
});

/** What a member sees of the own account. */
export async function readProfile(strapi: Core.Strapi, id: number) {
  const row: unknown = await strapi.db
    .query('plugin::users-permissions.user')
    .findOne({ where: { id }, populate: ['city'] });
  return profileSchema.parse(row);
}
