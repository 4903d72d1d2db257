/** Every text of the interface is said somewhere: what no code asks for is translated for nobody. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { en } from './en.ts';
import { en as members } from './members/en.ts';

const source = join(import.meta.dirname, '..');
const code = globSync('**/*.{ts,astro}', { cwd: source })
  .filter((file) => !/(^|\/)i18n\/(members\/)?\w+\.ts$|\.test\.ts$/.test(file))
  .map((file) => readFileSync(join(source, file), 'utf8'))
  .join('\n');

/** Keys that are put together: `list.facet.${key}` stands for every key of that form. */
const forms = [...code.matchAll(/`((?:[\w.-]|\$\{[^`{}]*\})+)`/g)].flatMap(([, text = '']) => {
  const parts = text.split(/\$\{[^}]*\}/);
  const isKey = parts.length > 1 && parts.some((part) => /\w\.|\.\w/.test(part));
  const form = parts.map((part) => part.replaceAll('.', '\\.')).join('[\\w.-]+');
  return isKey ? [new RegExp(`^${form}$`)] : [];
});

it.each([
  ['the pages', en],
  ['the members’ section', members],
])('asks for every text of %s', (_, texts) => {
  const unused = Object.keys(texts).filter(
    (key) => !code.includes(`'${key}'`) && !forms.some((form) => form.test(key)),
  );
  expect(unused).toEqual([]);
});
