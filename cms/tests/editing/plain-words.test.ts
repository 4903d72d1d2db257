import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { PLAIN_WORDS } from '../../src/admin/plain-words';

const source = path.join(import.meta.dirname, '../../src');
const schemas = globSync(['api/*/content-types/*/schema.json', 'components/*/*.json'], {
  cwd: source,
}).map((file) => readFileSync(path.join(source, file), 'utf8'));

/** Each pattern of a field, and the words that tell an editor of it. */
const TOLD = new Map([
  ['^https?://\\\\S+$', 'starts with https://'],
  ['^\\\\d{4}(-\\\\d{2}(-\\\\d{2})?)?$', 'A date is 2014, 2014-09 or 2014-09-29.'],
  ['^[a-z0-9]+(-[a-z0-9]+)*$', 'small letters a to z, digits and hyphens'],
]);

test('whoever writes in a form that is not taken reads which forms there are', () => {
  const patterns = schemas.flatMap((schema) =>
    [...schema.matchAll(/"regex": "(.+)"/g)].flatMap(([, pattern]) => pattern ?? []),
  );
  expect(new Set(patterns)).toEqual(new Set(TOLD.keys()));
  const words = PLAIN_WORDS['components.Input.error.validation.regex'];
  for (const told of TOLD.values()) expect(words).toContain(told);
});
