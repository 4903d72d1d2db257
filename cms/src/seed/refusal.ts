import { errors } from '@strapi/utils';
import { z } from 'zod';
import type { Row } from './plan';
import type { Problem } from './problem';

const issue = z.object({
  path: z.union([
    z.string().transform((path) => [path]),
    z.array(z.union([z.string(), z.number()])),
  ]),
  message: z.string(),
});
const refusal = z.object({
  message: z.string(),
  details: z
    .object({ errors: z.array(issue) })
    .optional()
    .catch(undefined),
});

/** What the rules of the content model found wrong with a row; null for any other failure. */
export function refusalOf(
  { record, locale }: Pick<Row, 'record' | 'locale'>,
  error: unknown,
): Problem[] | null {
  if (!(error instanceof errors.ValidationError)) return null;
  const { message, details } = refusal.parse(error);
  const file = locale === 'en' ? record.file : `translations (${locale})`;
  const issues = details?.errors ?? [{ path: [], message }];
  return issues.map((each) => ({ file, record: record.ref, ...each }));
}
