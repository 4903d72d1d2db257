import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { EditingModel } from '../../src/editing/editing-model';
import { COMPONENTS, TYPES } from '../../src/editing/editing-models';

/** Labels that need no hint: everybody fills them in right without one. */
const SELF_EVIDENT = new Set([
  'Abbreviation',
  'By',
  'Checked',
  'Country',
  'DOI',
  'Founded in year',
  'From year',
  'Funding period',
  'Goal',
  'Group',
  'ISBN',
  'Image',
  'Kind',
  'Kind of body',
  'Language',
  'Legal form',
  'Name',
  'Name in the local language',
  'On',
  'People',
  'Role',
  'Since year',
  'Term',
  'Text',
  'Title',
  'What happened',
  'What happens',
  'What was measured',
  'Year',
]);

const source = path.resolve(import.meta.dirname, '../../src');
const schema = z.object({ attributes: z.record(z.string(), z.object({ type: z.string() })) });

const readAttributes = (file: string) =>
  schema.parse(JSON.parse(readFileSync(path.join(source, file), 'utf8'))).attributes;

function schemaFile(uid: string): string {
  const type = /^api::(.+)\.(.+)$/.exec(uid);
  if (type) return `api/${type[1]}/content-types/${type[2]}/schema.json`;
  return `components/${uid.replace('.', '/')}.json`;
}

const models = [...TYPES, ...COMPONENTS].map((model): [string, EditingModel] => [model.uid, model]);

/** Only counts; no editor ever sees it. */
const WITHOUT_EDITING = ['ref-counter'];

test('every type and every component has an editing model', () => {
  const types = readdirSync(path.join(source, 'api'))
    .filter((name) => !WITHOUT_EDITING.includes(name))
    .map((name) => `api::${name}.${name}`);
  const components = readdirSync(path.join(source, 'components')).flatMap((category) =>
    readdirSync(path.join(source, 'components', category)).map(
      (file) => `${category}.${file.replace('.json', '')}`,
    ),
  );
  expect(models.map(([uid]) => uid).sort()).toEqual([...types, ...components].sort());
});

describe.each(models)('%s', (uid, model) => {
  const attributes = readAttributes(schemaFile(uid));

  test('labels every field and no other', () => {
    expect(Object.keys(model.texts).sort()).toEqual(Object.keys(attributes).sort());
  });

  test('gives every label that does not say it all a hint', () => {
    const withoutHint = Object.values(model.texts).filter(([, hint]) => !hint);
    expect(withoutHint.map(([label]) => label).filter((label) => !SELF_EVIDENT.has(label))).toEqual(
      [],
    );
  });

  test('shows or hides every field exactly once', () => {
    const placed = [...model.rows.flat(), ...(model.hidden ?? [])];
    expect(placed.sort()).toEqual(Object.keys(attributes).sort());
  });

  test('gives wide fields a row of their own', () => {
    const wide = new Set(['component', 'blocks', 'customField', 'json']);
    const squeezed = model.rows
      .filter((row) => row.length > 1)
      .flat()
      .filter((name) => wide.has(attributes[name]?.type ?? ''));
    expect(squeezed).toEqual([]);
  });

  test('names entries and lists them by fields that exist', () => {
    for (const name of [model.mainField, ...(model.columns ?? []), ...(model.readOnly ?? [])]) {
      expect(attributes).toHaveProperty(name);
    }
  });
});
