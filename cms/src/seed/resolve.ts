import { Target, type Fields, type SeedValue } from './target';

/** A relation as the document service takes it. */
interface Relation {
  documentId: string;
  locale?: string;
}

export type Resolved =
  | string
  | number
  | boolean
  | null
  | Relation
  | Resolved[]
  | { [key: string]: Resolved };

export interface ResolvedFields {
  data: Record<string, Resolved>;
  /** Refs that stand for nothing yet; their relations are left out of `data`. */
  unresolved: readonly string[];
}

/** Puts documents in the place of refs. */
export function resolveFields(
  fields: Fields,
  relationTo: (ref: string) => Relation | null,
): ResolvedFields {
  const unresolved: string[] = [];
  const resolve = (value: SeedValue): Resolved => {
    if (value instanceof Target) {
      const relation = relationTo(value.ref);
      if (!relation) unresolved.push(value.ref);
      return relation;
    }
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
  return { data: resolveAll(fields), unresolved };
}
