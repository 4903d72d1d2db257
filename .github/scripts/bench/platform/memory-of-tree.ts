import { readdirSync, readFileSync } from 'node:fs';

interface Held {
  readonly parent: number;
  readonly bytes: number;
}

/** Resident memory of a process and of all it started, in bytes; null where the system is silent. */
export function memoryOfTree(root: number): number | null {
  const processes = allProcesses();
  if (!processes.has(root)) return null;
  const sumOf = (pid: number): number =>
    [...processes]
      .filter(([, { parent }]) => parent === pid)
      .reduce((sum, [child]) => sum + sumOf(child), processes.get(pid)?.bytes ?? 0);
  return sumOf(root);
}

function allProcesses(): Map<number, Held> {
  try {
    const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    return new Map(pids.flatMap((pid) => heldBy(pid) ?? []));
  } catch {
    return new Map();
  }
}

/** Nothing when it has ended meanwhile. */
function heldBy(pid: string): [[number, Held]] | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const field = (name: string) =>
      Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
    return [[Number(pid), { parent: field('PPid'), bytes: field('VmRSS') * 1024 }]];
  } catch {
    return null;
  }
}
