import type { Core } from '@strapi/strapi';
import { z } from 'zod';

const tokenSchema = z.looseObject({ sessionId: z.string() });

type GetToken = (ctx: unknown) => Promise<unknown>;
type JwtService = (arg: { strapi: Core.Strapi }) => { getToken: GetToken };

/**
 * Strapi takes an access token until it expires, also after its session was ended. Members are
 * signed out at once: a token whose session is gone is none.
 */
export function endTokensWithSessions<Plugin extends { services: { jwt: JwtService } }>(
  plugin: Plugin,
): Plugin {
  const stock = plugin.services.jwt;
  plugin.services.jwt = ({ strapi }) => {
    const service = stock({ strapi });
    const getToken = service.getToken.bind(service);
    service.getToken = async (ctx) => {
      const token = tokenSchema.nullable().parse(await getToken(ctx));
      if (token === null) return null;
      const { sessionId } = token;
      // A session that gave way to the next one is still there; one that was ended is not.
      const session: unknown = await strapi.db
        .query('admin::session')
        .findOne({ where: { sessionId, origin: 'users-permissions' } });
      // Strapi takes a token without an id for nobody's.
      return session ? token : {};
    };
    return service;
  };
  return plugin;
}
