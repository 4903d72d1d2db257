/**
 * The forms that members fill in, each from one source: which fields and in what order from the
 * contract, their kinds and limits from the schemas of the CMS.
 */
import { z } from 'zod';
import adaptationForm from '../../../cms/contract/adaptation-form.json';
import lists from '../../../cms/contract/lists.json';
import noticeForm from '../../../cms/contract/notice-form.json';
import practiceForm from '../../../cms/contract/practice-form.json';
import { type Attribute, type Attributes, componentSchemas, typeSchemas } from './schemas.ts';

export type FormType = 'practice' | 'adaptation' | 'notice';

interface Common {
  readonly name: string;
  /** In the short form, or in the full one alone. */
  readonly in: 'short' | 'full';
  readonly isRequired: boolean;
}

export type FormField = Common &
  (
    | { readonly kind: 'text'; readonly limit: number; readonly isLong: boolean }
    | {
        readonly kind: 'number';
        readonly isWhole: boolean;
        readonly min?: number;
        readonly max?: number;
      }
    | { readonly kind: 'date' }
    | { readonly kind: 'yesNo' }
    | { readonly kind: 'choice'; readonly values: readonly string[] }
    | { readonly kind: 'choices'; readonly list: string; readonly values: readonly string[] }
    | {
        readonly kind: 'entries';
        readonly target: string;
        readonly isMany: boolean;
        readonly max: number;
      }
    | { readonly kind: 'part'; readonly fields: readonly FormField[] }
    | { readonly kind: 'parts'; readonly fields: readonly FormField[]; readonly max: number }
    | { readonly kind: 'files'; readonly fields: readonly FormField[]; readonly max: number }
    | { readonly kind: 'file' }
  );

interface FormSection {
  readonly key: string;
  readonly fields: readonly FormField[];
  /** Of these fields one is to be filled in. */
  readonly oneOf: readonly string[];
}

export interface FormDefinition {
  readonly type: FormType;
  /** Fields that the interface sets: the language and the length of the form. */
  readonly settings: readonly FormField[];
  readonly sections: readonly FormSection[];
}

const givenField = z.object({
  name: z.string(),
  in: z.enum(['short', 'full']).optional(),
  required: z.boolean().default(false),
  max: z.number().optional(),
  get fields() {
    return z.array(givenField).optional();
  },
});
type GivenField = z.infer<typeof givenField>;

const givenForm = z.object({
  type: z.enum(['practice', 'adaptation', 'notice']),
  settings: z.array(z.string()).default([]),
  sections: z.array(
    z.object({
      key: z.string(),
      oneOf: z.array(z.string()).default([]),
      fields: z.array(givenField),
    }),
  ),
});

const controlled = z.record(z.string(), z.array(z.string())).parse(lists);
/** Texts longer than this are written in more than one line. */
const oneLine = 120;

export const formDefinitions: Readonly<Record<FormType, FormDefinition>> = {
  practice: define(practiceForm),
  adaptation: define(adaptationForm),
  notice: define(noticeForm),
};

function define(given: unknown): FormDefinition {
  const { type, settings, sections } = givenForm.parse(given);
  const attributes: Attributes = typeSchemas[type];
  return {
    type,
    settings: settings.map((name) => field({ name, required: true }, attributes, 'short')),
    sections: sections.map(({ key, oneOf, fields }) => ({
      key,
      oneOf,
      fields: fields.map((each) => field(each, attributes, 'short')),
    })),
  };
}

function field(given: GivenField, attributes: Attributes, within: 'short' | 'full'): FormField {
  const attribute = attributes[given.name];
  if (!attribute)
    throw new Error(`The form asks for "${given.name}", which the CMS does not store.`);
  const common = { name: given.name, in: given.in ?? within, isRequired: given.required };
  return { ...common, ...kindOf(given, attribute, common.in) };
}

type Kind = FormField extends infer F ? (F extends Common ? Omit<F, keyof Common> : never) : never;

function kindOf(given: GivenField, attribute: Attribute, within: 'short' | 'full'): Kind {
  const { type, min, max } = attribute;
  const limits = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
  switch (type) {
    case 'string':
    case 'text':
      return {
        kind: 'text',
        limit: limitOf(given, attribute),
        isLong: limitOf(given, attribute) > oneLine,
      };
    case 'integer':
      return { kind: 'number', isWhole: true, ...limits };
    case 'float':
      return { kind: 'number', isWhole: false, ...limits };
    case 'date':
      return { kind: 'date' };
    case 'boolean':
      return { kind: 'yesNo' };
    case 'enumeration':
      return { kind: 'choice', values: attribute.enum ?? [] };
    case 'customField':
      return choicesOf(given, attribute);
    case 'relation':
      return entriesOf(given, attribute);
    case 'component':
      return partOf(given, attribute, within);
    case 'media':
      return { kind: 'file' };
    default:
      throw new Error(`The form cannot ask for "${given.name}": it is of the type ${type}.`);
  }
}

function limitOf({ name }: GivenField, { maxLength }: Attribute): number {
  if (maxLength === undefined) throw new Error(`The text "${name}" has no limit in the CMS.`);
  return maxLength;
}

function choicesOf({ name }: GivenField, { options }: Attribute): Kind {
  const values = controlled[options?.list ?? ''];
  if (!options || !values) throw new Error(`"${name}" is of a list that nobody knows.`);
  return { kind: 'choices', list: options.list, values };
}

function entriesOf({ max }: GivenField, { target = '', relation = '' }: Attribute): Kind {
  const isMany = relation.endsWith('Many');
  return {
    kind: 'entries',
    target: target.split('.').at(-1) ?? '',
    isMany,
    max: isMany ? (max ?? 20) : 1,
  };
}

function partOf(given: GivenField, attribute: Attribute, within: 'short' | 'full'): Kind {
  const attributes = componentSchemas[attribute.component ?? ''];
  if (!attributes) throw new Error(`The form knows no parts "${attribute.component ?? ''}".`);
  const fields = (given.fields ?? []).map((each) => field(each, attributes, within));
  const max = given.max ?? 20;
  if (attribute.repeatable !== true) return { kind: 'part', fields };
  const isOfFiles = fields.some(({ kind }) => kind === 'file');
  return { kind: isOfFiles ? 'files' : 'parts', fields, max };
}
