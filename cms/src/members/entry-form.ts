import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { ReviewedUid } from '../moderation/reviewed-types';
import { FORMS, readGivenField, type GivenField } from './given-forms';

const attributeSchema = z.object({
  type: z.string(),
  component: z.string().optional(),
  repeatable: z.boolean().default(false),
  relation: z.string().optional(),
  target: z.string().optional(),
  maxLength: z.number().optional(),
  regex: z.string().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  enum: z.array(z.string()).optional(),
  customField: z.string().optional(),
  /** Kinds of files that a media attribute takes. */
  allowedTypes: z.array(z.string()).optional(),
  options: z.object({ list: z.string().optional() }).optional(),
});
const modelSchema = z.object({ attributes: z.record(z.string(), z.unknown()) });

/** What the schema of a type says of one attribute. */
export type FormAttribute = z.output<typeof attributeSchema>;

/** One question of a form. */
export interface EntryField {
  name: string;
  attribute: FormAttribute;
  /** Asked in the short form too, or in the full one alone. */
  within: 'short' | 'full';
  isRequired: boolean;
  /** How many items a list may have. */
  max: number;
  /** The questions inside a component. */
  fields: EntryField[];
}

/** What members may write of a type: the form of the contract with what the schema says of it. */
export interface EntryForm {
  uid: ReviewedUid;
  fields: EntryField[];
  /** Groups of fields of which one is to be answered. */
  oneOf: string[][];
}

function readField(
  strapi: Core.Strapi,
  owner: string,
  given: GivenField,
  outer: EntryField['within'],
): EntryField {
  const models: Record<string, unknown> = { ...strapi.contentTypes, ...strapi.components };
  const attribute = attributeSchema.parse(modelSchema.parse(models[owner]).attributes[given.name]);
  const within = given.in ?? outer;
  const { name, required: isRequired, max } = given;
  const inner = attribute.component;
  const fields = inner ? given.fields.map((each) => readField(strapi, inner, each, within)) : [];
  return { name, attribute, within, isRequired, max, fields };
}

function readForm(strapi: Core.Strapi, uid: ReviewedUid): EntryForm {
  const { settings, sections } = FORMS[uid];
  const given = [
    ...settings.map((name) => readGivenField({ name, required: true })),
    ...sections.flatMap(({ fields }) => fields),
  ];
  return {
    uid,
    fields: given.map((field) => readField(strapi, uid, field, 'short')),
    oneOf: sections.flatMap(({ oneOf }) => (oneOf ? [oneOf] : [])),
  };
}

export type EntryForms = (uid: ReviewedUid) => EntryForm;

/** The forms, read once each. */
export function readEntryForms(strapi: Core.Strapi): EntryForms {
  const known = new Map<ReviewedUid, EntryForm>();
  return (uid) => {
    const form = known.get(uid) ?? readForm(strapi, uid);
    known.set(uid, form);
    return form;
  };
}

/** Whether the items of a component are files, which are uploaded one by one. */
export function isOfFiles({ fields }: EntryField): boolean {
  return fields.some(({ attribute }) => attribute.type === 'media');
}

export function isToMany({ relation = '' }: FormAttribute): boolean {
  return relation.endsWith('Many');
}
