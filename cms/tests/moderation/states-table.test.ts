import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { renderStates } from './states-table.js';

const RECORD = path.resolve(
  import.meta.dirname,
  '../../../.github/decisions/0029-a-review-is-one-table.md',
);

/** One space between cells: the formatter widens columns. */
const unaligned = (text: string) => text.replace(/ +/g, ' ').replace(/-{3,}/g, '---');

it('stands in the decision record as it is', () => {
  expect(unaligned(readFileSync(RECORD, 'utf8'))).toContain(renderStates());
});
