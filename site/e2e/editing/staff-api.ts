import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type APIRequestContext, request } from '@playwright/test';
import { z } from 'zod';
import { platform, staffAccount, type StaffRole } from '../platform.ts';

/** A session of the staff ends after ten minutes. */
const freshMs = 8 * 60_000;
const session = z.object({ data: z.object({ accessToken: z.string() }) });

/**
 * The admin's own interface, signed in. The tests of a run share the session of a role: the CMS
 * refuses somebody who signs in again and again.
 */
export async function staffApi(role: StaffRole): Promise<APIRequestContext> {
  const token = keptToken(role) ?? (await signIn(role));
  return request.newContext({
    baseURL: platform.cmsUrl,
    extraHTTPHeaders: { Authorization: `Bearer ${token}` },
  });
}

const fileOf = (role: StaffRole) => path.join(platform.dataDir, `session-of-${role}.txt`);

function keptToken(role: StaffRole): string | null {
  const made = statSync(fileOf(role), { throwIfNoEntry: false });
  if (!made || Date.now() - made.mtimeMs > freshMs) return null;
  return readFileSync(fileOf(role), 'utf8');
}

async function signIn(role: StaffRole): Promise<string> {
  const guest = await request.newContext({ baseURL: platform.cmsUrl });
  const answer = await guest.post('/admin/login', { data: staffAccount(role) });
  const { accessToken } = session.parse(await answer.json()).data;
  await guest.dispose();
  writeFileSync(fileOf(role), accessToken, { mode: 0o600 });
  return accessToken;
}
