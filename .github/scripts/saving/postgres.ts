import { createReadStream, createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DumpCounter } from './dump-counter.ts';
import { epochKey } from './epoch-key.ts';
import type { Counts } from './manifest.ts';
import { runPostgres } from './postgres-programs.ts';

/** Writes the database as one file of SQL, as it is at one moment, and counts what is in it. */
export async function dumpPostgres(
  databaseUrl: string,
  to: string,
  signal: AbortSignal,
): Promise<Counts> {
  const counter = new DumpCounter();
  const file = createWriteStream(to, { flags: 'wx', mode: 0o600, flush: true });
  const args = ['--no-owner', '--no-privileges', '--encoding=UTF8'];
  await Promise.all([
    runPostgres('pg_dump', args, databaseUrl, { output: counter, signal }),
    pipeline(counter, file),
  ]);
  return counter.counts();
}

/** Throws when there are tables in the database already. */
export async function refuseFullPostgres(databaseUrl: string, signal: AbortSignal): Promise<void> {
  const refusal = `DO $$ BEGIN
    IF EXISTS (SELECT FROM pg_tables WHERE schemaname = 'public') THEN
      RAISE EXCEPTION 'There are tables in this database already: name an empty one in DATABASE_URL, or replace them with --force.';
    END IF;
  END $$;`;
  await runSql(databaseUrl, Readable.from([refusal]), signal);
}

/**
 * Loads a dump in one transaction: afterwards the database holds exactly what was saved, or what
 * it held before. What it holds is only replaced when that is asked for.
 */
export async function loadPostgres(
  databaseUrl: string,
  dump: { file: string; counts: Counts },
  options: { isReplacing: boolean; signal: AbortSignal },
): Promise<void> {
  const before = options.isReplacing ? 'DROP SCHEMA public CASCADE; CREATE SCHEMA public;\n' : '';
  async function* script(): AsyncGenerator<string | Buffer> {
    yield before;
    yield* createReadStream(dump.file);
    yield afterLoading(dump.counts);
  }
  await runSql(databaseUrl, Readable.from(script()), options.signal);
}

/** Makes the CMS begin a new count of its changes, and undoes everything unless all rows came. */
function afterLoading(counts: Counts): string {
  const checks = Object.entries(counts).map(([table, { rows }]) => {
    const name = `public."${table.replaceAll('"', '""')}"`;
    return `IF (SELECT count(*) FROM ${name}) <> ${rows} THEN
      RAISE EXCEPTION 'The table % does not hold what was saved.', '${table.replaceAll("'", "''")}';
    END IF;`;
  });
  return `
    DO $$ BEGIN ${checks.join('\n')} END $$;
    DELETE FROM public.strapi_core_store_settings WHERE key = '${epochKey}';\n`;
}

async function runSql(databaseUrl: string, input: Readable, signal: AbortSignal): Promise<void> {
  const args = ['--no-psqlrc', '--quiet', '--single-transaction', '--set=ON_ERROR_STOP=1'];
  await runPostgres('psql', [...args, '--file=-'], databaseUrl, { input, signal });
}
