import { fork } from 'node:child_process';
import path from 'node:path';
import { freePorts } from '../machine/ports.ts';
import { root } from '../machine/settings.ts';

const startMs = 20 * 60_000;
const portNames = ['SITE_PORT', 'CMS_PORT', 'PUBLISHER_PORT', 'MAIL_WEB_PORT', 'MAIL_SMTP_PORT'];
/** Settings of somebody's own `npm start` that must not reach a test. */
const notPassedOn = /^(SITE_URL|CMS_PUBLIC_URL|DATABASE_URL|SMTP_HOST|SEE_.*)$/;

export interface TemporaryPlatform {
  /** Where things are, as variables for the browser tests. */
  env: Record<string, string>;
  stop: () => Promise<void>;
}

/** The real `npm start` on a data directory and ports of its own. */
export async function startTemporaryPlatform(
  dataDir: string,
  signal: AbortSignal,
): Promise<TemporaryPlatform> {
  const ports = await freePorts(portNames.length);
  const portVariables = Object.fromEntries(
    portNames.map((name, index) => [name, String(ports[index])]),
  );
  const [site, cms, publisher, mail] = ports;
  const inherited = Object.entries(process.env).filter(([name]) => !notPassedOn.test(name));
  const child = fork(path.join(root, '.github/scripts/start.ts'), {
    cwd: root,
    env: {
      ...Object.fromEntries(inherited),
      ...portVariables,
      SEE_DATA_DIR: dataDir,
      SEE_DEMO: 'true',
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
    });
  }
  const ended = new Promise<void>((resolve) =>
    child.once('exit', () => {
      resolve();
    }),
  );
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  signal.addEventListener('abort', () => child.kill('SIGTERM'), { once: true });
  const timeout = setTimeout(() => child.kill('SIGTERM'), startMs);
  const isReady = await new Promise<boolean>((resolve) => {
    child.once('message', () => {
      resolve(true);
    });
    void ended.then(() => {
      resolve(false);
    });
  });
  clearTimeout(timeout);
  if (!isReady) throw new Error(`"npm start" did not come up:\n${output.trim()}`);
  return {
    env: {
      SITE_URL: `http://localhost:${site}`,
      CMS_PUBLIC_URL: `http://localhost:${cms}`,
      PUBLISHER_URL: `http://localhost:${publisher}`,
      MAIL_URL: `http://localhost:${mail}`,
      SEE_DATA_DIR: dataDir,
    },
    stop,
  };
}
