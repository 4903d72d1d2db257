import { randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { isComparable } from './password-rules';

/** What is used of the service of members' accounts, which has no types. */
interface UserService {
  ensureHashedPasswords(values: { password: string }): Promise<{ password: string }>;
  validatePassword(password: string, hash: string): Promise<boolean>;
}

function userService(strapi: Core.Strapi): UserService {
  return strapi.plugin('users-permissions').service('user');
}

/** Takes long on purpose: never to be awaited inside a transaction. */
export async function hashPassword(strapi: Core.Strapi, password: string): Promise<string> {
  const hashed = await userService(strapi).ensureHashedPasswords({ password });
  return hashed.password;
}

const nobodysHash = new WeakMap<Core.Strapi, Promise<string>>();

/** Compares as long for an account that is not there as for one that is. */
export async function isPassword(
  strapi: Core.Strapi,
  password: string,
  hash: string | null | undefined,
): Promise<boolean> {
  const nobodys = nobodysHash.get(strapi) ?? hashPassword(strapi, randomBytes(24).toString('hex'));
  nobodysHash.set(strapi, nobodys);
  const comparable = isComparable(password) ? password : '';
  const isRight = await userService(strapi).validatePassword(comparable, hash ?? (await nobodys));
  return isRight && Boolean(hash) && isComparable(password);
}
