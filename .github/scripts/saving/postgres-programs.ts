import { spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Runs one of PostgreSQL's own programs on the database of an address, with streams for both ends. */
export async function runPostgres(
  program: 'pg_dump' | 'psql',
  args: readonly string[],
  databaseUrl: string,
  ends: { input?: Readable; output?: Writable; signal: AbortSignal },
): Promise<void> {
  const { address, password } = withoutPassword(databaseUrl);
  const child = spawn(program, ['--no-password', ...args, address], {
    // Every user of a machine can read the arguments of a process, not its environment.
    env: { ...process.env, ...(password ? { PGPASSWORD: password } : {}) },
    stdio: ['pipe', 'pipe', 'pipe'],
    signal: ends.signal,
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    complaint = (complaint + chunk).slice(-4_000);
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const output = ends.output ? pipeline(child.stdout, ends.output) : drain(child.stdout);
  const input = ends.input ? pipeline(ends.input, child.stdin) : end(child.stdin);
  const [code, written, read] = await Promise.allSettled([ended, output, input]);
  if (code.status === 'rejected') throw explain(program, code.reason);
  if (code.value !== 0) {
    throw new Error(
      `${program} ended with code ${code.value ?? 'unknown'} on ${address}:\n${complaint.trim()}`,
    );
  }
  if (written.status === 'rejected') throw written.reason;
  if (read.status === 'rejected') throw read.reason;
}

function withoutPassword(databaseUrl: string): { address: string; password: string } {
  const url = new URL(databaseUrl);
  const password = decodeURIComponent(url.password);
  url.password = '';
  return { address: url.href, password };
}

function drain(stream: Readable): Promise<void> {
  stream.resume();
  return Promise.resolve();
}

function end(stream: Writable): Promise<void> {
  stream.end();
  return Promise.resolve();
}

function explain(program: string, error: unknown): unknown {
  const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  return isMissing
    ? new Error(
        `${program} is not on the PATH, and the database is PostgreSQL: install PostgreSQL's client programs (on Debian: apt-get install postgresql-client), of the server's version or newer.`,
      )
    : error;
}
