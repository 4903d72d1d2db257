import { z } from 'zod';
import { Target, type Fields, type SeedValue } from './target';

/** Answers the attributes of a content type or component, as its schema.json has them. */
export type AttributesOf = (uid: string) => unknown;

interface Finding {
  path: (string | number)[];
  message: string;
}

const attributeSchema = z.looseObject({
  type: z.string(),
  maxLength: z.number().optional(),
  regex: z.union([z.string(), z.instanceof(RegExp)]).optional(),
  min: z.coerce.number().optional(),
  max: z.coerce.number().optional(),
  enum: z.array(z.string()).optional(),
  required: z.boolean().optional(),
  component: z.string().optional(),
});
type Attribute = z.output<typeof attributeSchema>;
const attributesSchema = z.record(z.string(), attributeSchema);

/** Holds the fields of a record against the limits of schema.json, before anything is written. */
export function checkFields(uid: string, fields: Fields, attributesOf: AttributesOf): Finding[] {
  const attributes = attributesSchema.parse(attributesOf(uid));
  const unknown = Object.keys(fields)
    .filter((name) => !(name in attributes))
    .map((name) => ({ path: [name], message: `${uid} has no such field.` }));
  const wrong = Object.entries(attributes).flatMap(([name, attribute]) => {
    const value = fields[name] ?? null;
    return checkValue(attribute, value, attributesOf).map((finding) => ({
      ...finding,
      path: [name, ...finding.path],
    }));
  });
  return [...unknown, ...wrong];
}

function checkValue(attribute: Attribute, value: SeedValue, attributesOf: AttributesOf): Finding[] {
  if (value === null) {
    return attribute.required ? [{ path: [], message: 'must be given.' }] : [];
  }
  if (attribute.component !== undefined) {
    return checkComponent(attribute.component, value, attributesOf);
  }
  const message = complaint(attribute, value);
  return message === null ? [] : [{ path: [], message }];
}

function checkComponent(uid: string, value: SeedValue, attributesOf: AttributesOf): Finding[] {
  if (Array.isArray(value)) {
    return value.flatMap((one: SeedValue, index) =>
      checkComponent(uid, one, attributesOf).map((finding) => ({
        ...finding,
        path: [index, ...finding.path],
      })),
    );
  }
  if (!isFields(value)) return [{ path: [], message: `must be made of the fields of ${uid}.` }];
  return checkFields(uid, value, attributesOf);
}

function isFields(value: SeedValue): value is Fields {
  return (
    value !== null &&
    typeof value === 'object' &&
    !Array.isArray(value) &&
    !(value instanceof Target)
  );
}

function complaint(attribute: Attribute, value: SeedValue): string | null {
  if (typeof value === 'string') return complaintAboutText(attribute, value);
  if (typeof value === 'number') return complaintAboutNumber(attribute, value);
  return null;
}

function complaintAboutText({ maxLength, regex, enum: values }: Attribute, value: string) {
  if (maxLength !== undefined && value.length > maxLength) {
    return `has ${value.length} characters; ${maxLength} are allowed.`;
  }
  if (regex !== undefined && !new RegExp(regex).test(value))
    return `"${value}" has the wrong form.`;
  if (values && !values.includes(value)) return `"${value}" is none of ${values.join(', ')}.`;
  return null;
}

function complaintAboutNumber({ type, min, max }: Attribute, value: number) {
  if (['integer', 'biginteger'].includes(type) && !Number.isInteger(value)) {
    return `${value} must be a whole number.`;
  }
  if (min !== undefined && value < min) return `${value} is less than ${min}.`;
  if (max !== undefined && value > max) return `${value} is more than ${max}.`;
  return null;
}
