import { expect, test } from 'vitest';
import { z } from 'zod';
import { refuse } from '../../src/documents/issues.js';

const refusalSchema = z.object({
  message: z.string(),
  details: z.object({ errors: z.array(z.object({ path: z.array(z.number()) })) }),
});

test('of endless mistakes the first are told, and how many there are', () => {
  const issues = Array.from({ length: 90_000 }, (_, index) => ({
    path: [index],
    message: 'There is no such field.',
  }));
  const refused = () => {
    try {
      refuse(issues);
    } catch (error) {
      return refusalSchema.parse(error);
    }
    throw new Error('Nothing was refused.');
  };
  const { message, details } = refused();
  expect(message).toContain('90000');
  expect(details.errors.map(({ path }) => path[0])).toEqual([...Array(200).keys()]);
});
