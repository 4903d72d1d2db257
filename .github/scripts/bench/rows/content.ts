import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

const address = z.object({ id: z.string(), ref: z.string(), slug: z.string() });
export type Address = z.infer<typeof address>;

const town = z.object({ slug: z.string(), practices: z.number() });

/** Published practices spread evenly over all of them, by what the publisher pulled. */
export function spreadPractices(snapshotFile: string, count: number): Address[] {
  const all = read(
    snapshotFile,
    `SELECT id, ref, slug FROM entry WHERE type = 'practice' ORDER BY length(ref), ref`,
    address,
  );
  if (all.length < count)
    throw new Error(`There are ${all.length} practices, too few for ${count}.`);
  return Array.from({ length: count }, (_, index) => {
    const chosen = all[Math.floor(((index + 0.5) * all.length) / count)];
    if (!chosen) throw new Error('The practices end too early.');
    return chosen;
  });
}

/** The cities that practices name, those with the most practices first. */
export function citiesByPractices(snapshotFile: string): Address[] {
  return read(
    snapshotFile,
    `SELECT city.id AS id, city.ref AS ref, city.slug AS slug
     FROM link JOIN entry AS city ON city.id = link.target AND city.type = 'city'
     WHERE link.type = 'practice' AND link.attribute = 'cities'
     GROUP BY city.id ORDER BY count(*) DESC, city.ref`,
    address,
  );
}

/** The city whose number of practices is nearest to this one. */
export function cityWithPractices(snapshotFile: string, count: number): z.infer<typeof town> {
  const [nearest] = read(
    snapshotFile,
    `SELECT city.slug AS slug, count(*) AS practices
     FROM link JOIN entry AS city ON city.id = link.target AND city.type = 'city'
     WHERE link.type = 'practice' AND link.attribute = 'cities'
     GROUP BY city.slug ORDER BY abs(count(*) - ${count}), city.slug LIMIT 1`,
    town,
  );
  if (!nearest) throw new Error('No city has a practice.');
  return nearest;
}

function read<T>(snapshotFile: string, sql: string, shape: z.ZodType<T>): T[] {
  const snapshot = new DatabaseSync(snapshotFile, { readOnly: true });
  try {
    return z.array(shape).parse(snapshot.prepare(sql).all());
  } finally {
    snapshot.close();
  }
}
