import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { expect, inject, vi } from 'vitest';
import { z } from 'zod';
import { commonJs } from '../../scripts/common-js.mts';
import { appDir } from '../../scripts/compile.mts';
import { goodEnvironment } from '../../scripts/environment.mts';
import { forgetAttempts } from './forget-attempts.js';
import { freePort } from './free-port.js';
import { addressOfDatabase, createDatabase } from './postgres.js';

const { createStrapi } = commonJs('@strapi/strapi');

export interface BootOptions {
  /** Without it: what `TEST_DATABASE` names, else SQLite. */
  database?: 'sqlite' | 'postgres';
  /** Answer HTTP on a free port of the loopback interface. */
  listen?: boolean;
  /** Variables that differ from the good ones; `undefined` takes one away. */
  env?: Record<string, string | undefined>;
  /** Boot on an existing data directory, which `stop` then leaves in place. */
  dataDir?: string;
}

export interface RunningCms {
  strapi: Core.Strapi;
  /** `http://127.0.0.1:port`; empty unless `listen` was asked for. */
  url: string;
  dataDir: string;
  /** The environment this CMS was booted with, to boot the same one again. */
  env: Record<string, string | undefined>;
  stop: () => Promise<void>;
}

/** Sets the variables of this process and returns how to put back what was there. */
function replaceEnvironment(variables: Record<string, string | undefined>): () => void {
  const before = Object.keys(variables).map((name) => [name, process.env[name]] as const);
  const apply = (entries: Iterable<readonly [string, string | undefined]>) => {
    for (const [name, value] of entries) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  };
  apply(Object.entries(variables));
  return () => apply(before);
}

interface ConnectionPool {
  numUsed(): number;
  numPendingAcquires(): number;
}

const clientSchema = z.object({ pool: z.custom<ConnectionPool>() });

/** Strapi reads once more what was written, for its listeners, after it answered the write. */
async function untilIdle(strapi: Core.Strapi): Promise<void> {
  const { pool } = clientSchema.parse(strapi.db.connection.client);
  await vi.waitFor(() => {
    expect(pool.numUsed() + pool.numPendingAcquires()).toBe(0);
  });
}

/** Destroys without taking away the listeners by which the test runner talks to this process. */
async function destroy(strapi: Core.Strapi): Promise<void> {
  const kept = vi.spyOn(process, 'removeAllListeners').mockReturnValue(process);
  try {
    await strapi.destroy();
  } finally {
    kept.mockRestore();
    forgetAttempts();
  }
}

async function copyOfTemplate(): Promise<string> {
  const port = inject('postgresPort');
  return addressOfDatabase(port, await createDatabase(port, inject('templatePostgres')));
}

/** Boots the compiled CMS inside this process, on data of its own. */
export async function boot(options: BootOptions = {}): Promise<RunningCms> {
  const client = options.database ?? process.env.TEST_DATABASE ?? 'sqlite';
  const dataDir = options.dataDir ?? mkdtempSync(path.join(tmpdir(), 'see-cms-'));
  const database = path.join(dataDir, 'cms.db');
  if (client === 'sqlite' && !existsSync(database)) {
    copyFileSync(inject('templateDatabase'), database);
  }
  const port = await freePort();
  const env = {
    ...goodEnvironment(dataDir),
    CMS_PORT: String(port),
    DATABASE_URL: undefined,
    ...(client === 'postgres' && options.env?.DATABASE_URL === undefined
      ? { DATABASE_URL: await copyOfTemplate() }
      : {}),
    ...options.env,
  };
  const restoreEnvironment = replaceEnvironment(env);
  const removeData = () => {
    if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true });
  };
  let strapi: Core.Strapi | undefined;
  try {
    strapi = createStrapi({ appDir, distDir: inject('distDir'), serveAdminPanel: false });
    strapi.log.level = process.env.TEST_LOG_LEVEL ?? 'error';
    await strapi.load();
    const loaded = strapi;
    if (options.listen) {
      await new Promise<void>((resolve) => loaded.server.listen(port, '127.0.0.1', resolve));
    }
    const stop = async () => {
      await untilIdle(loaded);
      await destroy(loaded);
      restoreEnvironment();
      removeData();
    };
    return { strapi, url: options.listen ? `http://127.0.0.1:${port}` : '', dataDir, env, stop };
  } catch (error) {
    if (strapi) await destroy(strapi).catch(() => undefined);
    restoreEnvironment();
    removeData();
    throw error;
  }
}
