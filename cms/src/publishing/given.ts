import type { z } from 'zod';
import { refuse } from '../documents/issues';

/** What a request gave, in the shape that is asked for; refused with a sentence per mistake. */
export function readGiven<Schema extends z.ZodType>(
  schema: Schema,
  given: unknown,
): z.output<Schema> {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  refuse(
    parsed.error.issues.map(({ path, message }) => ({
      path: path.map((part) => (typeof part === 'number' ? part : String(part))),
      message: `${path.map(String).join('.') || 'The request'}: ${message}.`,
    })),
  );
  throw parsed.error;
}
