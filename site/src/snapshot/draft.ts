/**
 * A draft laid over the published content: to one connection, and to it alone, the tables look as
 * if the draft was published. Nothing is written to the file.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { Entry, EntryType } from '../collections/collection.ts';
import type { Picture } from './picture.ts';
import type { LinkRow } from './writer.ts';

export type Draft = {
  readonly type: EntryType;
  readonly entry: Entry;
  readonly links: readonly LinkRow[];
  /** What is shown of its images, by their keys. */
  readonly pictures: ReadonlyMap<string, Picture>;
};

/** Temporary names come before those of the file, so every query finds these views. */
const views = `
  CREATE TEMP TABLE draft_entry AS SELECT * FROM main.entry WHERE 0;
  CREATE TEMP TABLE draft_link AS SELECT * FROM main.link WHERE 0;
  CREATE TEMP VIEW entry AS
    SELECT * FROM main.entry WHERE (type, id) NOT IN (SELECT type, id FROM draft_entry)
    UNION ALL SELECT * FROM draft_entry;
  CREATE TEMP VIEW link AS
    SELECT * FROM main.link WHERE (type, id) NOT IN (SELECT type, id FROM draft_entry)
    UNION ALL SELECT * FROM draft_link;
  CREATE TEMP TABLE draft_picture AS SELECT * FROM main.picture WHERE 0;
  CREATE TEMP VIEW picture AS
    SELECT * FROM main.picture WHERE key NOT IN (SELECT key FROM draft_picture)
    UNION ALL SELECT * FROM draft_picture;
`;

export function layOver(database: DatabaseSync, { type, entry, links, pictures }: Draft): void {
  database.exec(views);
  database
    .prepare(
      'INSERT INTO draft_entry (type, id, ref, slug, version, data) VALUES (?, ?, ?, ?, ?, ?)',
    )
    .run(type, entry.id, entry.ref, entry.slug, 'draft', JSON.stringify(entry));
  const insert = database.prepare(
    'INSERT INTO draft_link (type, id, attribute, position, target) VALUES (?, ?, ?, ?, ?)',
  );
  for (const { attribute, position, target } of links) {
    insert.run(type, entry.id, attribute, position, target);
  }
  const show = database.prepare('INSERT INTO draft_picture (key, data) VALUES (?, ?)');
  for (const [key, picture] of pictures) show.run(key, JSON.stringify(picture));
}
