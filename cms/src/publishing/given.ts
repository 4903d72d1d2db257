import type { z } from 'zod';
import { refuse } from '../documents/issues';

type Found = z.core.$ZodIssue;

/** A key that nobody asked for is named by its path, as a wrong value is. */
function pathsOf(issue: Found): PropertyKey[][] {
  if (issue.code !== 'unrecognized_keys') return [issue.path];
  return issue.keys.map((key) => [...issue.path, key]);
}

const messageOf = (issue: Found): string =>
  issue.code === 'unrecognized_keys' ? 'There is no such field here' : issue.message;

/** What a request gave, in the shape that is asked for; refused with a sentence per mistake. */
export function readGiven<Schema extends z.ZodType>(
  schema: Schema,
  given: unknown,
): z.output<Schema> {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  refuse(
    parsed.error.issues.flatMap((issue) =>
      pathsOf(issue).map((path) => ({
        path: path.map((part) => (typeof part === 'number' ? part : String(part))),
        message: `${path.map(String).join('.') || 'The request'}: ${messageOf(issue)}.`,
      })),
    ),
  );
  throw parsed.error;
}
