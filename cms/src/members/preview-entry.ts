import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { Settings } from '../../config/settings';
import { LOCALES } from '../editing/locales';
import { readGiven } from '../publishing/given';
import { previewAddress } from '../publishing/preview-link';
import { placeOf, type Handle } from './entry-handlers';
import { findOwn } from './own-entries';

const querySchema = z.strictObject({
  locale: z.enum(LOCALES.map(({ code }) => code)).default('en'),
});

/** Answers where a member sees the entry as a page of the site; null where no publisher runs. */
export function previewEntry(strapi: Core.Strapi): Handle {
  return async (ctx, member, form) => {
    const { documentId } = await findOwn(strapi, form, member, placeOf(ctx));
    const { locale } = readGiven(querySchema, ctx.query);
    const settings: Settings = strapi.config.get('settings');
    const type = strapi.contentType(form.uid).info.singularName;
    const url = previewAddress(settings, { type, documentId, locale }, Date.now()) ?? null;
    ctx.body = { data: { url } };
  };
}
