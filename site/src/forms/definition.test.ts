import { expect, it } from 'vitest';
import { formText, valueText } from '../i18n/form/form-text.ts';
import { formTexts } from '../i18n/form/en.ts';
import { type FormField, formDefinitions } from './definition.ts';

const forms = Object.values(formDefinitions);

/** Every field with the key of its words, deep down. */
function keysOf(prefix: string, fields: readonly FormField[]): [string, FormField][] {
  return fields.flatMap((field): [string, FormField][] => {
    const key = `${prefix}.${field.name}`;
    return [[key, field], ...('fields' in field ? keysOf(key, field.fields) : [])];
  });
}

const all = forms.flatMap(({ type, settings, sections }) => [
  ...keysOf(type, settings),
  ...sections.flatMap(({ fields }) => keysOf(type, fields)),
]);

it('asks for nothing that has no words, and has no words that nothing asks for', () => {
  const groups = all.flatMap(([key, { kind }]) =>
    kind === 'parts' || kind === 'files' ? [`${key}+`] : [],
  );
  const sections = forms.flatMap((form) => form.sections.map(({ key }) => `${form.type}#${key}`));
  const asked = [...all.map(([key]) => key), ...groups, ...sections].sort();
  const said = Object.keys(formTexts).filter((key) => !key.startsWith('values.'));
  expect(said.sort()).toEqual(asked);
});

it('has a word for every value that can be chosen, in every language', () => {
  for (const language of ['en', 'el', 'ro', 'it', 'sr-Latn'] as const) {
    for (const [key, field] of all) {
      expect(formText(language, key).label).not.toBe('');
      if (field.kind !== 'choice' && field.kind !== 'choices') continue;
      for (const value of field.values) {
        expect(valueText(language, field.name, value), `${key}: ${value}`).not.toBe('');
      }
    }
  }
});

it('asks ten things in the short form of a practice', () => {
  const { sections } = formDefinitions.practice;
  const short = sections.flatMap(({ fields }) => fields).filter((field) => field.in === 'short');
  expect(short).toHaveLength(10);
  expect(short.every(({ isRequired }) => isRequired)).toBe(true);
});

it('knows the limits of the CMS', () => {
  const title = all.find(([key]) => key === 'practice.title')?.[1];
  const weeks = all.find(([key]) => key === 'practice.processSteps.weeks')?.[1];
  expect(title).toMatchObject({ kind: 'text', limit: 100, isRequired: true });
  expect(weeks).toMatchObject({ kind: 'number', isWhole: false, min: 0, max: 520 });
});
