import type { Core } from '@strapi/strapi';
import type { AttributesOf } from './check-fields';

/** The limits as the booted Strapi knows them. */
export function attributesIn(strapi: Core.Strapi): AttributesOf {
  const models = new Map(
    [...Object.values(strapi.contentTypes), ...Object.values(strapi.components)].map((model) => [
      String(model.uid),
      model.attributes,
    ]),
  );
  return (uid) => models.get(uid);
}
