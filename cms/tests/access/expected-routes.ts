import { PUBLISHED_TYPES } from '../../src/access/published-types.js';
import { staffAt } from './expected-staff.js';
import { isStaff, type Role } from './roles.js';

/*
 * What each role is answered on every route the CMS lists, when it asks for what is not there and
 * sends what is empty. A route that stands nowhere here fails the test: whoever adds one says who
 * gets past its door.
 */

/** The statuses that are right, or `past`: the door opened, and the request was answered. */
export type Expected = readonly number[] | 'past';
type Answers = (role: Role) => Expected;

const REFUSED = [401, 403];

const toAll =
  (...statuses: number[]): Answers =>
  () =>
    statuses;

/** Routes that anybody may ask; the build's token is refused wherever it is no use. */
const toAllButBuild =
  (...statuses: number[]): Answers =>
  (role) =>
    role === 'build token' ? [403] : statuses;

const toMembers: Answers = (role) => {
  if (role === 'member' || role === 'other member') return 'past';
  return role === 'build token' ? [403] : [401];
};

const toBuild: Answers = (role) => (role === 'build token' ? 'past' : [403]);

/** In the admin's own API everybody else is unknown, and staff may do what is theirs. */
const toStaff =
  (route: string): Answers =>
  (role) => {
    if (!isStaff(role)) return [401];
    return staffAt(route).includes(role) ? 'past' : [403];
  };

/** Routes of the content API beside those of the content types; they answer nobody. */
const CLOSED = [
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

/** Routes of whoever is signed in, and of the own entries alone. */
const MEMBERS = /^\S+ \/api\/me(\/|$)/;

/** A page for whoever was given a signed link to it; it refuses everybody else itself. */
const BY_LINK = ['GET /api/publishing/preview'];

/** Routes that the members' section and the admin's sign-in page need. */
const OPEN: Readonly<Record<string, Answers>> = {
  // The accounts. Strapi's own routes stay behind them.
  'POST /api/auth/local': toAllButBuild(400),
  'POST /api/auth/local/register': toAllButBuild(400),
  'POST /api/auth/forgot-password': toAllButBuild(400),
  'POST /api/auth/reset-password': toAllButBuild(400),
  'POST /api/auth/email-confirmation': toAllButBuild(400),
  'POST /api/auth/send-email-confirmation': toAllButBuild(400),
  'POST /api/auth/change-password': toMembers,
  'POST /api/auth/refresh': toAllButBuild(401),
  'POST /api/auth/logout': toAllButBuild(200),
  // Whoever brings the token of a mail is known by it; without one, nobody is.
  'GET /api/still-alive': toAllButBuild(400),
  'POST /api/still-alive': toAllButBuild(400),
  'POST /api/reply/read': toAllButBuild(400),
  'POST /api/reply': toAllButBuild(400),
  'POST /api/reply/report': toAllButBuild(400),
  'GET /': toAll(302),
  'GET /admin/init': toAll(200),
  'GET /admin/project-type': toAll(200),
  'GET /admin/registration-info': toAll(400),
  // They know people by a cookie and by a token of their own.
  'POST /admin/access-token': toAll(401),
  'GET /admin/transfer/runner/push': toAll(401),
  'GET /admin/transfer/runner/pull': toAll(401),
  'POST /admin/login': toAll(400, 429),
  'POST /admin/register': toAll(400, 429),
  'POST /admin/register-admin': toAll(400, 429),
  'POST /admin/forgot-password': toAll(400, 429),
  'POST /admin/reset-password': toAll(400, 429),
  // A script without content of the CMS, which the admin's preview loads into a frame.
  'GET /content-manager/preview/script': toAll(200),
  // No type of ours is a single one: the answer tells whether any entry is there yet.
  'GET /content-manager/single-types/:model': (role) => (isStaff(role) ? [200, 403, 404] : [401]),
  // Files that do not exist: both serve the folder of the uploads and nothing else.
  'GET /((?!uploads/).+)': toAll(404),
  'GET /uploads/(.*)': toAll(404),
};

/** Strapi lists its health for every method that Node knows; the others are refused at the door. */
const USUAL_METHOD = /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) /;

/** The admin's own API. */
const ADMIN =
  /^\S+ \/(admin|content-manager|content-type-builder|content-releases|review-workflows|upload|i18n|email|users-permissions|publishing|revisions|moderation)(\/|$)/;

/** Without a publisher, what is asked of it is answered so to whoever may ask. */
const ASKS_PUBLISHER = 'POST /publishing/';

const toPublisher: Answers = (role) => {
  if (!isStaff(role)) return [401];
  return role === 'editor' ? [503] : [403];
};

function isOfContent(route: string, pluralOf: (uid: string) => string): boolean {
  return PUBLISHED_TYPES.some((uid) =>
    [`GET /api/${pluralOf(uid)}`, `GET /api/${pluralOf(uid)}/:id`].includes(route),
  );
}

/** @returns what roles are answered, or nothing for a route nobody stated. */
export function expectedAnswers(
  route: string,
  pluralOf: (uid: string) => string,
): Answers | undefined {
  if (OPEN[route]) return OPEN[route];
  if (route.endsWith(' /_health')) return toAll(USUAL_METHOD.test(route) ? 204 : 405);
  if (route.endsWith(' /graphql')) return USUAL_METHOD.test(route) ? toBuild : toAll(405);
  if (SIGNED.includes(route) || BY_LINK.includes(route)) return toAll(...REFUSED);
  if (MEMBERS.test(route)) return toMembers;
  if (CLOSED.includes(route) || isOfContent(route, pluralOf)) return toAll(...REFUSED);
  if (route.startsWith(ASKS_PUBLISHER)) return toPublisher;
  return ADMIN.test(route) ? toStaff(route) : undefined;
}
