import type { Core } from '@strapi/strapi';
import { z } from 'zod';

/** The languages of the site, named as editors see them; English is the one to write first. */
export const LOCALES = [
  { code: 'en', name: 'English' },
  { code: 'el', name: 'Greek' },
  { code: 'ro', name: 'Romanian' },
  { code: 'it', name: 'Italian' },
  { code: 'sr-Latn', name: 'Serbian (Latin)' },
] as const;

/** What is used of the service of languages, which has no types. */
interface Locales {
  create(locale: { code: string; name: string }): Promise<unknown>;
  update(where: { id: number }, change: { name: string }): Promise<unknown>;
  getDefaultLocale(): Promise<string | null>;
  setDefaultLocale(locale: { code: string }): Promise<unknown>;
}

const localeRow = z.object({ id: z.number(), name: z.string().nullable() }).nullable();

/** Makes the languages of the content exist, under these names. */
export async function syncLocales(strapi: Core.Strapi): Promise<void> {
  const locales: Locales = strapi.plugin('i18n').service('locales');
  for (const { code, name } of LOCALES) {
    const row: unknown = await strapi.db.query('plugin::i18n.locale').findOne({ where: { code } });
    const known = localeRow.parse(row);
    if (!known) await locales.create({ code, name });
    else if (known.name !== name) await locales.update({ id: known.id }, { name });
  }
  if ((await locales.getDefaultLocale()) !== 'en') await locales.setDefaultLocale({ code: 'en' });
}
