import type { Core } from '@strapi/strapi';
import { z } from 'zod';

const attributeSchema = z.object({
  type: z.string(),
  component: z.string().optional(),
  repeatable: z.boolean().optional(),
  target: z.string().optional(),
  maxLength: z.number().optional(),
  customField: z.string().optional(),
  options: z.object({ list: z.string().optional() }).optional(),
  pluginOptions: z
    .object({
      i18n: z.object({ localized: z.boolean().optional() }).optional(),
      see: z.object({ requiredInEnglish: z.boolean().optional() }).optional(),
    })
    .optional(),
});

const modelSchema = z.object({
  uid: z.string(),
  options: z.object({ draftAndPublish: z.boolean().optional() }).optional(),
  pluginOptions: attributeSchema.shape.pluginOptions,
  attributes: z.record(z.string(), attributeSchema),
});

export type Attribute = z.infer<typeof attributeSchema>;

/** A content type or component, reduced to what the document rules ask of it. */
export interface Model {
  uid: string;
  isLocalised: boolean;
  hasDrafts: boolean;
  attributes: Record<string, Attribute>;
}

export type Models = (uid: string) => Model;

/** The models of a Strapi, parsed once each. Lazy: custom fields are resolved after `register`. */
export function readModels(strapi: Core.Strapi): Models {
  const known = new Map<string, Model>();
  return (uid) => {
    const found = known.get(uid);
    if (found) return found;
    const sources: Record<string, unknown> = { ...strapi.contentTypes, ...strapi.components };
    const parsed = modelSchema.parse(sources[uid]);
    const model = {
      uid,
      isLocalised: parsed.pluginOptions?.i18n?.localized === true,
      hasDrafts: parsed.options?.draftAndPublish === true,
      attributes: parsed.attributes,
    };
    known.set(uid, model);
    return model;
  };
}

/** In a localised type: whether an attribute has a value of its own in each language. */
export function isLocalisedAttribute(attribute: Attribute): boolean {
  return attribute.type === 'relation' || attribute.pluginOptions?.i18n?.localized === true;
}
