import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { changeLocked, type Account } from './account-row';

const SESSION = 'admin::session';
const ORIGIN = 'users-permissions';

/** A token that was just changed for the next one is still taken this long: by the other tab. */
const GRACE_MS = 60_000;

const sessionSchema = z.object({
  deviceId: z.string().nullable(),
  expiresAt: z.coerce.date(),
  childId: z.string().nullable(),
});

/** What a browser is given: the access token in a body, the refresh token in a cookie. */
export interface Tokens {
  jwt: string;
  refreshToken: string;
}

const manager = (strapi: Core.Strapi) => strapi.sessionManager(ORIGIN);

async function withAccessToken(strapi: Core.Strapi, refreshToken: string): Promise<Tokens | null> {
  const access = await manager(strapi).generateAccessToken(refreshToken);
  return 'error' in access ? null : { jwt: access.token, refreshToken };
}

/** Opens a session; every token that follows from it carries the same device. */
export async function openSession(strapi: Core.Strapi, { id }: Account): Promise<Tokens> {
  const made = await manager(strapi).generateRefreshToken(String(id), randomUUID(), {
    type: 'refresh',
  });
  const tokens = await withAccessToken(strapi, made.token);
  if (!tokens) throw new Error('A session that was just opened is not there.');
  return tokens;
}

export async function endAllSessions(strapi: Core.Strapi, { id }: Account): Promise<void> {
  await manager(strapi).invalidateRefreshToken(String(id));
}

/** Ends what follows from one sign-in, and with it every access token of it. */
async function endSession(strapi: Core.Strapi, userId: string, sessionId: string): Promise<void> {
  await changeLocked(strapi, Number(userId), async () => {
    const deviceId = (await findSession(strapi, sessionId))?.deviceId;
    if (deviceId) await manager(strapi).invalidateRefreshToken(userId, deviceId);
    else await manager(strapi).revokeSessionById(userId, sessionId);
  });
}

/** Ends the session of the refresh token, and that of the access token, where they are any. */
export async function endSessionsOf(
  strapi: Core.Strapi,
  refreshToken: string | undefined,
  accessToken: string | undefined,
): Promise<void> {
  const refresh = await manager(strapi).validateRefreshToken(refreshToken ?? '');
  if (refresh.isValid) await endSession(strapi, refresh.userId, refresh.sessionId);
  const access = manager(strapi).validateAccessToken(accessToken ?? '');
  if (access.isValid) await endSession(strapi, access.payload.userId, access.payload.sessionId);
}

async function findSession(strapi: Core.Strapi, sessionId: string) {
  const row: unknown = await strapi.db.query(SESSION).findOne({ where: { sessionId } });
  return sessionSchema.nullable().parse(row);
}

/**
 * Changes a refresh token for the next one. For a token that was changed a moment ago Strapi would
 * give the same next one, if it had not closed it: it is left open for a while.
 *
 * @throws UnauthorizedError when it is no token of an open session of a member who may sign in
 */
export async function refreshSession(strapi: Core.Strapi, given: string): Promise<Tokens> {
  const refused = () => new errors.UnauthorizedError('You are signed out: sign in again.');
  const known = await manager(strapi).validateRefreshToken(given);
  if (!known.isValid) throw refused();
  return changeLocked(strapi, Number(known.userId), async (account) => {
    const open = await manager(strapi).validateRefreshToken(given);
    if (!open.isValid || !account?.confirmed || account.blocked) throw refused();
    const before = await findSession(strapi, open.sessionId);
    const next = await manager(strapi).rotateRefreshToken(given);
    if ('error' in next) throw refused();
    if (before && !before.childId) await leaveOpen(strapi, open.sessionId, before.expiresAt);
    const tokens = await withAccessToken(strapi, next.token);
    if (!tokens) throw refused();
    return tokens;
  });
}

async function leaveOpen(strapi: Core.Strapi, sessionId: string, expiresAt: Date): Promise<void> {
  const end = new Date(Math.min(expiresAt.getTime(), Date.now() + GRACE_MS));
  await strapi.db
    .query(SESSION)
    .update({ where: { sessionId }, data: { status: 'active', expiresAt: end } });
}
