import { z } from 'zod';

const row = z.object({ id: z.number() });

/** The id of a row that the database answered; its queries have no types. */
export function rowId(answered: unknown): number {
  return row.parse(answered).id;
}
