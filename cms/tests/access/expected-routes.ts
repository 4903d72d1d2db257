import { PUBLISHED_TYPES } from '../../src/access/published-types.js';

/*
 * What a stranger is answered on every route the CMS lists. A route that stands nowhere here fails
 * the test: whoever adds one says what a stranger may get from it.
 */

const REFUSED = [401, 403];

/** Routes of the content API beside those of the content types; none answers a stranger. */
const CONTENT_API = [
  'GET /api/content-type-builder/content-types',
  'GET /api/content-type-builder/content-types/:uid',
  'GET /api/content-type-builder/components',
  'GET /api/content-type-builder/components/:uid',
  'POST /api/email',
  'POST /api/upload',
  'GET /api/upload/files',
  'GET /api/upload/files/page',
  'GET /api/upload/files/:id',
  'DELETE /api/upload/files/:id',
  'GET /api/i18n/locales',
  'GET /api/connect/(.*)',
  'GET /api/auth/:provider/callback',
  'GET /api/auth/email-confirmation',
  'GET /api/auth/sessions',
  'DELETE /api/auth/sessions/:sessionId',
  'GET /api/users/count',
  'GET /api/users',
  'GET /api/users/me',
  'GET /api/users/:id',
  'POST /api/users',
  'PUT /api/users/:id',
  'DELETE /api/users/:id',
  'GET /api/users-permissions/roles',
  'GET /api/users-permissions/roles/:id',
  'POST /api/users-permissions/roles',
  'PUT /api/users-permissions/roles/:role',
  'DELETE /api/users-permissions/roles/:role',
  'GET /api/users-permissions/permissions',
];

/** Routes that the publisher signs its requests to. */
const SIGNED = [
  'GET /api/publishing/changes',
  'POST /api/publishing/changes/done',
  'POST /api/publishing/drafts',
];

/** The accounts, and what they say to an empty request. Strapi's own routes stay behind them. */
const ACCOUNTS: Record<string, number[]> = {
  'POST /api/auth/local': [400],
  'POST /api/auth/local/register': [400],
  'POST /api/auth/forgot-password': [400],
  'POST /api/auth/reset-password': [400],
  'POST /api/auth/email-confirmation': [400],
  'POST /api/auth/send-email-confirmation': [400],
  'POST /api/auth/change-password': [401],
  'POST /api/auth/refresh': [401],
  'POST /api/auth/logout': [200],
};

/** Routes of whoever is signed in, and of the own entries alone. */
const MEMBERS = /^\S+ \/api\/me(\/|$)/;

/** A page for whoever was given a signed link to it; it refuses everybody else itself. */
const BY_LINK = ['GET /api/publishing/preview'];

/** For whoever has the token of a mail: without one, 404 or 400, as for one that has run out. */
const BY_TOKEN: Record<string, number[]> = {
  'GET /api/still-alive': [400],
  'POST /api/still-alive': [400],
};

/** The routes that the admin's sign-in page needs, and what they say to an empty request. */
const OPEN: Record<string, number[]> = {
  'GET /': [302],
  'GET /admin/init': [200],
  'GET /admin/project-type': [200],
  'GET /admin/registration-info': [400],
  'POST /admin/login': [400],
  'POST /admin/register': [400],
  'POST /admin/register-admin': [400],
  'POST /admin/forgot-password': [400],
  'POST /admin/reset-password': [400],
  // A script without content of the CMS, which the admin's preview loads into a frame.
  'GET /content-manager/preview/script': [200],
  // Files that do not exist: both serve the folder of the uploads and nothing else.
  'GET /((?!uploads/).+)': [404],
  'GET /uploads/(.*)': [404],
};

/** Strapi lists its health for every method that Node knows; the others are refused at the door. */
const USUAL_METHOD = /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) /;

/** The admin's own API. */
const ADMIN =
  /^\S+ \/(admin|content-manager|content-type-builder|content-releases|review-workflows|upload|i18n|email|users-permissions|publishing|revisions|moderation)(\/|$)/;

function plural(uid: string, pluralOf: (uid: string) => string): string[] {
  return [`GET /api/${pluralOf(uid)}`, `GET /api/${pluralOf(uid)}/:id`];
}

/** @returns what a route answers to everybody, signed in or not, who brings no token of a mail. */
export function statusesWithoutToken(route: string): number[] | undefined {
  return BY_TOKEN[route];
}

/** What a member is there for: the account and the own entries. */
export function isForMembers(route: string): boolean {
  return MEMBERS.test(route) || Object.hasOwn(ACCOUNTS, route);
}

/** @returns the statuses that a stranger may be answered, or nothing for a route nobody stated. */
export function expectedStatuses(
  route: string,
  pluralOf: (uid: string) => string,
): number[] | undefined {
  if (OPEN[route]) return OPEN[route];
  if (BY_TOKEN[route]) return BY_TOKEN[route];
  if (route.endsWith(' /_health')) return [USUAL_METHOD.test(route) ? 204 : 405];
  if (route.endsWith(' /graphql')) return [USUAL_METHOD.test(route) ? 403 : 405];
  if (SIGNED.includes(route) || BY_LINK.includes(route)) return [403];
  if (MEMBERS.test(route)) return [401];
  if (ACCOUNTS[route]) return ACCOUNTS[route];
  const content = PUBLISHED_TYPES.flatMap((uid) => plural(uid, pluralOf));
  if (content.includes(route) || CONTENT_API.includes(route)) return REFUSED;
  return ADMIN.test(route) ? [401] : undefined;
}
