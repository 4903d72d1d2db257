/** What differs between two states of an entry's fields, and how two changes to one entry meet. */
import type { Fields } from '../unknown.ts';

/** True where both say the same: nothing, an empty text and an empty list are one. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(plain(one)) === JSON.stringify(plain(other));
}

/** The names of the fields that `now` says otherwise than `before`. */
export function changedNames(before: Fields, now: Fields): string[] {
  return Object.keys(now).filter((name) => !isSame(before[name], now[name]));
}

export interface Meeting {
  /** Mine, with what only they changed. */
  readonly merged: Fields;
  /** Fields that both changed, each otherwise. */
  readonly conflicts: readonly string[];
}

/** Brings together what was changed here and elsewhere since both were `base`. */
export function meet(base: Fields, mine: Fields, theirs: Fields): Meeting {
  const merged: Record<string, unknown> = { ...mine };
  const conflicts: string[] = [];
  for (const name of Object.keys(mine)) {
    if (isSame(mine[name], theirs[name]) || isSame(base[name], theirs[name])) continue;
    if (isSame(base[name], mine[name])) merged[name] = theirs[name] ?? null;
    else conflicts.push(name);
  }
  return { merged, conflicts };
}

/** Without what says nothing, and with names in one order: what is compared is what is said. */
function plain(value: unknown): unknown {
  if (value === undefined || value === '' || value === null) return null;
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(plain);
  if (typeof value !== 'object') return value;
  const said = Object.entries(value)
    .map(([name, each]): [string, unknown] => [name, plain(each)])
    .filter(([, each]) => each !== null)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return said.length === 0 ? null : Object.fromEntries(said);
}
