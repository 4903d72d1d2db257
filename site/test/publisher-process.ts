/** The publisher as a process of its own over a fake CMS, for tests that end or hinder it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { listReleases } from '../publisher/release-store.ts';
import { type PublisherStatus, statusSchema } from '../publisher/status.ts';
import { type FakeCms, publishSecret, startFakeCms } from './fake-cms.ts';
import { createWorld } from './world.ts';

const manifest = z.object({ pages: z.number() });

export interface StartOptions {
  /** No file may grow beyond so many blocks of 512 bytes. */
  largestFile?: number;
  /** See `kill-at.ts`. */
  killAt?: string;
}

class EndedError extends Error {
  override name = 'EndedError';
}

export class PublisherProcess {
  readonly cms: FakeCms;
  readonly dataDir = mkdtempSync(path.join(tmpdir(), 'see-publisher-'));
  readonly #port: number;
  #child: ChildProcess | null = null;
  #sequence = 0;
  #title = '';

  private constructor(cms: FakeCms, port: number) {
    this.cms = cms;
    this.#port = port;
  }

  /** Starts it and waits until all is live. */
  static async create(): Promise<PublisherProcess> {
    const cms = await startFakeCms(createWorld());
    cms.changes = [];
    const publisher = new PublisherProcess(cms, await freePort());
    publisher.start();
    await publisher.untilLive();
    return publisher;
  }

  get releasesDir(): string {
    return path.join(this.dataDir, 'releases');
  }

  start({ largestFile, killAt }: StartOptions = {}): void {
    const options = killAt === undefined ? [] : ['--import', './test/kill-at.ts'];
    const command = [process.execPath, ...options, 'publisher/main.ts'];
    const limit = largestFile === undefined ? '' : `ulimit -f ${largestFile};`;
    this.#child = spawn('/bin/sh', ['-c', `${limit} exec "$0" "$@"`, ...command], {
      cwd: path.resolve(import.meta.dirname, '..'),
      stdio: 'ignore',
      env: {
        PATH: process.env.PATH,
        CMS_URL: this.cms.url,
        CMS_TOKEN: this.cms.token,
        SEE_DATA_DIR: this.dataDir,
        SITE_URL: 'https://see.example',
        PUBLISHER_PORT: String(this.#port),
        SEE_PUBLISH_SECRET: publishSecret,
        ...(killAt === undefined ? {} : { SEE_KILL_AT: killAt }),
      },
    });
  }

  async kill(): Promise<void> {
    const child = this.#child;
    if (!child || this.#hasEnded()) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  /** Answers by which signal it ended; null when all is live first. */
  async untilEnded(): Promise<string | null> {
    await this.untilLive().catch((error: unknown) => {
      if (!(error instanceof EndedError)) throw error;
    });
    return this.#child?.signalCode ?? null;
  }

  #hasEnded(): boolean {
    return this.#child?.exitCode !== null || this.#child.signalCode !== null;
  }

  async stop(): Promise<void> {
    await this.kill();
    await this.cms.stop();
    // What worked for the publisher ends by itself, a moment after it.
    rmSync(this.dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }

  /** Publishes every practice under another title, as an editor does. */
  retitle(): string {
    this.#sequence += 1;
    const sequence = this.#sequence;
    const title = `Title ${sequence}.`;
    this.#title = title;
    const publishedAt = new Date(Date.parse('2026-04-01') + sequence * 1000).toISOString();
    const { cms } = this;
    cms.rows.practices = (cms.rows.practices ?? []).map((row) => ({ ...row, title, publishedAt }));
    cms.changes?.push({ sequence, type: 'practice', documentId: 'young-first', change: 'publish' });
    return title;
  }

  /**
   * Waits for a status like this; the publisher is not there for a moment after its start. Throws
   * an EndedError when it ends.
   */
  async untilStatus(isWanted: (status: PublisherStatus) => boolean): Promise<PublisherStatus> {
    for (;;) {
      await wait(50);
      const answer = await fetch(`http://127.0.0.1:${this.#port}/status`).catch(() => null);
      if (this.#hasEnded()) throw new EndedError('The publisher ended.');
      if (!answer) continue;
      const status = statusSchema.parse(await answer.json());
      if (isWanted(status)) return status;
    }
  }

  /** Waits until nothing is to be done; search and open data hold what the pages show. */
  async untilLive(): Promise<void> {
    await this.untilStatus((status) => {
      if (status.lastError) throw new Error(status.lastError.message);
      const isSettled = status.release !== null && status.searchableAt === status.publishedAt;
      const isDone = !status.pending && this.cms.changes?.length === 0;
      if (status.state !== 'idle' || !isSettled || !isDone) return false;
      // No status tells of open data.
      return this.read('data/practices.json').includes(this.#title);
    });
  }

  /** The id of the release that readers have. */
  liveRelease(): string {
    return path.basename(realpathSync(path.join(this.releasesDir, 'current')));
  }

  /** The text of a live file. */
  read(file: string): string {
    return readFileSync(path.join(this.releasesDir, 'current', file), 'utf8');
  }

  /** What is wrong with the release that readers have; nothing when it is whole. */
  faultsOfLive(): string[] {
    return faultsOf(realpathSync(path.join(this.releasesDir, 'current')));
  }

  /** What is wrong with those that somebody could go back to. */
  faultsOfKept(): string[] {
    return listReleases(this.releasesDir).flatMap((id) =>
      faultsOf(path.join(this.releasesDir, id)),
    );
  }

  /** Names in the folder of releases that are none, nor prepared for one to come. */
  leftovers(): string[] {
    const names = readdirSync(this.releasesDir).filter((name) => /^\.|\.part$/.test(name));
    const prepared = names.filter((name) => /^\.staging-[0-9a-f]{8}-/.test(name)).slice(0, 3);
    return names.filter((name) => !prepared.includes(name));
  }
}

function faultsOf(release: string): string[] {
  const { pages } = manifest.parse(JSON.parse(readFileSync(`${release}.json`, 'utf8')));
  const names = readdirSync(release, { recursive: true, encoding: 'utf8' });
  const html = names.filter((name) => name.endsWith('.html'));
  return [
    ...(html.length === pages ? [] : [`${html.length} of ${pages} pages are there`]),
    ...html
      .filter((name) => !readFileSync(path.join(release, name), 'utf8').includes('</html>'))
      .map((name) => `${name} is cut off`),
    ...['pagefind/pagefind.js', 'data/practices.json', 'sitemap-index.xml']
      .filter((name) => !existsSync(path.join(release, name)))
      .map((name) => `${name} is missing`),
    ...names.filter((name) => name.endsWith('.part')),
  ];
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}
