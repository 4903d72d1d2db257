import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { takeAttempts } from '../accounts/account-limits';
import { findAccount } from '../accounts/account-row';
import { isPassword } from '../accounts/passwords';
import { setRefreshCookie } from '../accounts/refresh-cookie';
import { refuse } from '../documents/issues';
import { signedIn } from '../members/signed-in';
import { readGiven } from '../publishing/given';
import { limitAttempts } from '../requests/attempt-limit';
import { eraseMember } from './erase-member';
import { exportMember } from './export-member';
import { choiceSchema } from './ledger';

const MAX_ATTEMPTS = 10;
const ATTEMPTS_SECONDS = 15 * 60;

const bodySchema = z.strictObject({ password: z.string(), practices: choiceSchema });

/** What members may ask of everything that is held about them: to have it, and to have it erased. */
export function addPrivacyRoutes(strapi: Core.Strapi): void {
  const attempts = limitAttempts(MAX_ATTEMPTS, ATTEMPTS_SECONDS);

  const erase = signedIn(strapi, async (ctx, { id }) => {
    const { password, practices } = readGiven(bodySchema, ctx.request.body ?? {});
    takeAttempts(ctx, [[attempts, String(id)]]);
    const account = await findAccount(strapi, { id });
    const isRight = await isPassword(strapi, password, account?.password);
    if (!isRight) refuse([{ path: ['password'], message: 'This is not your password.' }]);
    if (account) await eraseMember(strapi, account, practices);
    setRefreshCookie(strapi, ctx, null);
    ctx.status = 204;
  });

  const exportAll = signedIn(strapi, async (ctx, member) => {
    ctx.attachment('see-city-platform-my-data.json');
    ctx.body = await exportMember(strapi, member);
  });

  const shared = { info: { type: 'content-api' }, config: {} };
  strapi.server.routes({
    type: 'content-api',
    prefix: '/me',
    routes: [
      { method: 'DELETE', path: '/', handler: erase, ...shared },
      { method: 'GET', path: '/export', handler: exportAll, ...shared },
    ],
  });
}
