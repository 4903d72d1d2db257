/**
 * Open data and feeds, and the search, hold the content of all entries at once. Each is made beside
 * the publisher's own work and taken into a release of its own when it is ready.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { siteRoot } from '../astro-build.ts';
import { haveGiveWay } from '../give-way.ts';
import {
  laterFailure,
  type LaterKind,
  type LaterMessage,
  laterMessage,
  type LaterTask,
  type Product,
  productsOf,
} from './messages.ts';

export type Made = { readonly version: string; readonly message: LaterMessage };

/** What failed is not tried again at once: the same content would fail in the same way. */
const pauseMs = 30_000;

const subject: Readonly<Record<LaterKind, string>> = {
  data: 'Open data',
  lists: 'Feeds and lists',
  search: 'The search',
};
/** Readers look for what they have just written; who takes the data comes once a day. */
const patience: Readonly<Record<LaterKind, number>> = { search: 5, lists: 10, data: 10 };
const workerFile = fileURLToPath(new URL('./worker.ts', import.meta.url));
const said = z.union([laterMessage, laterFailure]);

interface Work {
  readonly version: string;
  readonly child: ChildProcess;
  /** Nobody wants any more what it makes. */
  isLeftOff: boolean;
  readonly ended: Promise<void>;
}

export class LaterFiles {
  readonly #task: LaterTask;
  readonly #onReady: () => void;
  readonly #ready: Made[] = [];
  /** A process, not a thread: what it took of the memory is given back at its end. */
  #worker: Work | null = null;
  /** What is to be made after what is being made. */
  #next: string | null = null;
  #failure: { readonly version: string; readonly error: Error; readonly at: number } | null = null;

  constructor(task: LaterTask, onReady: () => void) {
    this.#task = task;
    this.#onReady = onReady;
  }

  get products(): readonly Product[] {
    return productsOf[this.#task.kind];
  }

  get isReady(): boolean {
    return this.#ready.length > 0;
  }

  /** Why the files could not be made when that was tried last. */
  get error(): Error | null {
    return this.#failure?.error ?? null;
  }

  /**
   * Asks for the files of this state of the content, unless they are being made, or others wait to
   * be taken: who takes those asks again. Where something was taken away, what is being made of an
   * earlier state would show it for as long again: it is left off.
   */
  want(version: string, isLess = false): void {
    if (this.isReady) return;
    if (isLess && this.#worker && this.#worker.version !== version) this.#leaveOff(this.#worker);
    const isPausing = version === this.#failure?.version && Date.now() - this.#failure.at < pauseMs;
    if (version === this.#worker?.version || isPausing) this.#next = null;
    else if (this.#worker) this.#next = version;
    else this.#start(version);
  }

  /** Makes the files anew, whatever was made before. Throws when they cannot be made. */
  async make(version: string): Promise<void> {
    this.#next = null;
    await this.settled();
    this.#ready.length = 0;
    this.#start(version);
    await this.settled();
    if (this.error) throw this.error;
  }

  /** What was made since the last call. The files are the caller's until it asks for more. */
  take(): Made[] {
    return this.#ready.splice(0);
  }

  /** Resolves when nothing is being made. */
  async settled(): Promise<void> {
    while (this.#worker) await this.#worker.ended;
  }

  async stop(): Promise<void> {
    this.#next = null;
    if (this.#worker) this.#leaveOff(this.#worker);
    await this.settled();
  }

  #leaveOff(work: Work): void {
    work.isLeftOff = true;
    work.child.kill('SIGKILL');
  }

  #start(version: string): void {
    this.#failure = null;
    const child = fork(workerFile, [JSON.stringify(this.#task)], {
      // Half the time of its start would go into compiling what was compiled before.
      env: { ...process.env, NODE_COMPILE_CACHE: path.join(siteRoot, '.cache/compiled') },
    });
    if (child.pid !== undefined) haveGiveWay(child.pid, patience[this.#task.kind]);
    child.on('message', (message: unknown) => {
      const parsed = said.parse(message);
      if (parsed.kind === 'failure') this.#fail(version, parsed.reason);
      else {
        this.#ready.push({ version, message: parsed });
        this.#onReady();
      }
    });
    child.once('error', ({ message }) => {
      this.#fail(version, message);
    });
    this.#worker = { version, child, isLeftOff: false, ended: this.#end(version, child) };
  }

  /** What it said last can come after it is gone. */
  async #end(version: string, child: ChildProcess): Promise<void> {
    const exit: unknown[] = await once(child, 'exit').catch(() => []);
    if (child.connected) await once(child, 'disconnect');
    const [code, signal] = exit;
    const isExpected = code === 0 || this.#worker?.isLeftOff;
    if (!isExpected) this.#fail(version, `its process ended with ${String(signal ?? code)}`);
    this.#worker = null;
    const next = this.#next;
    this.#next = null;
    // Files that nobody has taken yet must stay; who takes them asks for what is missing then.
    if (next !== null && !this.isReady) this.#start(next);
  }

  #fail(version: string, reason: string): void {
    const error = new Error(`${subject[this.#task.kind]} could not be made: ${reason}`);
    this.#failure ??= { version, error, at: Date.now() };
  }
}
