import type { Core } from '@strapi/strapi';

const UNPARSED = Symbol.for('unparsedBody');

const rawBodies = new WeakMap<object, string>();

/** The bytes of a request's body as they came, as text. */
export function rawBodyOf(request: object): string {
  return rawBodies.get(request) ?? '';
}

/**
 * Takes what the parser of bodies calls the unparsed body out of the parsed one, where it would
 * count as a value, and keeps it for whoever checks a signature.
 */
const keepRawBody: Core.MiddlewareFactory = () => async (ctx, next) => {
  const body: unknown = ctx.request.body;
  if (typeof body === 'object' && body !== null) {
    const raw: unknown = Reflect.get(body, UNPARSED);
    if (typeof raw === 'string') rawBodies.set(ctx.request, raw);
    Reflect.deleteProperty(body, UNPARSED);
  }
  await next();
};

export default keepRawBody;
