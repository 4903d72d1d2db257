import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { rowId } from '../access/row-id';
import { refuse } from '../documents/issues';
import { ACCOUNT, changeAccount } from './account-row';
import type { profileBody } from './account-bodies';

const CITY = 'api::city.city';

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
    .query(ACCOUNT)
    .findOne({ where: { id }, populate: ['city'] });
  return profileSchema.parse(row);
}

const publishedSchema = z.object({ documentId: z.string() }).nullable();

/** The row of a city that stays when it is published again: the English working copy. */
async function findCity(strapi: Core.Strapi, ref: string): Promise<number> {
  const cities = strapi.db.query(CITY);
  const found: unknown = await cities.findOne({ where: { ref, publishedAt: { $notNull: true } } });
  const published = publishedSchema.parse(found);
  if (!published) {
    refuse([{ path: ['city'], message: `There is no published city ${ref}: give its public id.` }]);
  }
  const where = { documentId: published?.documentId, locale: 'en', publishedAt: { $null: true } };
  return rowId(await cities.findOne({ where }));
}

/** @throws ValidationError for a city that readers cannot see */
export async function changeProfile(
  strapi: Core.Strapi,
  id: number,
  { city, organisationText, ...plain }: z.output<typeof profileBody>,
): Promise<void> {
  await changeAccount(strapi, id, {
    ...plain,
    ...(organisationText === undefined ? {} : { organisationText: organisationText || null }),
    ...(city === undefined ? {} : { city: city ? await findCity(strapi, city) : null }),
  });
}
