import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { processStart } from '../../../site/publisher/process-lock.ts';
import { complain } from '../../../site/publisher/terminal.ts';
import { endGroup } from './process-group.ts';

const recordSchema = z.array(z.object({ name: z.string(), pid: z.int(), started: z.string() }));

/** Remembers which processes were started on a data directory, for when their parent is killed. */
export class ChildRecord {
  readonly #file: string;
  #children: z.infer<typeof recordSchema> = [];

  constructor(dataDir: string) {
    this.#file = path.join(dataDir, 'children.json');
  }

  note(name: string, pid: number): void {
    const started = processStart(pid);
    if (started === null) return;
    const others = this.#children.filter((child) => child.name !== name);
    this.#write([...others, { name, pid, started }]);
  }

  clear(): void {
    this.#write([]);
  }

  /** Ends what a killed run left behind; a later process of the same id is left alone. */
  async endOrphans(): Promise<string[]> {
    const orphans = this.#read().filter(({ pid, started }) => processStart(pid) === started);
    await Promise.all(orphans.map(({ pid }) => endGroup(pid)));
    this.#write([]);
    return orphans.map(({ name }) => name);
  }

  #read(): z.infer<typeof recordSchema> {
    try {
      return recordSchema.parse(JSON.parse(readFileSync(this.#file, 'utf8')));
    } catch {
      return [];
    }
  }

  #write(children: z.infer<typeof recordSchema>): void {
    this.#children = children;
    try {
      mkdirSync(path.dirname(this.#file), { recursive: true });
      writeFileSync(`${this.#file}.part`, JSON.stringify(children));
      renameSync(`${this.#file}.part`, this.#file);
    } catch (error) {
      // A full disk is no reason to end them all; they also end by themselves with their parent.
      complain(`${this.#file} could not be written: ${String(error)}`);
    }
  }
}
