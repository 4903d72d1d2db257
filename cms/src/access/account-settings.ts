import { isDeepStrictEqual } from 'node:util';
import type { Core } from '@strapi/strapi';
import type { Settings } from '../../config/settings';
import { accountSettings } from './permissions';

function store(strapi: Core.Strapi) {
  return strapi.store({ type: 'plugin', name: 'users-permissions', key: 'advanced' });
}

function wantedSettings(strapi: Core.Strapi) {
  const { siteUrl }: Settings = strapi.config.get('settings');
  return accountSettings(siteUrl);
}

export async function syncAccountSettings(strapi: Core.Strapi): Promise<void> {
  const wanted = wantedSettings(strapi);
  const current = await store(strapi).get({});
  if (!isDeepStrictEqual(current, wanted)) await store(strapi).set({ value: wanted });
}

/** @returns a sentence for each account setting in the database that differs from the code. */
export async function findAccountSettingsDrift(strapi: Core.Strapi): Promise<string[]> {
  const wanted = wantedSettings(strapi);
  const current: unknown = await store(strapi).get({});
  const held = new Map(Object.entries(current ?? {}));
  return Object.entries(wanted)
    .filter(([name, value]) => held.get(name) !== value)
    .map(([name, value]) => `The account setting ${name} is not ${JSON.stringify(value)}.`);
}
