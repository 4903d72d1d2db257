import type { Core } from '@strapi/strapi';

type Uid = Parameters<Core.Strapi['db']['queryBuilder']>[0];

/**
 * Writes a JSON attribute of rows that only the system writes. Past `strapi.db.query` on purpose:
 * that would raise `updatedAt`, and the admin would call the entry modified.
 */
export async function storeJson(
  strapi: Core.Strapi,
  uid: Uid,
  where: Record<string, unknown>,
  attribute: string,
  value: unknown,
): Promise<void> {
  await strapi.db
    .queryBuilder(uid)
    .where(where)
    .update({ [attribute]: JSON.stringify(value) })
    .execute();
}
