/** Gives a folder the files of another one by hard links, beside the work of this process. */
import { linkSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { z } from 'zod';

const task = z.object({ from: z.string(), to: z.string() });

export function linkTree(from: string, to: string): Promise<void> {
  const worker = new Worker(new URL(import.meta.url), { workerData: { from, to } });
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`The files of ${from} could not be linked into ${to}.`));
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
  const { from, to } = task.parse(workerData);
  link(from, to);
}
