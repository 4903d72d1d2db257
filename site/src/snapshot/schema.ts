/** The tables of the local content. */
export const schema = `
  PRAGMA journal_mode = WAL;
  CREATE TABLE IF NOT EXISTS entry (
    type TEXT NOT NULL,
    id TEXT NOT NULL,
    ref TEXT NOT NULL,
    slug TEXT NOT NULL,
    version TEXT NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (type, id)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS entry_slug ON entry (type, slug);
  CREATE INDEX IF NOT EXISTS entry_ref ON entry (type, ref);
  -- Relations are given out as refs: the content itself is not touched for that.
  CREATE INDEX IF NOT EXISTS entry_ref_of ON entry (id, ref);
  -- All but the content, close together: what lists entries by the thousand reads no more.
  CREATE INDEX IF NOT EXISTS entry_head ON entry (type, id, ref, slug, version);
  CREATE TABLE IF NOT EXISTS link (
    type TEXT NOT NULL,
    id TEXT NOT NULL,
    attribute TEXT NOT NULL,
    position INTEGER NOT NULL,
    target TEXT NOT NULL,
    PRIMARY KEY (type, id, attribute, position)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS link_target ON link (target, type, attribute);
  CREATE TABLE IF NOT EXISTS picture (key TEXT PRIMARY KEY, data TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS upload_use (
    type TEXT NOT NULL,
    id TEXT NOT NULL,
    key TEXT NOT NULL,
    PRIMARY KEY (type, id, key)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS upload_use_key ON upload_use (key);
  CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  -- What was written and is not live yet, as the keys under which pages read it.
  CREATE TABLE IF NOT EXISTS changed (key TEXT PRIMARY KEY) WITHOUT ROWID;
  -- What is published and must not be shown: nothing that renders reads it here.
  CREATE TABLE IF NOT EXISTS withheld (
    type TEXT NOT NULL,
    id TEXT NOT NULL,
    ref TEXT NOT NULL,
    slug TEXT NOT NULL,
    version TEXT NOT NULL,
    data TEXT NOT NULL,
    links TEXT NOT NULL,
    PRIMARY KEY (type, id)
  ) WITHOUT ROWID;
  -- What was published once and is not any more: no kept release may show it again.
  CREATE TABLE IF NOT EXISTS withdrawn (
    type TEXT NOT NULL,
    id TEXT NOT NULL,
    ref TEXT NOT NULL,
    slug TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (type, id)
  ) WITHOUT ROWID;
`;
