import type { Core } from '@strapi/strapi';
import { z } from 'zod';

const COUNTER = 'api::ref-counter.ref-counter';

const rowSchema = z.object({
  last: z.number(),
  withdrawn: z
    .array(z.number())
    .nullish()
    .transform((numbers) => numbers ?? []),
});

export interface CounterState {
  last: number;
  /** Numbers whose documents were deleted. */
  withdrawn: number[];
}

/**
 * Raises the counter of a letter by `step` and returns it. The update locks the counter's row
 * until the surrounding transaction ends, so creations of one type wait for each other.
 */
export async function advanceCounter(
  strapi: Core.Strapi,
  letter: string,
  step: number,
): Promise<CounterState> {
  const where = { letter };
  const advance = async () => {
    await strapi.db.queryBuilder(COUNTER).where(where).increment('last', step).update({}).execute();
    return rowSchema.nullable().parse(await strapi.db.query(COUNTER).findOne({ where }));
  };
  return strapi.db.transaction(async () => {
    const advanced = await advance();
    if (advanced) return advanced;
    const first = { letter, last: 0, documentId: `ref-counter-${letter}` };
    await strapi.db.queryBuilder(COUNTER).insert(first).onConflict('letter').ignore().execute();
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
  const data = { withdrawn: [...withdrawn, number] };
  await strapi.db.query(COUNTER).update({ where: { letter }, data });
}
