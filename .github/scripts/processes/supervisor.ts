import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { ChildLog } from './child-log.ts';
import { ChildRecord } from './orphans.ts';
import { endGroup } from './process-group.ts';
import { complain } from '../../../site/publisher/terminal.ts';

export interface ChildSpec {
  name: string;
  /** Program and arguments. */
  command: readonly [string, ...string[]];
  cwd: string;
  env: NodeJS.ProcessEnv;
}

interface Child {
  spec: ChildSpec;
  log: ChildLog;
  process: ChildProcess;
  startedAt: number;
  /** Ends in a row that came soon after a start. */
  quickEnds: number;
}

const firstPauseMs = 1_000;
const longestPauseMs = 30_000;
const soonMs = 20_000;
const quickEndsAllowed = 5;

/**
 * Starts the long-running processes, each in a group of its own, and keeps them running: one that
 * ends is started again after a pause; one that keeps ending is a failure of the whole.
 */
export class Supervisor {
  /** Fulfilled with the reason when a process cannot be kept running. */
  readonly failure: Promise<Error>;
  readonly #dataDir: string;
  readonly #record: ChildRecord;
  readonly #children = new Map<string, Child>();
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #fail: (error: Error) => void;
  #isStopping = false;

  constructor(dataDir: string) {
    this.#dataDir = dataDir;
    this.#record = new ChildRecord(dataDir);
    const { promise, resolve } = Promise.withResolvers<Error>();
    this.failure = promise;
    this.#fail = resolve;
  }

  endOrphans(): Promise<string[]> {
    return this.#record.endOrphans();
  }

  start(spec: ChildSpec): void {
    const log = new ChildLog(path.join(this.#dataDir, 'logs', `${spec.name}.log`));
    this.#spawn(spec, log, 0);
  }

  /** What a child said last, to show when it does not do what it should. */
  lastLines(name: string): string {
    return this.#children.get(name)?.log.lastLines() ?? '';
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    for (const timer of this.#timers) clearTimeout(timer);
    const running = [...this.#children.values()].flatMap((child) => child.process.pid ?? []);
    await Promise.all(running.map((pid) => endGroup(pid)));
    this.#record.clear();
  }

  #spawn(spec: ChildSpec, log: ChildLog, quickEnds: number): void {
    const [program, ...args] = spec.command;
    const child = spawn(program, args, {
      cwd: spec.cwd,
      env: spec.env,
      detached: true,
      // A child that listens to the channel ends by itself when this process is killed.
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#children.set(spec.name, { spec, log, process: child, startedAt: Date.now(), quickEnds });
    if (child.pid) this.#record.note(spec.name, child.pid);
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk: string) => {
        log.write(chunk);
      });
    }
    child.once('error', (error) => {
      log.write(`${error.message}\n`);
    });
    child.once('close', (code, signal) => {
      this.#onEnd(spec.name, code, signal);
    });
  }

  #onEnd(name: string, code: number | null, signal: NodeJS.Signals | null): void {
    const child = this.#children.get(name);
    if (this.#isStopping || !child) return;
    const reason = signal ? `by ${signal}` : `with code ${code ?? 'unknown'}`;
    const quickEnds = Date.now() - child.startedAt < soonMs ? child.quickEnds + 1 : 1;
    const said = `The ${name} ended ${reason}. It said last (${child.log.file}):\n${child.log.lastLines()}`;
    if (quickEnds >= quickEndsAllowed) {
      this.#fail(new Error(`${said}\nIt was started ${quickEnds} times in vain.`));
      return;
    }
    const pause = Math.min(firstPauseMs * 2 ** (quickEnds - 1), longestPauseMs);
    complain(`${said}\nIt is started again in ${pause / 1000} s.`);
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#spawn(child.spec, child.log, quickEnds);
    }, pause);
    this.#timers.add(timer);
  }
}
