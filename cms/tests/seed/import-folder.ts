import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { seedFolder } from './support';

type Content = Readonly<Record<string, unknown>>;

const records = z.array(z.looseObject({ ref: z.string() }));

/** A record of the seed as the file has it, with other values. */
export function likeSeed(file: string, ref: string, changes: Content = {}): Content {
  const text = readFileSync(path.join(seedFolder, `${file}.yaml`), 'utf8');
  const found = records.parse(parse(text)).find((record) => record.ref === ref);
  if (!found) throw new Error(`${file}.yaml has no ${ref}.`);
  return { ...found, ...changes };
}

/** A town nobody has, unless another ref is given. */
export function town(changes: Content = {}): Content {
  return likeSeed('cities', 'SEE-C-001', {
    ref: 'SEE-C-900',
    slug: 'newtown',
    name: 'Newtown',
    challenges: ['SEE-T-001'],
    ...changes,
  });
}

/** Writes a folder: texts as they are, anything else as its name says. */
export function folderOf(files: Readonly<Record<string, unknown>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'see-import-'));
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, typeof content === 'string' ? content : write(name, content));
  }
  return folder;
}

function write(name: string, content: unknown): string {
  return name.endsWith('.json') ? JSON.stringify(content, null, '\t') : stringify(content);
}
