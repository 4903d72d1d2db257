import { unknownValue } from '../urls.ts';

/** The value of a facet, or none where it is not known. */
export function known(value: string | null | undefined): string[] {
  return value === null || value === undefined || value === unknownValue ? [] : [value];
}
