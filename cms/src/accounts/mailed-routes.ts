import { refuse } from '../documents/issues';
import { senderOf } from '../requests/attempt-limit';
import { addressBody, confirmBody, registerBody, resetBody } from './account-bodies';
import { takeAttempts } from './account-limits';
import { accountRoute, type Doors } from './account-route';
import { confirmAddress, confirmAgain } from './confirmation';
import { evenly } from './even-answer';
import { forgetPassword, resetPassword } from './new-password';
import { issuesOfPassword } from './password-rules';
import { register } from './register';
import { answerSignedIn } from './signed-in-answer';

/** Routes that mail a link to an address, and those that such a link leads to. */
export function mailedRoutes(doors: Doors) {
  const { strapi, limits } = doors;
  return [
    accountRoute(doors, '/local/register', registerBody, async (ctx, given) => {
      const { email, password, displayName, language } = given;
      takeAttempts(ctx, [
        [limits.registrationsOfSender, senderOf(ctx)],
        [limits.requestsForAddress, email],
      ]);
      refuse(issuesOfPassword(password, email));
      await evenly(() => register(strapi, given));
      return { user: { email, displayName, language, confirmed: false } };
    }),
    accountRoute(doors, '/send-email-confirmation', addressBody, async (ctx, { email }) => {
      takeAttempts(ctx, [
        [limits.requestsOfSender, senderOf(ctx)],
        [limits.requestsForAddress, email],
      ]);
      await evenly(() => confirmAgain(strapi, email));
      return { email, sent: true };
    }),
    accountRoute(doors, '/email-confirmation', confirmBody, async (ctx, { confirmation }) => {
      takeAttempts(ctx, [[limits.tokensOfSender, senderOf(ctx)]]);
      await confirmAddress(strapi, confirmation);
      return { ok: true };
    }),
    accountRoute(doors, '/forgot-password', addressBody, async (ctx, { email }) => {
      takeAttempts(ctx, [
        [limits.requestsOfSender, senderOf(ctx)],
        [limits.requestsForAddress, email],
      ]);
      await evenly(() => forgetPassword(strapi, email));
      return { ok: true };
    }),
    accountRoute(doors, '/reset-password', resetBody, async (ctx, { code, password }) => {
      takeAttempts(ctx, [[limits.tokensOfSender, senderOf(ctx)]]);
      return answerSignedIn(strapi, ctx, await resetPassword(strapi, code, password));
    }),
  ];
}
