import { createHash } from 'node:crypto';

/** Twelve bytes of SHA-256 over the value, whatever the order of its keys; empty is absent. */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('base64url').slice(0, 16);
}

function canonical(value: unknown): string {
  return JSON.stringify(prune(JSON.parse(JSON.stringify(value ?? null))));
}

function prune(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(prune);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value)
    .map(([key, one]): [string, unknown] => [key, prune(one)])
    .filter(([, one]) => !isEmpty(one))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries);
}

// A field that a later version of the model adds must not make every entry look edited.
function isEmpty(value: unknown): boolean {
  if (value === null || value === false) return true;
  if (typeof value !== 'object') return false;
  return Object.keys(value).length === 0;
}
