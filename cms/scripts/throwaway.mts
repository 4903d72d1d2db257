/*
 * Runs a command of Strapi that reads the configuration but serves nobody, such as `strapi build`,
 * with secrets and a data directory that are gone afterwards: building needs no secret of anyone.
 * Usage: node scripts/throwaway.mts strapi build
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { goodEnvironment } from './environment.mts';

const [command, ...options] = process.argv.slice(2);
if (!command) throw new Error('Name the command to run: node scripts/throwaway.mts strapi build.');

const dataDir = mkdtempSync(path.join(tmpdir(), 'see-throwaway-'));
try {
  const env = { ...process.env, ...goodEnvironment(dataDir) };
  const { status, error } = spawnSync(command, options, { env, stdio: 'inherit' });
  if (error) throw error;
  process.exitCode = status ?? 1;
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
