import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { ChildLog } from '../../processes/child-log.ts';
import { endGroup } from '../../processes/process-group.ts';
import type { ChildSpec } from '../../processes/supervisor.ts';

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
    this.#child.once('exit', () => {
      this.#hasEnded = true;
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

  /** Resident memory now and at most so far, in bytes; null where the system does not tell. */
  memory(): { now: number; peak: number } | null {
    try {
      const status = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8');
      const bytes = (name: string) =>
        Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1] ?? Number.NaN) * 1024;
      return { now: bytes('VmRSS'), peak: bytes('VmHWM') };
    } catch {
      return null;
    }
  }

  async stop(): Promise<void> {
    // The publisher writes its profile while it ends, which takes its time.
    if (this.#child.pid && !this.#hasEnded) await endGroup(this.#child.pid, 30_000);
  }
}
