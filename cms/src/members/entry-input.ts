import { z } from 'zod';
import lists from '../../contract/lists.json';
import type { Issue } from '../documents/issues';
import { isOfFiles, isToMany, type EntryField, type FormAttribute } from './entry-form';

const LISTS = new Map<string, string[]>(Object.entries(lists));
const REF = /^SEE-[A-Z]+-\d{3,9}$/;

const text = ({ maxLength = 255, regex }: FormAttribute) =>
  z
    .string('This must be text.')
    .max(maxLength, `This text has at most ${maxLength} characters.`)
    .refine(
      (given) => given === '' || !regex || new RegExp(regex).test(given),
      'This does not have the form it must have.',
    )
    .transform((given) => (given === '' ? null : given));

/** Years of three digits and fewer are slips, and not every database has them. */
const day = () =>
  z.iso
    .date('This must be a day, like 2026-05-31.')
    .refine((given) => given >= '1000', 'This must be a day, like 2026-05-31.');

function number({ type, min, max }: FormAttribute) {
  const limits = [
    ...(min === undefined ? [] : [`from ${min}`]),
    ...(max === undefined ? [] : [`up to ${max}`]),
  ];
  const kind = type === 'integer' ? 'whole number' : 'number';
  const message = ['This must be a', kind, ...limits].join(' ') + '.';
  const any = type === 'integer' ? z.int32(message) : z.number(message);
  return any.min(min ?? -Number.MAX_VALUE, message).max(max ?? Number.MAX_VALUE, message);
}

const oneOf = (values: string[]) => z.enum(values, `Choose one of: ${values.join(', ')}.`);

const isDistinct = (items: unknown[]) => new Set(items).size === items.length;

function choices({ options }: FormAttribute) {
  const values = LISTS.get(options?.list ?? '') ?? [];
  return z
    .array(oneOf(values), 'This must be a list.')
    .refine(isDistinct, 'A value is chosen twice; once is enough.');
}

function refs({ attribute, max }: EntryField) {
  const message = 'This must be the public id of an entry, like SEE-C-001.';
  const ref = z.string(message).regex(REF, message);
  if (!isToMany(attribute)) return ref;
  return z
    .array(ref, 'This must be a list of public ids, like ["SEE-C-001"].')
    .max(max, `At most ${max} fit here.`)
    .refine(isDistinct, 'The same one is named twice; once is enough.');
}

function parts(field: EntryField): z.ZodType {
  const id = 'This must be the id of a file of this entry.';
  const part = z.strictObject(
    { ...(isOfFiles(field) ? { id: z.string(id) } : {}), ...shapeOf(field.fields) },
    { error: 'This must be an object.' },
  );
  if (!field.attribute.repeatable) return part;
  return z.array(part, 'This must be a list.').max(field.max, `At most ${field.max} fit here.`);
}

function schemaOf(field: EntryField): z.ZodType {
  const { attribute } = field;
  if (attribute.customField) return choices(attribute);
  switch (attribute.type) {
    case 'string':
    case 'text':
      return text(attribute);
    case 'integer':
    case 'float':
      return number(attribute);
    case 'boolean':
      return z.boolean('This must be true or false.');
    case 'enumeration':
      return oneOf(attribute.enum ?? []);
    case 'date':
      return day();
    case 'relation':
      return refs(field);
    case 'component':
      return parts(field);
    default:
      throw new Error(`Members cannot write "${field.name}": it is of type ${attribute.type}.`);
  }
}

/** A file is no value: it is sent to a route of its own. */
function shapeOf(fields: EntryField[]): Record<string, z.ZodType> {
  const written = fields.filter(({ attribute }) => attribute.type !== 'media');
  return Object.fromEntries(written.map((field) => [field.name, schemaOf(field).nullish()]));
}

export type EntryInput = Record<string, unknown>;

/** The values that a form takes. A draft may leave out any of them; null empties. */
export function inputSchema(fields: EntryField[]): z.ZodType<EntryInput> {
  return z.strictObject(shapeOf(fields), 'This must be an object with the fields of the form.');
}

/** Every fault that a schema found, each at its own path. */
export function readIssues({ issues }: z.ZodError): Issue[] {
  return issues.flatMap((issue) => {
    const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        path: [...path, key],
        message: `"${key}" is no field that members write; leave it out.`,
      }));
    }
    return [{ path, message: issue.message }];
  });
}
