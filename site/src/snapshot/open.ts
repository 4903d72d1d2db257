import { AsyncLocalStorage } from 'node:async_hooks';
import { existsSync } from 'node:fs';
import { Snapshot } from './snapshot.ts';

let opened: { file: string; snapshot: Snapshot } | undefined;
const instead = new AsyncLocalStorage<Snapshot>();

/** The snapshot that pages are rendered from, named by SEE_SNAPSHOT. Throws when there is none. */
export function openSnapshot(): Snapshot {
  const given = instead.getStore();
  if (given) return given;
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

/** Lets pages that `render` asks for be rendered from another snapshot: one with a draft in it. */
export function renderFrom<T>(snapshot: Snapshot, render: () => Promise<T>): Promise<T> {
  return instead.run(snapshot, render);
}
