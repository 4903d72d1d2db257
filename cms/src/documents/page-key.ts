import type { Core } from '@strapi/strapi';
import { refuse } from './issues';
import { ENGLISH, type Rule } from './write';

/** The site finds its own texts by their key, so two pages must not have the same. */
export function keepPageKeysApart(strapi: Core.Strapi): Rule {
  return async ({ action, model, documentId, locale, data }) => {
    if (model.uid !== 'api::page.page' || locale !== ENGLISH) return undefined;
    if (action !== 'create' && action !== 'update') return undefined;
    if (typeof data.key !== 'string') return undefined;
    const where = {
      key: data.key,
      ...(documentId === undefined ? {} : { documentId: { $ne: documentId } }),
    };
    if ((await strapi.db.query(model.uid).count({ where })) > 0) {
      const message = `Another page has the key "${data.key}"; the site could not tell them apart.`;
      refuse([{ path: ['key'], message }]);
    }
    return undefined;
  };
}
