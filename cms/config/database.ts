import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import path from 'node:path';
import readSettings from './settings';

const STATEMENT_TIMEOUT_MS = 30_000;

/** SQLite would let every user of the machine read it. What it writes beside it follows its mode. */
function keepPrivate(filename: string) {
  mkdirSync(path.dirname(filename), { recursive: true, mode: 0o700 });
  closeSync(openSync(filename, 'a', 0o600));
  chmodSync(filename, 0o600);
}

interface SqliteConnection {
  pragma: (setting: string) => unknown;
}
type Opened = (error: Error | null, connection: SqliteConnection) => void;

/** What is deleted is overwritten: else what an erased member wrote would stand in the file for years. */
function overwriteDeleted(connection: SqliteConnection, opened: Opened) {
  connection.pragma('secure_delete = ON');
  opened(null, connection);
}

function connection() {
  const { database } = readSettings();
  if (database.client === 'postgres') {
    return {
      client: 'postgres',
      connection: { connectionString: database.url, statement_timeout: STATEMENT_TIMEOUT_MS },
      pool: { min: 0, max: 10 },
    };
  }
  keepPrivate(database.filename);
  return {
    client: 'sqlite',
    connection: { filename: database.filename },
    useNullAsDefault: true,
    pool: { afterCreate: overwriteDeleted },
  };
}

// With `forceMigration` Strapi would drop a column whose attribute was renamed, silently, at boot.
export default () => ({ connection: connection(), settings: { forceMigration: false } });
