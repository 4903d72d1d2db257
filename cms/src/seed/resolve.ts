import { Target, type Fields, type SeedValue } from './target';

/** A relation as the document service takes it. */
interface Relation {
  documentId: string;
  locale?: string;
}

export type Resolved =
  string | number | boolean | null | Relation | Resolved[] | { [key: string]: Resolved };

/** Puts documents in the place of refs; a ref that stands for nothing is left out. */
export function resolveFields(
  fields: Fields,
  relationTo: (ref: string) => Relation | null,
): Record<string, Resolved> {
  const resolve = (value: SeedValue): Resolved => {
    if (value instanceof Target) return relationTo(value.ref);
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) {
      return value.map((one: SeedValue) => resolve(one)).filter((one) => one !== null);
    }
    return resolveAll(value);
  };
  const resolveAll = (values: object): Record<string, Resolved> =>
    Object.fromEntries(
      Object.entries(values).map(([key, one]: [string, SeedValue]) => [key, resolve(one)]),
    );
  return resolveAll(fields);
}
