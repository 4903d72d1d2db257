import readSettings from './settings';

const STATEMENT_TIMEOUT_MS = 30_000;

function connection() {
  const { database } = readSettings();
  if (database.client === 'postgres') {
    return {
      client: 'postgres',
      connection: { connectionString: database.url, statement_timeout: STATEMENT_TIMEOUT_MS },
      pool: { min: 0, max: 10 },
    };
  }
  return {
    client: 'sqlite',
    connection: { filename: database.filename },
    useNullAsDefault: true,
  };
}

// With `forceMigration` Strapi would drop a column whose attribute was renamed, silently, at boot.
export default () => ({ connection: connection(), settings: { forceMigration: false } });
