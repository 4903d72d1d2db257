import type { Core } from '@strapi/strapi';
import { findBlocksIssues } from './safe-blocks';
import { findTextProblem } from './safe-text';
import { refuse, type Issue } from './issues';
import type { Attribute, Models } from './models';
import { visitValues, type Path } from './values';
import type { Rule } from './write';

/** Lengths where the schema names none: a `string` is varchar(255) on PostgreSQL. */
const DEFAULT_LENGTH: Record<string, number> = {
  string: 255,
  email: 255,
  uid: 255,
  enumeration: 255,
};
const LONGEST_TEXT = 100_000;

const INTEGER_LIMIT = 2 ** 31 - 1;
const BIG_INTEGER_LIMIT = 2n ** 63n - 1n;

function findNumberProblem(type: string, value: unknown): string | undefined {
  const text = String(value);
  if (type === 'integer') {
    const number = typeof value === 'string' && value.trim() === '' ? NaN : Number(value);
    return Number.isInteger(number) && Math.abs(number) <= INTEGER_LIMIT
      ? undefined
      : `This must be a whole number up to ${INTEGER_LIMIT}.`;
  }
  if (type === 'biginteger') {
    const isWhole = /^-?\d{1,19}$/.test(text);
    const number = isWhole ? BigInt(text) : 0n;
    return isWhole && number <= BIG_INTEGER_LIMIT && number >= -BIG_INTEGER_LIMIT
      ? undefined
      : 'This must be a whole number of at most 18 digits.';
  }
  if (type !== 'float' && type !== 'decimal') return undefined;
  return text.trim() !== '' && Number.isFinite(Number(value))
    ? undefined
    : 'This must be a number.';
}

function findIssues(attribute: Attribute, value: unknown, path: Path, cmsUrl: string): Issue[] {
  if (attribute.type === 'blocks') return findBlocksIssues(value, path, cmsUrl);
  const message =
    typeof value === 'string'
      ? findTextProblem(
          value,
          attribute.maxLength ?? DEFAULT_LENGTH[attribute.type] ?? LONGEST_TEXT,
        )
      : undefined;
  const problem = message ?? findNumberProblem(attribute.type, value);
  return problem ? [{ path, message: problem }] : [];
}

/**
 * Drafts skip Strapi's checks of length and range, so that a draft may be incomplete; what a
 * column cannot hold would then be an error 500 on PostgreSQL. Links are checked here as well.
 */
export function refuseUnsafeValues(strapi: Core.Strapi, models: Models): Rule {
  return ({ model, data }) => {
    const cmsUrl = strapi.config.get('server.absoluteUrl', '');
    const issues: Issue[] = [];
    visitValues(models, model, data, (attribute, value, path) => {
      issues.push(...findIssues(attribute, value, path, cmsUrl));
    });
    refuse(issues);
    return undefined;
  };
}
