import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';

const maxBytes = 5 * 1024 * 1024;
const rememberedLines = 15;

/**
 * The log of one child: a file that never grows without end, and its last lines at hand. What the
 * disk does not take is left out of the file: it is no reason to end what is logged.
 */
export class ChildLog {
  readonly file: string;
  #bytes: number;
  #lines: string[] = [];
  #unwritten = 0;

  constructor(file: string) {
    this.file = file;
    this.#bytes = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  }

  write(chunk: string): void {
    const lines = chunk.split('\n').filter((line) => line.trim());
    this.#lines = [...this.#lines, ...lines].slice(-rememberedLines);
    try {
      this.#append(chunk);
      this.#unwritten = 0;
    } catch {
      this.#unwritten += lines.length;
    }
  }

  #append(chunk: string): void {
    const missing = this.#unwritten > 0 ? `(${this.#unwritten} lines could not be written)\n` : '';
    const text = missing + chunk;
    mkdirSync(path.dirname(this.file), { recursive: true });
    if (this.#bytes + text.length > maxBytes) {
      renameSync(this.file, `${this.file}.1`);
      this.#bytes = 0;
    }
    appendFileSync(this.file, text);
    this.#bytes += Buffer.byteLength(text);
  }

  lastLines(): string {
    return this.#lines.map((line) => `    ${line}`).join('\n');
  }
}
