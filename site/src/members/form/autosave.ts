/**
 * Saves after a pause, one request at a time, and tells how it stands. What cannot be saved now is
 * tried again: after the wait that the server asks for, when the line is back, after signing in.
 */
import { RequestFailed } from '../request-failed.ts';

export type SaveState =
  'saved' | 'changed' | 'saving' | 'waiting' | 'signedOut' | 'refused' | 'conflict';

export interface AutosaveOptions {
  /** Saves what is to be saved; answers false where there was nothing. Throws RequestFailed. */
  readonly save: (isLast: boolean) => Promise<boolean>;
  readonly onState: (state: SaveState, error: RequestFailed | null) => void;
  /** Sets a timer of so many milliseconds; answers how to stop it. */
  readonly after: (ms: number, run: () => void) => () => void;
}

/** Milliseconds of quiet before saving, and at first between attempts. */
const pause = 1500;
const firstWait = 4000;
const longestWait = 60_000;

export class Autosave {
  readonly #options: AutosaveOptions;
  #stop: (() => void) | null = null;
  #running: Promise<void> | null = null;
  #isWanted = false;
  #isHeld = false;
  #wait = firstWait;

  constructor(options: AutosaveOptions) {
    this.#options = options;
  }

  /** Something was written. */
  touch(): void {
    this.#isWanted = true;
    if (this.#isHeld) return;
    this.#options.onState('changed', null);
    this.#later(pause);
  }

  /** Saves at once what is wanted. Resolves when it is saved or known why not. */
  async flush(isLast = false): Promise<void> {
    this.#stop?.();
    if (this.#isHeld) return;
    while (this.#running) await this.#running;
    if (!this.#isNeeded()) return;
    this.#running = this.#run(isLast).finally(() => {
      this.#running = null;
    });
    await this.#running;
  }

  /** No saving until `resume`: the member decides between two versions. */
  hold(): void {
    this.#isHeld = true;
    this.#stop?.();
  }

  resume(): void {
    this.#isHeld = false;
    this.#wait = firstWait;
    if (this.#isWanted) void this.flush();
  }

  get isPending(): boolean {
    return this.#isWanted || this.#running !== null;
  }

  /** Something was written that is not saved, and may be. */
  #isNeeded(): boolean {
    return this.#isWanted && !this.#isHeld;
  }

  async #run(isLast: boolean): Promise<void> {
    this.#isWanted = false;
    this.#options.onState('saving', null);
    try {
      await this.#options.save(isLast);
      this.#wait = firstWait;
      if (!this.#isNeeded()) this.#options.onState('saved', null);
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      this.#isWanted = true;
      this.#failed(error);
    }
  }

  #failed(error: RequestFailed): void {
    const { status, retryAfter, isPassing } = error;
    if (isPassing) {
      this.#later(retryAfter === null ? this.#wait : retryAfter * 1000);
      this.#wait = Math.min(this.#wait * 2, longestWait);
      this.#options.onState('waiting', error);
      return;
    }
    const state = status === 401 ? 'signedOut' : status === 409 ? 'conflict' : 'refused';
    if (state !== 'refused') this.hold();
    this.#options.onState(state, error);
  }

  #later(ms: number): void {
    this.#stop?.();
    this.#stop = this.#options.after(ms, () => void this.flush());
  }
}
