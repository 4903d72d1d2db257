import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

/** Makes an empty database on the PostgreSQL server of this run and returns its address. */
export async function createPostgresDatabase(): Promise<string> {
  const server = `postgres://postgres@127.0.0.1:${inject('postgresPort')}`;
  const name = `see_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: `${server}/postgres` });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
  return `${server}/${name}`;
}
