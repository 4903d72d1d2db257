/**
 * Open data, feeds and search hold the content of all entries at once. They are made beside the
 * publisher's own work and taken into a release of their own when they are ready.
 */
import { Worker } from 'node:worker_threads';
import { type LaterMessage, laterMessage, type LaterTask } from './messages.ts';

export type Made = { readonly version: string; readonly message: LaterMessage };

export class LaterFiles {
  readonly #task: LaterTask;
  readonly #onReady: (error: Error | null) => void;
  readonly #ready: Made[] = [];
  #worker: Worker | null = null;
  /** What is made now, and what is to be made after that. */
  #version: string | null = null;
  #next: string | null = null;

  constructor(task: LaterTask, onReady: (error: Error | null) => void) {
    this.#task = task;
    this.#onReady = onReady;
  }

  get isReady(): boolean {
    return this.#ready.length > 0;
  }

  get isMaking(): boolean {
    return this.#worker !== null;
  }

  /** Asks for the files of this state of the content. */
  want(version: string): void {
    if (version === this.#version) this.#next = null;
    else if (this.#worker) this.#next = version;
    else this.#start(version);
  }

  /** What was made since the last call. The files are the caller's until it asks for more. */
  take(): Made[] {
    return this.#ready.splice(0);
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
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: this.#task });
    this.#worker = worker;
    worker.on('message', (said: unknown) => {
      this.#ready.push({ version, message: laterMessage.parse(said) });
      this.#onReady(null);
    });
    worker.once('error', (error) => {
      this.#version = null;
      this.#onReady(error instanceof Error ? error : new Error(String(error)));
    });
    worker.once('exit', () => {
      this.#worker = null;
      const next = this.#next;
      this.#next = null;
      if (next !== null) this.#start(next);
    });
  }
}
