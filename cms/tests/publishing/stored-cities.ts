import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

/** What a database file has of a city. All its texts are one mark, so a half city shows. */
export interface StoredCity {
  draft: string | null;
  live: string | null;
  /** How many changes of it the publisher is told of. */
  changes: number;
}

const versionRow = z.object({
  id: z.string(),
  isLive: z.number(),
  name: z.string(),
  summary: z.string(),
  labels: z.string().nullable(),
});
const changeRow = z.object({ id: z.string(), changes: z.number(), last: z.string() });

const versions = `
  SELECT document_id AS id, published_at IS NOT NULL AS isLive, name, summary,
    (SELECT group_concat(label) FROM cities_cmps JOIN components_shared_source AS source
      ON source.id = cmp_id WHERE entity_id = cities.id AND field = 'sources') AS labels
  FROM cities WHERE locale = 'en'`;
const changes = `
  SELECT document_id AS id, count(*) AS changes,
    (SELECT change FROM outbox AS own WHERE own.document_id = outbox.document_id
      ORDER BY own.id DESC LIMIT 1) AS last
  FROM outbox GROUP BY document_id`;
const lostParts = `
  SELECT count(*) AS lost FROM components_shared_source
  WHERE id NOT IN (SELECT cmp_id FROM cities_cmps WHERE component_type = 'shared.source')`;

export interface StoredContent {
  cities: Map<string, StoredCity>;
  /** What must not be in any database, in words. */
  faults: string[];
}

/** Opens the file as the CMS does after a crash: what was not committed is rolled back. */
export function readStored(databaseFile: string): StoredContent {
  const database = new DatabaseSync(databaseFile);
  try {
    const all = <T>(shape: z.ZodType<T>, sql: string) =>
      z.array(shape).parse(database.prepare(sql).all());
    const cities = new Map<string, StoredCity>();
    const cityOf = (id: string) => {
      const city = cities.get(id) ?? { draft: null, live: null, changes: 0 };
      cities.set(id, city);
      return city;
    };
    for (const { id, isLive, ...texts } of all(versionRow, versions)) {
      const said = [...new Set([texts.name, texts.summary, texts.labels])].join(' and ');
      const city = cityOf(id);
      const place = isLive ? 'live' : 'draft';
      city[place] = city[place] === null ? said : `${city[place]} twice: ${said}`;
    }
    const told = all(changeRow, changes);
    for (const { id, changes } of told) cityOf(id).changes = changes;
    const isTold = new Map(told.map(({ id, last }) => [id, last === 'publish']));
    const faults = [
      ...all(z.object({ integrity_check: z.string() }), 'PRAGMA integrity_check')
        .map((row) => row.integrity_check)
        .filter((line) => line !== 'ok'),
      ...database
        .prepare('PRAGMA foreign_key_check')
        .all()
        .map((row) => JSON.stringify(row)),
      ...[...cities]
        .filter(([id, { live }]) => (live !== null) !== (isTold.get(id) ?? false))
        .map(([id]) => `${id} is not what the publisher was told last`),
      ...all(z.object({ lost: z.number() }), lostParts)
        .filter(({ lost }) => lost > 0)
        .map(({ lost }) => `${lost} sources belong to no city`),
    ];
    return { cities, faults };
  } finally {
    database.close();
  }
}
