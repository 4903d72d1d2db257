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

const MEMBER_ACCOUNT = 'plugin::users-permissions.user';

const source = path.resolve(import.meta.dirname, '../../src');
const schema = z.object({ attributes: z.record(z.string(), z.object({ type: z.string() })) });

const readJson = (file: string): unknown =>
  JSON.parse(readFileSync(path.join(source, file), 'utf8'));

const readAttributes = (file: string) => schema.parse(readJson(file)).attributes;

function schemaFile(uid: string): string {
  if (uid === MEMBER_ACCOUNT) return 'extensions/users-permissions/content-types/user/schema.json';
  const type = /^api::(.+)\.(.+)$/.exec(uid);
  if (type) return `api/${type[1]}/content-types/${type[2]}/schema.json`;
  return `components/${uid.replace('.', '/')}.json`;
}

const models = [...TYPES, ...COMPONENTS].map((model): [string, EditingModel] => [model.uid, model]);

/** Tables of the system, which no editor sees, say so themselves. */
const internalSchema = z.object({
  pluginOptions: z.object({ 'content-manager': z.object({ visible: z.literal(false) }) }),
});

test('every type and every component has an editing model', () => {
  const types = readdirSync(path.join(source, 'api'))
    .map((name) => `api::${name}.${name}`)
    .filter((uid) => !internalSchema.safeParse(readJson(schemaFile(uid))).success);
  const components = readdirSync(path.join(source, 'components')).flatMap((category) =>
    readdirSync(path.join(source, 'components', category)).map(
      (file) => `${category}.${file.replace('.json', '')}`,
    ),
  );
  expect(models.map(([uid]) => uid).sort()).toEqual(
    [...types, ...components, MEMBER_ACCOUNT].sort(),
  );
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
    const wide = new Set(['component', 'blocks', 'customField', 'json', 'relation']);
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
