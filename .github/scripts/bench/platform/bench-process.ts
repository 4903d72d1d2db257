import { type ChildProcess, spawn } from 'node:child_process';
import { ChildLog } from '../../processes/child-log.ts';
import { endGroup } from '../../processes/process-group.ts';
import type { ChildSpec } from '../../processes/supervisor.ts';
import { memoryOfTree } from './memory-of-tree.ts';

const sampleMs = 200;

/** Waiting longer would not help. */
export class ProcessFault extends Error {
  override name = 'ProcessFault';
}

/** A process of the platform that the benchmark starts, looks at and ends. */
export class BenchProcess {
  readonly #child: ChildProcess;
  readonly #log: ChildLog;
  readonly #name: string;
  #hasEnded = false;
  #mostMemory = 0;

  constructor({ name, command, cwd, env }: ChildSpec, logFile: string) {
    const [program, ...args] = command;
    this.#name = name;
    this.#log = new ChildLog(logFile);
    this.#child = spawn(program, args, {
      cwd,
      env,
      detached: true,
      // A child that listens to the channel ends by itself when this process is killed.
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk: string) => {
        this.#log.write(chunk);
      });
    }
    const sampling = setInterval(() => this.memory(), sampleMs).unref();
    this.#child.once('exit', () => {
      this.#hasEnded = true;
      clearInterval(sampling);
    });
  }

  /** Throws with its last words when it is not running any more. */
  assertRunning(): void {
    if (this.#hasEnded)
      throw new ProcessFault(`The ${this.#name} ended:\n${this.#log.lastLines()}`);
  }

  lastLines(): string {
    return this.#log.lastLines();
  }

  /** Of it and of all it started, in bytes; the most so far as it was seen five times a second. */
  memory(): { now: number; peak: number } | null {
    const now = this.#child.pid === undefined ? null : memoryOfTree(this.#child.pid);
    if (now === null) return null;
    this.#mostMemory = Math.max(this.#mostMemory, now);
    return { now, peak: this.#mostMemory };
  }

  async stop(): Promise<void> {
    // The publisher writes its profile while it ends, which takes its time.
    if (this.#child.pid && !this.#hasEnded) await endGroup(this.#child.pid, 30_000);
  }
}
