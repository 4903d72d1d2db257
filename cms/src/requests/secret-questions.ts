import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { asRecord } from '../documents/values';

const typesSchema = z.record(
  z.string(),
  z.looseObject({ attributes: z.record(z.string(), z.looseObject({ type: z.string() })) }),
);

/** Attributes of accounts that nobody may learn by the order of a list of something else. */
const isSecret = ([name, { type }]: [string, { type: string }]): boolean =>
  type === 'password' || name === 'email' || /(token|accessKey)$/i.test(name);

function secretsOf(strapi: Core.Strapi): ReadonlySet<string> {
  const types = Object.values(typesSchema.parse(strapi.contentTypes));
  const attributes = types.flatMap((each) => Object.entries(each.attributes));
  return new Set(attributes.filter(isSecret).map(([name]) => name));
}

/** The names beyond relations: `token` of `owner.token:asc`, and of `sort[owner][token]=asc`. */
function namesBeyond(sort: unknown): string[] {
  if (typeof sort === 'string') {
    return sort.split(',').flatMap((each) => each.split(/[.:\s]+/).slice(1));
  }
  if (typeof sort !== 'object' || sort === null) return [];
  return Object.entries(sort).flatMap(([key, value]: [string, unknown]) =>
    /^\d+$/.test(key) ? namesBeyond(value) : keysWithin(value),
  );
}

function keysWithin(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysWithin(inner)]);
}

/**
 * Strapi takes away what somebody may not filter by, but of a sort written as text it looks at the
 * first name only, and of one in a body at none: whoever works here could have found a colleague's
 * reset token by the order of a list.
 */
const secretQuestions: Core.MiddlewareFactory = (_config, { strapi }) => {
  let secrets: ReadonlySet<string> | null = null;
  return async (ctx, next) => {
    secrets ??= secretsOf(strapi);
    const sorts = [ctx.query, ctx.request.body].map((part) => asRecord(part)?.sort);
    // Under /api nobody may ask for a list of anything.
    const names = ctx.path.startsWith('/api/') ? [] : sorts.flatMap(namesBeyond);
    const asked = names.find((name) => secrets?.has(name));
    if (asked) {
      const message = `Nothing can be sorted by the ${asked} of somebody.`;
      throw new errors.ValidationError(message, { errors: [{ path: ['sort'], message }] });
    }
    await next();
  };
};

export default secretQuestions;
