import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';

const faultSchema = z.object({
  since: z.iso.datetime(),
  told: z.boolean(),
  rightSince: z.iso.datetime().nullable(),
});
const fileSchema = z.object({ writtenAt: z.number(), faults: z.record(z.string(), faultSchema) });

export type KnownFault = z.infer<typeof faultSchema>;

/**
 * What is wrong and what was told, kept over restarts in the data directory. While that is full or
 * cannot be written to, which is the very thing to be told of, in the system's temporary folder.
 */
export class StateFile {
  readonly #files: readonly [string, string];
  #faults: Record<string, KnownFault>;
  #isStored = true;

  constructor(dataDir: string) {
    const id = createHash('sha256').update(path.resolve(dataDir)).digest('hex').slice(0, 16);
    this.#files = [
      path.join(dataDir, 'operator.json'),
      path.join(tmpdir(), `see-operator-${id}.json`),
    ];
    const [newest] = this.#files
      .flatMap((file) => readFile(file) ?? [])
      .sort((one, other) => other.writtenAt - one.writtenAt);
    this.#faults = newest?.faults ?? {};
  }

  get(name: string): KnownFault | null {
    return this.#faults[name] ?? null;
  }

  set(name: string, fault: KnownFault | null): void {
    const { [name]: before, ...others } = this.#faults;
    const isSame = JSON.stringify(before ?? null) === JSON.stringify(fault);
    if (isSame && this.#isStored) return;
    this.#faults = fault === null ? others : { ...others, [name]: fault };
    this.#store();
  }

  #store(): void {
    const [file, instead] = this.#files;
    const text = JSON.stringify({ writtenAt: Date.now(), faults: this.#faults });
    this.#isStored = tryWrite(file, text);
    if (this.#isStored) rmSync(instead, { force: true });
    else tryWrite(instead, text);
  }
}

function readFile(file: string): z.infer<typeof fileSchema> | null {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

function tryWrite(file: string, text: string): boolean {
  const part = `${file}.${randomUUID()}.part`;
  try {
    writeFileSync(part, text, { mode: 0o600, flag: 'wx' });
    renameSync(part, file);
    return true;
  } catch {
    rmSync(part, { force: true });
    return false;
  }
}
