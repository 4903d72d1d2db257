import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from './free-port.js';
import { copyPostgres, unprivilegedUser } from './postgres-binaries.js';

const READY = 'database system is ready to accept connections';

export interface PostgresServer {
  port: number;
  stop: () => Promise<void>;
}

/** Starts a real PostgreSQL on a free port of the loopback interface, with data of its own. */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'see-postgres-'));
  const data = path.join(folder, 'data');
  const user = unprivilegedUser();
  chmodSync(folder, 0o755);
  const { initdb, postgres } = copyPostgres(path.join(folder, 'programs'));
  mkdirSync(data);
  if (user.uid !== undefined && user.gid !== undefined) chownSync(data, user.uid, user.gid);
  const options = { ...user, cwd: folder };
  const initdbOptions = ['--username=postgres', '--auth=trust', '--encoding=UTF8', '--locale=C'];
  execFileSync(initdb, [`--pgdata=${data}`, '--no-sync', ...initdbOptions], {
    ...options,
    stdio: 'pipe',
  });

  const port = await freePort();
  const flags = ['-p', String(port), '-h', '127.0.0.1', '-k', '', '-c', 'fsync=off'];
  const server = spawn(postgres, ['-D', data, ...flags], {
    ...options,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    let log = '';
    server.stderr.on('data', (chunk: Buffer) => {
      log += chunk.toString();
      if (log.includes(READY)) resolve();
    });
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${log}`)));
  });
  return {
    port,
    stop: async () => {
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
