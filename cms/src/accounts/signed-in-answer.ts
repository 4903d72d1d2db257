import type { Core } from '@strapi/strapi';
import { publicAccount, type Account } from './account-row';
import { setRefreshCookie } from './refresh-cookie';
import type { Tokens } from './sessions';

type Context = Parameters<Core.ControllerHandler>[0];

export interface SignedIn {
  tokens: Tokens;
  account: Account;
}

/** What is answered to whoever has just signed in; the refresh token goes into the cookie alone. */
export function answerSignedIn(strapi: Core.Strapi, ctx: Context, { tokens, account }: SignedIn) {
  setRefreshCookie(strapi, ctx, tokens.refreshToken);
  return { jwt: tokens.jwt, user: publicAccount(account) };
}
