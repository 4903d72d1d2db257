import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, inject, vi } from 'vitest';

/** A CMS that can be stopped dead in the middle of its work. */
export class CmsProcess {
  readonly #child: ChildProcess;
  readonly #pid: number;

  private constructor(child: ChildProcess, pid: number) {
    this.#child = child;
    this.#pid = pid;
  }

  /** Resolves when it answers HTTP. No file of it may grow beyond so many blocks of 512 bytes. */
  static async start(
    env: Record<string, string | undefined>,
    largestFile?: number,
  ): Promise<CmsProcess> {
    const script = path.join(import.meta.dirname, 'killable-cms.mts');
    const limit = largestFile === undefined ? '' : `ulimit -f ${largestFile};`;
    const command = [process.execPath, script, inject('distDir')];
    const child = spawn('/bin/sh', ['-c', `${limit} exec "$0" "$@"`, ...command], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const ended = once(child, 'exit').then(() => {
      throw new Error('The CMS did not start; its message is above.');
    });
    await Promise.race([once(child, 'message'), ended]);
    // From here on it is killed.
    ended.catch(() => undefined);
    if (child.pid === undefined) throw new Error('The CMS has no process.');
    return new CmsProcess(child, child.pid);
  }

  /** Nothing of it runs until `goOn`: its files are as a kill at this moment would leave them. */
  async freeze(): Promise<void> {
    this.#child.kill('SIGSTOP');
    // A write that is under way is finished first, as it is before a process dies.
    await vi.waitFor(
      () => {
        expect(stateOf(this.#pid)).toBe('T');
      },
      { timeout: 10_000, interval: 1 },
    );
  }

  goOn(): void {
    this.#child.kill('SIGCONT');
  }

  async kill(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await gone;
  }
}

/** One letter of the system: T for a process that was stopped. */
function stateOf(pid: number): string {
  try {
    const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)\s/s, '');
    return afterName.slice(0, 1);
  } catch {
    // Other systems than Linux.
    return execFileSync('ps', ['-o', 'state=', '-p', String(pid)], { encoding: 'utf8' }).slice(
      0,
      1,
    );
  }
}
