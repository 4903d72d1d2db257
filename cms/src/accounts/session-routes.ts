import { errors } from '@strapi/utils';
import { signedIn } from '../members/signed-in';
import { readGiven } from '../publishing/given';
import { senderOf } from '../requests/attempt-limit';
import { changeBody, emptyBody, signInBody } from './account-bodies';
import { takeAttempts } from './account-limits';
import { accountRoute, type Doors } from './account-route';
import { changePassword } from './new-password';
import { refreshTokenOf, setRefreshCookie } from './refresh-cookie';
import { endSessionsOf, refreshSession } from './sessions';
import { signIn } from './sign-in';
import { answerSignedIn } from './signed-in-answer';

/** Routes by which a session begins, goes on and ends. */
export function sessionRoutes(doors: Doors) {
  const { strapi, limits } = doors;

  const change = signedIn(strapi, async (ctx, { id }) => {
    const { currentPassword, password } = readGiven(changeBody, ctx.request.body);
    takeAttempts(ctx, [[limits.passwordsOfMember, String(id)]]);
    const changed = await changePassword(strapi, id, currentPassword, password);
    limits.passwordsOfMember.clear(String(id));
    ctx.body = answerSignedIn(strapi, ctx, changed);
  });

  return [
    accountRoute(doors, '/local', signInBody, async (ctx, { identifier, password }) => {
      const sender = senderOf(ctx);
      const account = identifier.toLowerCase();
      const pair = `${sender} ${account}`;
      takeAttempts(ctx, [
        [limits.signInsOfSender, sender],
        [limits.signInsOfSenderToAccount, pair],
        [limits.signInsToAccount, account],
      ]);
      const answer = answerSignedIn(strapi, ctx, await signIn(strapi, identifier, password));
      limits.signInsOfSenderToAccount.clear(pair);
      return answer;
    }),
    accountRoute(doors, '/refresh', emptyBody, async (ctx) => {
      const given = refreshTokenOf(strapi, ctx);
      if (!given) throw new errors.UnauthorizedError('You are signed out: sign in.');
      const { jwt, refreshToken } = await refreshSession(strapi, given);
      setRefreshCookie(strapi, ctx, refreshToken);
      return { jwt };
    }),
    accountRoute(doors, '/logout', emptyBody, async (ctx) => {
      const [, accessToken] = /^bearer (\S+)$/i.exec(ctx.get('authorization')) ?? [];
      await endSessionsOf(strapi, refreshTokenOf(strapi, ctx), accessToken);
      setRefreshCookie(strapi, ctx, null);
      return { ok: true };
    }),
    {
      method: 'POST' as const,
      path: '/change-password',
      handler: change,
      info: { type: 'content-api' },
      config: {},
    },
  ];
}
