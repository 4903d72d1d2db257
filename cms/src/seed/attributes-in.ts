import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { AttributesOf } from './check-fields';

const model = z.object({ attributes: z.unknown() });

/** The limits as the booted Strapi knows them. */
export function attributesIn(strapi: Core.Strapi): AttributesOf {
  const models: Record<string, unknown> = { ...strapi.contentTypes, ...strapi.components };
  return (uid) => model.parse(models[uid]).attributes;
}
