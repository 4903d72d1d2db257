import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';

export const seedFolder = path.resolve(import.meta.dirname, '../../seed');

/** A copy of the seed folder in which one file may be changed. */
export function changedSeed(file: string, change: (text: string) => string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'see-seed-'));
  cpSync(seedFolder, folder, { recursive: true });
  const target = path.join(folder, file);
  const before = readFileSync(target, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`The change of ${file} changes nothing.`);
  writeFileSync(target, after);
  return folder;
}

const schema = z.object({ attributes: z.unknown() });

/** Attributes as schema.json has them, for tests that need no CMS. */
export function attributesFromFiles(uid: string): unknown {
  const [, name] = /^api::(.+)\./.exec(uid) ?? [];
  const file = name
    ? `api/${name}/content-types/${name}/schema.json`
    : `components/${uid.replace('.', '/')}.json`;
  const text = readFileSync(path.join(import.meta.dirname, '../../src', file), 'utf8');
  return schema.parse(JSON.parse(text)).attributes;
}
