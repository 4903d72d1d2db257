import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  buildSchema,
  getNamedType,
  isObjectType,
  isScalarType,
  isEnumType,
  type GraphQLObjectType,
} from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { NOTICE, PRACTICE } from '../documents/support.js';
import { createEntry } from '../moderation/entries.js';
import { boot, type RunningCms } from '../support/boot.js';
import { askGraphql } from '../support/graphql.js';
import { createMember } from '../support/member.js';
import { ACCOUNT, findAccount } from './member-data.js';

/** What of a member must never leave the CMS, by where it stands. */
const CANARIES = {
  username: 'canaryname',
  email: 'canary-mail@example.org',
  displayName: 'Canary Uncredited',
  organisationText: 'Canary Office',
  reviewerMessage: 'Canary advice of an editor',
};
const ROOTS = ['practices', 'adaptations', 'notices'];

const schema = buildSchema(
  readFileSync(path.resolve(import.meta.dirname, '../../contract/schema.graphql'), 'utf8'),
);

/** Every field of a type, down into components and the first related entries. */
function selectAll(type: GraphQLObjectType, depth: number): string {
  return Object.values(type.getFields())
    .flatMap((field) => {
      const inner = getNamedType(field.type);
      if (isScalarType(inner) || isEnumType(inner)) return [field.name];
      if (!isObjectType(inner) || depth === 0 || field.name.endsWith('_connection')) return [];
      const selected = selectAll(inner, depth - 1);
      return selected === '' ? [] : [`${field.name} { ${selected} }`];
    })
    .join(' ');
}

function queryOf(root: string, depth: number): string {
  const field = schema.getQueryType()?.getFields()[root];
  const type = field && getNamedType(field.type);
  if (!isObjectType(type)) throw new Error(`The schema has no list "${root}".`);
  return `{ ${root} { ${selectAll(type, depth)} } }`;
}

let cms: RunningCms;
let owner: number;
beforeAll(async () => {
  cms = await boot({ listen: true });
  const { strapi } = cms;
  const { reviewerMessage, email, ...account } = CANARIES;
  owner = await createMember(strapi, 'canary');
  await strapi.db.query(ACCOUNT).update({ where: { id: owner }, data: { ...account, email } });
  for (const uid of [PRACTICE, NOTICE] as const) {
    const documentId = await createEntry(strapi, owner, 'accepted', { uid });
    await strapi.db.query(uid).updateMany({ where: { documentId }, data: { reviewerMessage } });
    await createEntry(strapi, owner, 'submitted', {
      uid,
      over: uid === NOTICE ? { text: 'Canary draft' } : { title: 'Canary draft' },
    });
  }
});
afterAll(async () => {
  await cms.stop();
});

it.each(ROOTS)('tells the build nothing of the members behind %s', async (root) => {
  const answer = await askGraphql(cms, queryOf(root, 1));
  expect(answer.errors).toEqual([]);
  const text = JSON.stringify(answer.data);
  if (root !== 'adaptations') expect(text).toContain('documentId');
  const { documentId } = await findAccount(cms.strapi, owner);
  for (const canary of [...Object.values(CANARIES), 'Canary draft', documentId]) {
    expect(text).not.toContain(canary);
  }
});

it.each(['owner { email }', 'owner { documentId }', 'reviewerMessage', 'submittedAt'])(
  'does not know "%s"',
  async (selection) => {
    for (const root of ROOTS) {
      const { errors } = await askGraphql(cms, `{ ${root} { documentId ${selection} } }`);
      expect(errors).not.toEqual([]);
    }
  },
);

it.each([
  'filters: { owner: { email: { startsWith: "canary" } } }',
  'filters: { reviewerMessage: { contains: "Canary" } }',
  'filters: { submittedAt: { notNull: true } }',
  'sort: "reviewerMessage:asc"',
  'sort: "owner.email:asc"',
])('is no oracle: %s', async (given) => {
  for (const root of ROOTS) {
    const { errors } = await askGraphql(cms, `{ ${root}(${given}) { documentId } }`);
    expect(errors).not.toEqual([]);
  }
});

it.each(['usersPermissionsUsers', 'mailJobs', 'reviewEvents', 'revisions', 'outboxes'])(
  'has no list "%s"',
  async (root) => {
    const { errors } = await askGraphql(cms, `{ ${root} { documentId } }`);
    expect(errors).not.toEqual([]);
  },
);
