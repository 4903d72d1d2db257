/**
 * Open data and feeds, and the search, hold the content of all entries at once. Each is made beside
 * the publisher's own work and taken into a release of its own when it is ready: readers look for
 * what they have just written, and who takes the data comes once a day.
 */
import { Worker } from 'node:worker_threads';
import { type LaterKind, type LaterMessage, laterMessage, type LaterTask } from './messages.ts';

export type Made = { readonly version: string; readonly message: LaterMessage };

/** What failed is not tried again at once: the same content would fail in the same way. */
const pauseMs = 30_000;

const subject: Readonly<Record<LaterKind, string>> = { files: 'Open data', search: 'The search' };

export class LaterFiles {
  readonly #task: LaterTask;
  readonly #onReady: () => void;
  readonly #ready: Made[] = [];
  #worker: Worker | null = null;
  /** What is made now or was made last, and what is to be made after that. */
  #version: string | null = null;
  #next: string | null = null;
  #failure: { readonly version: string; readonly error: Error; readonly at: number } | null = null;

  constructor(task: LaterTask, onReady: () => void) {
    this.#task = task;
    this.#onReady = onReady;
  }

  get kind(): LaterKind {
    return this.#task.kind;
  }

  get isReady(): boolean {
    return this.#ready.length > 0;
  }

  /** Why the files could not be made when that was tried last. */
  get error(): Error | null {
    return this.#failure?.error ?? null;
  }

  /**
   * Asks for the files of this state of the content, unless they are made or being made, or others
   * wait to be taken: who takes those asks again.
   */
  want(version: string): void {
    if (this.isReady) return;
    const isPausing = version === this.#failure?.version && Date.now() - this.#failure.at < pauseMs;
    if (version === this.#version || isPausing) this.#next = null;
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

  /**
   * What was made since the last call. The files are the caller's until it asks for more; should it
   * ask for the same again, it could not use them.
   */
  take(): Made[] {
    const taken = this.#ready.splice(0);
    if (taken.some(({ version }) => version === this.#version)) this.#version = null;
    return taken;
  }

  /** Resolves when nothing is being made. */
  async settled(): Promise<void> {
    while (this.#worker) await new Promise((resolve) => this.#worker?.once('exit', resolve));
  }

  async stop(): Promise<void> {
    this.#next = null;
    await this.#worker?.terminate();
  }

  #start(version: string): void {
    this.#version = version;
    this.#failure = null;
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: this.#task });
    this.#worker = worker;
    worker.on('message', (said: unknown) => {
      this.#ready.push({ version, message: laterMessage.parse(said) });
      this.#onReady();
    });
    worker.once('error', (cause) => {
      const reason = cause instanceof Error ? cause.message : String(cause);
      const error = new Error(`${subject[this.#task.kind]} could not be made: ${reason}`, {
        cause,
      });
      this.#version = null;
      this.#failure = { version, error, at: Date.now() };
    });
    worker.once('exit', () => {
      this.#worker = null;
      const next = this.#next;
      this.#next = null;
      // Files that nobody has taken yet must stay; who takes them asks for what is missing then.
      if (next !== null && !this.isReady) this.#start(next);
    });
  }
}
