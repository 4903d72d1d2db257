import { createHmac } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { Settings } from '../../config/settings';
import { PUBLISHED_TYPES } from './published-types';
import { rowId } from './row-id';

const TOKEN = 'admin::api-token';
const TOKEN_PERMISSION = 'admin::api-token-permission';
const NAME = 'site build';

const ACTIONS = PUBLISHED_TYPES.flatMap((uid) => [`${uid}.find`, `${uid}.findOne`]);

const tokenRow = z.object({
  id: z.number(),
  type: z.string(),
  kind: z.string(),
  accessKey: z.string(),
  expiresAt: z.unknown(),
  permissions: z.array(z.object({ id: z.number(), action: z.string() })),
});

/** As Strapi hashes what a request brings: the token itself is never stored. */
function accessKey(strapi: Core.Strapi): string {
  const { secrets }: Settings = strapi.config.get('settings');
  return createHmac('sha512', secrets.apiTokenSalt).update(secrets.buildToken).digest('hex');
}

async function readToken(strapi: Core.Strapi) {
  const row: unknown = await strapi.db
    .query(TOKEN)
    .findOne({ where: { name: NAME }, populate: ['permissions'] });
  return row === null ? null : tokenRow.parse(row);
}

function fields(strapi: Core.Strapi) {
  return {
    name: NAME,
    description: 'Reads published content over GraphQL. Kept by the code: edit nothing here.',
    type: 'custom',
    kind: 'content-api',
    accessKey: accessKey(strapi),
    encryptedKey: null,
    lifespan: null,
    expiresAt: null,
  };
}

/** Brings the build's token to the secret of this start; an older secret stops working with it. */
export async function syncBuildToken(strapi: Core.Strapi): Promise<void> {
  const tokens = strapi.db.query(TOKEN);
  const permissions = strapi.db.query(TOKEN_PERMISSION);
  await strapi.db.transaction(async () => {
    const before = await readToken(strapi);
    const token: unknown = before
      ? await tokens.update({ where: { id: before.id }, data: fields(strapi) })
      : await tokens.create({ data: fields(strapi) });
    const held = before?.permissions ?? [];
    const surplus = held.filter(({ action }) => !ACTIONS.includes(action)).map(({ id }) => id);
    if (surplus.length > 0) await permissions.deleteMany({ where: { id: { $in: surplus } } });
    for (const action of ACTIONS.filter((name) => !held.some((row) => row.action === name))) {
      await permissions.create({ data: { action, token: rowId(token) } });
    }
  });
}

/** @returns a sentence for each way in which the stored token differs from the code. */
export async function findBuildTokenDrift(strapi: Core.Strapi): Promise<string[]> {
  const token = await readToken(strapi);
  if (!token) return [`The API token "${NAME}" is missing.`];
  const held = token.permissions.map(({ action }) => action).sort();
  const isSame = held.join() === [...ACTIONS].sort().join();
  return [
    ...(token.type === 'custom' ? [] : [`The API token "${NAME}" is of type ${token.type}.`]),
    ...(token.kind === 'content-api' ? [] : [`The API token "${NAME}" is of kind ${token.kind}.`]),
    ...(token.accessKey === accessKey(strapi)
      ? []
      : [`The API token "${NAME}" has another secret.`]),
    ...(isSame ? [] : [`The API token "${NAME}" may do other things than read published types.`]),
  ];
}
