import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { adminService } from '../../src/access/admin-services.js';
import { rowId } from '../../src/access/row-id.js';

const PASSWORD = 'A-password-of-a-test-1';

const emailOf = (code: string): string => `${code}@example.org`;

/** Creates an administrator with one role and signs in. */
export async function signInAs(strapi: Core.Strapi, url: string, code: string): Promise<string> {
  const role: unknown = await strapi.db.query('admin::role').findOne({ where: { code } });
  await adminService(strapi, 'admin::user').create({
    email: emailOf(code),
    firstname: code,
    lastname: 'Test',
    password: PASSWORD,
    isActive: true,
    roles: [rowId(role)],
  });
  return signIn(url, code);
}

/** Signs in whom `signInAs` created, over HTTP as the admin does. */
export async function signIn(url: string, code: string): Promise<string> {
  const response = await fetch(`${url}/admin/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      email: emailOf(code),
      password: PASSWORD,
      deviceId: randomUUID(),
      rememberMe: false,
    }),
  });
  const answer = (await response.json()) as { data?: { token?: string; accessToken?: string } };
  const token = answer.data?.accessToken ?? answer.data?.token;
  if (!token) throw new Error(`${code} could not sign in: ${JSON.stringify(answer)}`);
  return token;
}
