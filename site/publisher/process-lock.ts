import { execFileSync } from 'node:child_process';
import {
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const holderSchema = z.object({ pid: z.int().positive(), started: z.string(), at: z.string() });

/** The process that holds a lock: its id, what tells it from a later process of the same id. */
export type LockHolder = z.infer<typeof holderSchema>;

export class LockHeldError extends Error {
  override name = 'LockHeldError';
  readonly holder: LockHolder;

  constructor(message: string, holder: LockHolder) {
    super(message);
    this.holder = holder;
  }
}

/** When a process began, in words of the system; null when there is no such process. */
export function processStart(pid: number): string | null {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!isCode(error, 'EPERM')) return null;
  }
  try {
    const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)\s/s, '');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const [state = '', ...fields] = afterName.split(' ');
    // A zombie holds nothing any more, unless other threads of it are still ending.
    const isGone = state === 'Z' && readdirSync(`/proc/${pid}/task`).length <= 1;
    return isGone ? null : `${boot}/${fields[18] ?? ''}`;
  } catch {
    return startByPs(pid);
  }
}

function startByPs(pid: number): string | null {
  try {
    const said = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
    return said.trim() || null;
  } catch {
    return null;
  }
}

/** The living process that holds the lock file, or null. */
export function lockHolder(file: string): LockHolder | null {
  const holder = readHolder(file);
  return holder !== null && processStart(holder.pid) === holder.started ? holder : null;
}

/**
 * Takes the lock and returns how to give it back. A lock left behind by a dead process is taken
 * over; one of a living process is a LockHeldError whose message `refusal` writes.
 */
export function takeLock(file: string, refusal: (holder: LockHolder) => string): () => void {
  mkdirSync(path.dirname(file), { recursive: true });
  const own = {
    pid: process.pid,
    started: processStart(process.pid) ?? '',
    at: new Date().toISOString(),
  };
  const prepared = `${file}.${process.pid}`;
  writeFileSync(prepared, JSON.stringify(own));
  try {
    // A link appears whole or not at all, so nobody ever reads half a lock.
    while (!tryLink(prepared, file)) {
      const holder = lockHolder(file);
      if (holder) throw new LockHeldError(refusal(holder), holder);
      removeStale(file);
    }
  } finally {
    rmSync(prepared, { force: true });
  }
  return () => {
    if (readHolder(file)?.pid === process.pid) rmSync(file, { force: true });
  };
}

/** Moves the stale lock away first: two processes that both found it must not undo each other. */
function removeStale(file: string): void {
  const aside = `${file}.stale-${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return;
    throw error;
  }
  if (lockHolder(aside)) tryLink(aside, file);
  rmSync(aside, { force: true });
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
}

function readHolder(file: string): LockHolder | null {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
