import type { Core } from '@strapi/strapi';
import { z } from 'zod';

const OUTBOX = 'api::outbox.outbox';
/** How far back releases are looked for, and how many of each one's changes are named. */
const MAX_ROWS = 2000;
const MAX_RELEASES = 30;
const MAX_NAMED = 50;

const time = z.coerce.date().transform((at) => at.toISOString());
const nameSchema = z.object({
  at: time,
  type: z.string(),
  documentId: z.string(),
  locale: z.string().nullable(),
  change: z.string(),
  ref: z.string().nullable(),
  title: z.string().nullable(),
  by: z.string(),
});
const releasedSchema = nameSchema.extend({ release: z.string(), doneAt: time });

type NamedChange = z.output<typeof nameSchema>;

export interface ReleaseSummary {
  release: string;
  at: string;
  /** How many changes it brought, of which the latest are named. */
  count: number;
  changes: NamedChange[];
}

/** The last thirty releases that brought changes, latest first. */
export async function listReleases(strapi: Core.Strapi): Promise<ReleaseSummary[]> {
  const rows: unknown = await strapi.db.query(OUTBOX).findMany({
    where: { release: { $notNull: true } },
    orderBy: { id: 'desc' },
    limit: MAX_ROWS,
  });
  const byRelease = new Map<string, z.output<typeof releasedSchema>[]>();
  for (const row of z.array(releasedSchema).parse(rows)) {
    const known = byRelease.get(row.release);
    if (known) known.push(row);
    else byRelease.set(row.release, [row]);
  }
  return [...byRelease]
    .map(([release, all]) => ({
      release,
      at: all.reduce((last, { doneAt }) => (doneAt > last ? doneAt : last), ''),
      count: all.length,
      changes: all.slice(0, MAX_NAMED).map((row) => nameSchema.parse(row)),
    }))
    .sort((one, other) => (one.at < other.at ? 1 : -1))
    .slice(0, MAX_RELEASES);
}

/** How many changes wait for a release, and since when the first of them does. */
export async function readQueue(
  strapi: Core.Strapi,
): Promise<{ length: number; oldestAt: string | null }> {
  const where = { release: { $null: true } };
  const length = await strapi.db.query(OUTBOX).count({ where });
  const oldest: unknown = await strapi.db
    .query(OUTBOX)
    .findOne({ select: ['at'], where, orderBy: { id: 'asc' } });
  return { length, oldestAt: z.object({ at: time }).nullable().parse(oldest)?.at ?? null };
}

/** The latest change of an entry that waits, or that a release holds. */
export async function findLastChange(
  strapi: Core.Strapi,
  entry: { type: string; documentId: string },
  state: 'waiting' | 'released',
): Promise<{ at: string; change: string; release: string | null } | null> {
  const row: unknown = await strapi.db.query(OUTBOX).findOne({
    where: { ...entry, release: { [state === 'waiting' ? '$null' : '$notNull']: true } },
    orderBy: { id: 'desc' },
  });
  if (row === null) return null;
  const { at, doneAt, change, release } = z
    .object({
      at: time,
      doneAt: time.nullable(),
      change: z.string(),
      release: z.string().nullable(),
    })
    .parse(row);
  return { at: doneAt ?? at, change, release };
}
