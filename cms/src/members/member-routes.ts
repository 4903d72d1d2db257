import type { Core } from '@strapi/strapi';
import type { BodyType } from '../requests/from-our-pages';
import { answerOnce } from './answered-once';
import { signedIn, type Member } from './signed-in';

type Context = Parameters<Core.ControllerHandler>[0];

/** A route under /api/me. */
export interface MemberRoute {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  handle: (ctx: Context, member: Member) => Promise<void>;
  bodyType?: BodyType;
}

/** Adds routes under /api/me: for who is signed in, and each POST is done once for one key. */
export function addMemberRoutes(strapi: Core.Strapi, routes: MemberRoute[]): void {
  const handlerOf = ({ method, handle, bodyType }: MemberRoute) =>
    signedIn(
      strapi,
      (ctx, member) =>
        method === 'POST'
          ? answerOnce(strapi, ctx, member.id, () => handle(ctx, member))
          : handle(ctx, member),
      bodyType,
    );
  strapi.server.routes({
    type: 'content-api',
    prefix: '/me',
    routes: routes.map((route) => ({
      method: route.method,
      path: route.path,
      handler: handlerOf(route),
      info: { type: 'content-api' },
      config: {},
    })),
  });
}
