import { existsSync } from 'node:fs';
import path from 'node:path';
import { readStatus } from '../../../../site/publisher/publish-request.ts';
import { currentRelease } from '../../../../site/publisher/release-store.ts';
import type { PublisherStatus } from '../../../../site/publisher/status.ts';
import { loadSecrets, type Secrets } from '../../machine/secrets.ts';
import type { Settings } from '../../machine/settings.ts';
import { cmsProcess, publisherProcess, siteProcess } from '../../platform/child-specs.ts';
import { answers, waitUntil } from '../../processes/wait-until.ts';
import type { ChildSpec } from '../../processes/supervisor.ts';
import { BenchProcess, ProcessFault } from './bench-process.ts';

const startMs = 180_000;
const publishMs = 30 * 60_000;

type Name = 'cms' | 'publisher' | 'site';

/** The real CMS, publisher and site of a data directory, each of which can be started anew. */
export class BenchPlatform {
  readonly settings: Settings;
  readonly secrets: Secrets;
  readonly signal: AbortSignal;
  readonly #running = new Map<Name, BenchProcess>();

  constructor(settings: Settings, signal: AbortSignal) {
    this.settings = settings;
    this.secrets = loadSecrets(settings.dataDir, {});
    this.signal = signal;
  }

  get snapshotFile(): string {
    return path.join(this.settings.dataDir, 'snapshot.db');
  }

  get profileDir(): string {
    return path.join(this.settings.dataDir, 'profiles');
  }

  /** The folder of the release that is live. */
  get liveDir(): string {
    const releases = path.join(this.settings.dataDir, 'releases');
    const id = currentRelease(releases);
    if (id === null) throw new Error(`No release is live in ${releases}.`);
    return path.join(releases, id);
  }

  process(name: Name): BenchProcess {
    const running = this.#running.get(name);
    if (!running) throw new Error(`The ${name} was not started.`);
    return running;
  }

  status(): Promise<PublisherStatus> {
    return readStatus(this.settings.publisherUrl);
  }

  async startCms(variables: Record<string, string> = {}): Promise<void> {
    const spec = cmsProcess(this.settings, this.secrets);
    await this.#start({ ...spec, env: { ...spec.env, ...variables } }, 'cms', () =>
      answers(`${this.settings.cmsUrl}/_health`, 204),
    );
  }

  async startSite(): Promise<void> {
    const url = `http://127.0.0.1:${this.settings.ports.site}/`;
    const isUp = async () => (await answers(url, 200)) || answers(url, 503);
    await this.#start(siteProcess(this.settings), 'site', isUp);
  }

  /** Starts the publisher and waits until what the CMS has is live and searchable. */
  async startPublisher({ isProfiled = false } = {}): Promise<void> {
    const spec = publisherProcess(this.settings, this.secrets);
    const [program, ...args] = spec.command;
    const profiling = isProfiled ? ['--cpu-prof', `--cpu-prof-dir=${this.profileDir}`] : [];
    await this.#start(
      { ...spec, command: [program, ...profiling, ...args] },
      'publisher',
      async () => existsSync(this.snapshotFile) && (await this.status()).state.length > 0,
    );
    await this.settled();
  }

  /** Waits until the live release shows what the CMS has now, and search finds what it shows. */
  async settled(): Promise<PublisherStatus> {
    const since = new Date().toISOString();
    let status = await this.status();
    await this.#wait('publisher', publishMs, async () => {
      status = await this.status();
      if (hasFailedSince(status, since)) {
        throw new ProcessFault(
          `The publish failed: ${status.lastError?.message ?? 'it says no reason'}`,
        );
      }
      return isSettled(status, since);
    });
    return status;
  }

  async stop(...names: Name[]): Promise<void> {
    const wanted = names.length > 0 ? names : (['publisher', 'site', 'cms'] as const);
    for (const name of wanted) {
      await this.#running.get(name)?.stop();
      this.#running.delete(name);
    }
  }

  async #start(spec: ChildSpec, name: Name, isReady: () => Promise<boolean>): Promise<void> {
    const log = path.join(this.settings.dataDir, 'logs', `${name}.log`);
    this.#running.set(name, new BenchProcess(spec, log));
    await this.#wait(name, name === 'publisher' ? publishMs : startMs, isReady);
  }

  async #wait(name: Name, timeoutMs: number, isReady: () => Promise<boolean>): Promise<void> {
    const child = this.process(name);
    const faults: unknown[] = [];
    const check = async () => {
      try {
        child.assertRunning();
        return await isReady();
      } catch (error) {
        // What cannot be reached yet is waited for; what says that it failed is not.
        if (error instanceof ProcessFault) faults.push(error);
        return faults.length > 0;
      }
    };
    await waitUntil(check, {
      signal: this.signal,
      timeoutMs,
      onTimeout: () => `The ${name} was not ready in time:\n${child.lastLines()}`,
    });
    if (faults.length > 0) throw faults[0];
  }
}

function isSettled(status: PublisherStatus, since: string): boolean {
  const { state, pending, dataAt, searchableAt, publishedAt } = status;
  const isSearchable = searchableAt !== null && publishedAt !== null && searchableAt >= publishedAt;
  return state === 'idle' && !pending && dataAt !== null && dataAt >= since && isSearchable;
}

/** A failure from before may be over already: the CMS was started anew, say. */
export function hasFailedSince({ state, lastError }: PublisherStatus, since: string): boolean {
  return state === 'failed' && lastError !== null && lastError.at >= since;
}
