import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

interface Place {
  path: string[];
  value: unknown;
}

/**
 * Far deeper than anything that is read here. Whatever goes through a body level by level needs room
 * or time for each of them: half a million brackets would keep everybody waiting for hours.
 */
const MOST_LEVELS = 100;
const TOO_DEEP = `This request is nested more than ${MOST_LEVELS} levels deep: send it flatter.`;

/**
 * The first text with a character that PostgreSQL refuses to store, and SQLite would keep.
 * @throws ValidationError for what is nested too deeply
 */
function findUnstorable(root: unknown): string[] | undefined {
  const places: Place[] = [{ path: [], value: root }];
  for (let place = places.pop(); place; place = places.pop()) {
    const { path, value } = place;
    if (typeof value === 'string' && isUnstorable(value)) return path;
    if (typeof value !== 'object' || value === null) continue;
    if (path.length >= MOST_LEVELS) {
      throw new errors.ValidationError(TOO_DEEP, { errors: [{ path: [], message: TOO_DEEP }] });
    }
    for (const [key, inner] of Object.entries(value)) {
      if (isUnstorable(key)) return path;
      places.push({ path: [...path, key], value: inner });
    }
  }
  return undefined;
}

const isUnstorable = (text: string) => text.includes('\0') || /\p{Surrogate}/u.test(text);

/** Refuses text that only some databases can keep, with the place where it stands. */
const unstorableText: Core.MiddlewareFactory = () => async (ctx, next) => {
  const body: unknown = ctx.request.body;
  const parts = { query: ctx.query, body };
  for (const [part, value] of Object.entries(parts)) {
    const path = findUnstorable(value);
    if (!path) continue;
    const place = path.length > 0 ? `"${path.join('.')}"` : 'A part';
    throw new errors.ValidationError(
      `${place} of the ${part} holds a character that cannot be stored (NUL, or half of a pair): take it out.`,
      { path },
    );
  }
  await next();
};

export default unstorableText;
