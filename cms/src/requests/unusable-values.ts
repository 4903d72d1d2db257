import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';

/**
 * What databases say of values: SQLSTATE of PostgreSQL (data, constraints, columns and operators
 * that do not exist, limits of a statement) and the result codes of SQLite.
 */
const SAID_OF_VALUES = [
  /^(22|23|54)[0-9A-Z]{3}$/,
  /^42(703|804|883|P01|P02|P10|P18)$/,
  /^SQLITE_(CONSTRAINT|ERROR|MISMATCH|RANGE|TOOBIG)/,
  /^ERR_ASSERTION$/,
];

/** The same codes, said of a database that is not as it should be. */
const TABLE_IS_MISSING = /no such table: |relation "[^"]+" does not exist/;

/** The packages that read a request and turn it into statements, without checking all of it. */
const READERS =
  /\/node_modules\/(@strapi\/|@casl\/|better-sqlite3\/|knex\/lib\/(query|dialects)\/)/;

const withCode = z.object({ code: z.string() });

/** The error's own code decides; without one, whether a reader of the request threw it. */
function isOfValues(error: Error): boolean {
  const coded = withCode.safeParse(error);
  if (coded.success) {
    const isSaidOfValues = SAID_OF_VALUES.some((codes) => codes.test(coded.data.code));
    return isSaidOfValues && !TABLE_IS_MISSING.test(error.message);
  }
  return READERS.test(thrownIn(error));
}

/** The first line of the stack that names a file. */
function thrownIn({ stack = '' }: Error): string {
  return stack.split('\n').find((line) => /^\s+at .*\/.*:\d+:\d+/.test(line)) ?? '';
}

const isAnswer = (error: Error) =>
  error instanceof errors.ApplicationError || error instanceof errors.HttpError;

/**
 * A value that Strapi or the database cannot use is the sender's mistake, but they throw plain
 * errors at it, which Strapi would answer with a 500. A database that is down, a full disk or a
 * mistake of our own code stays one. What is turned into a 400 is logged: it may be a bug of theirs.
 */
const unusableValues: Core.MiddlewareFactory =
  (_config, { strapi }) =>
  async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      if (!(error instanceof Error) || isAnswer(error) || !isOfValues(error)) throw error;
      strapi.log.warn(`${ctx.method} ${ctx.path} was refused with 400: ${error.stack}`);
      throw new errors.ValidationError(
        'A value in this request has a form that its field or parameter does not take: correct it and send it again.',
      );
    }
  };

export default unusableValues;
