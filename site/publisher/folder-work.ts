/** Work on whole folders with very many files, in a thread beside the work of this process. */
import { linkSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { giveWay } from './give-way.ts';

const task = z.discriminatedUnion('work', [
  z.object({ work: z.literal('link'), from: z.string(), to: z.string() }),
  z.object({ work: z.literal('remove'), folder: z.string() }),
]);
type Task = z.infer<typeof task>;

/** Gives a folder the files of another one by hard links. */
export function linkFolder(from: string, to: string): Promise<void> {
  const fault = `The files of ${from} could not be linked into ${to}.`;
  return runAside({ work: 'link', from, to }, fault);
}

/** Removes a folder and all in it; nothing where it is not there. */
export function removeFolder(folder: string): Promise<void> {
  return runAside({ work: 'remove', folder }, `${folder} could not be removed.`);
}

function runAside(workerData: Task, fault: string): Promise<void> {
  const worker = new Worker(new URL(import.meta.url), { workerData });
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(fault));
    });
  });
}

function link(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) link(source, target);
    else linkSync(source, target);
  }
}

if (!isMainThread && parentPort) {
  const given = task.parse(workerData);
  if (given.work === 'link') link(given.from, given.to);
  else {
    // Nobody waits for this; the next edit waits for what is linked.
    giveWay(15);
    rmSync(given.folder, { recursive: true, force: true });
  }
}
