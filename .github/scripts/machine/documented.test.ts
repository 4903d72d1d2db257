import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { secretVariables } from './secrets.ts';
import { root } from './settings.ts';

const readers = [
  '.github/scripts/machine/settings.ts',
  '.github/scripts/saving/encryption.ts',
  '.github/scripts/testing/find-browser.ts',
  'cms/config/settings.ts',
  'site/publisher/settings.ts',
  'site/publisher/operator/settings.ts',
  'site/publisher/hosted/dispatcher.ts',
];
const ofEveryMachine = ['PATH'];

const textOf = (file: string) => readFileSync(path.join(root, file), 'utf8');

function found(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap(([, name]) => name ?? []);
}

it('the page of settings names every variable that is read, and no other', () => {
  const read = readers.flatMap((file) => [
    ...found(textOf(file), /^ +([A-Z][A-Z_]+):/gm),
    ...found(textOf(file), /\bvariables\.([A-Z_]+)/g),
  ]);
  const wanted = new Set([...read, ...Object.values(secretVariables)]);
  for (const name of ofEveryMachine) wanted.delete(name);
  const rows = textOf('.github/deploy/settings.md').match(/^\| `[^|]*/gm) ?? [];
  const named = rows.flatMap((row) => found(row, /`([A-Z_]+)`/g));
  expect(named.sort()).toEqual([...wanted].sort());
});

it('the page of changes names only what is there', () => {
  const named = found(textOf('.github/changing.md'), /`((?:cms|site|\.github)\/[^`<]*)`/g);
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((name) => !existsSync(path.join(root, name)))).toEqual([]);
});
