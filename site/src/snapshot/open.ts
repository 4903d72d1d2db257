import { existsSync } from 'node:fs';
import { Snapshot } from './snapshot.ts';

let opened: { file: string; snapshot: Snapshot } | undefined;

/** The snapshot that pages are rendered from, named by SEE_SNAPSHOT. Throws when there is none. */
export function openSnapshot(): Snapshot {
  const file = process.env.SEE_SNAPSHOT ?? '';
  if (opened?.file === file) return opened.snapshot;
  if (!existsSync(file)) {
    throw new Error(
      `There is no content at SEE_SNAPSHOT="${file}". Build with "pnpm --filter site build", which pulls it from the CMS first.`,
    );
  }
  opened?.snapshot.close();
  opened = { file, snapshot: new Snapshot(file) };
  return opened.snapshot;
}
