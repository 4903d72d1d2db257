import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';

const maxBytes = 5 * 1024 * 1024;
const rememberedLines = 15;

/** The log of one child: a file that never grows without end, and its last lines at hand. */
export class ChildLog {
  readonly file: string;
  #bytes: number;
  #lines: string[] = [];

  constructor(file: string) {
    this.file = file;
    mkdirSync(path.dirname(file), { recursive: true });
    this.#bytes = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  }

  write(chunk: string): void {
    const lines = chunk.split('\n').filter((line) => line.trim());
    this.#lines = [...this.#lines, ...lines].slice(-rememberedLines);
    if (this.#bytes + chunk.length > maxBytes) {
      renameSync(this.file, `${this.file}.1`);
      this.#bytes = 0;
    }
    appendFileSync(this.file, chunk);
    this.#bytes += Buffer.byteLength(chunk);
  }

  lastLines(): string {
    return this.#lines.map((line) => `    ${line}`).join('\n');
  }
}
