import { randomUUID } from 'node:crypto';
import pg from 'pg';

export const addressOfDatabase = (port: number, name: string) =>
  `postgres://postgres@127.0.0.1:${port}/${name}`;

/** Makes a database, a copy of another one or empty, and returns its name. */
export async function createDatabase(port: number, template?: string): Promise<string> {
  const name = `see_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: addressOfDatabase(port, 'postgres') });
  await client.connect();
  try {
    const copied = template === undefined ? '' : ` TEMPLATE ${client.escapeIdentifier(template)}`;
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}${copied}`);
  } finally {
    await client.end();
  }
  return name;
}
