import { TYPES } from './editing-models';

/** What editors know a field by. */
export function labelOf(uid: string, field: string): string {
  return TYPES.find((type) => type.uid === uid)?.texts[field]?.[0] ?? field;
}
