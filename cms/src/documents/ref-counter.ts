import type { Core } from '@strapi/strapi';
import { z } from 'zod';

const TABLE = 'ref_counters';

const rowsSchema = z.array(
  z.object({
    last: z.number(),
    // SQLite hands JSON out as text.
    withdrawn: z
      .preprocess(
        (value) => (typeof value === 'string' ? JSON.parse(value) : value),
        z.array(z.number()).nullish(),
      )
      .transform((numbers) => numbers ?? []),
  }),
);

export interface CounterState {
  last: number;
  /** Numbers whose documents were deleted. */
  withdrawn: number[];
}

/**
 * Raises the counter of a letter by `step` and returns it. The statement locks the counter's row
 * until the surrounding transaction ends, so creations of one type wait for each other.
 */
export async function advanceCounter(
  strapi: Core.Strapi,
  letter: string,
  step: number,
): Promise<CounterState> {
  return strapi.db.transaction(async ({ trx }) => {
    const counters = () => strapi.db.getConnection(TABLE).transacting(trx);
    const advance = async () =>
      rowsSchema.parse(
        await counters().where({ letter }).increment('last', step).returning(['last', 'withdrawn']),
      )[0];
    const advanced = await advance();
    if (advanced) return advanced;
    await counters()
      .insert({ letter, last: 0, document_id: `ref-counter-${letter}` })
      .onConflict('letter')
      .ignore();
    const fresh = await advance();
    if (!fresh) throw new Error(`The counter for refs with "${letter}" could not be created.`);
    return fresh;
  });
}

/** Notes that the document with this number is gone, so that nobody is given the number again. */
export async function withdrawNumber(
  strapi: Core.Strapi,
  letter: string,
  number: number,
): Promise<void> {
  const { withdrawn } = await advanceCounter(strapi, letter, 0);
  await strapi.db.transaction(async ({ trx }) => {
    await strapi.db
      .getConnection(TABLE)
      .transacting(trx)
      .where({ letter })
      .update({ withdrawn: JSON.stringify([...withdrawn, number]) });
  });
}
