import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { PageStore, RenderedPage } from '../render/page-store.ts';
import type { Stage } from '../render/stage.ts';
import type { LaterMessage } from './messages.ts';

export interface PutFiles {
  readonly pages: readonly RenderedPage[];
  /** Files that stay as they were, and why. */
  readonly heldBack: readonly { readonly path: string; readonly message: string }[];
}

/** Puts what a worker made into the next release; answers what is to be known of it. */
export function putLaterFiles(
  stage: Stage,
  store: PageStore,
  message: LaterMessage,
  dir: string,
): PutFiles {
  if (message.kind === 'search') {
    putSearch(stage, path.join(dir, 'search/pagefind'));
    return { pages: [], heldBack: [] };
  }
  const fine = message.files.filter(({ problems }) => problems.length === 0);
  for (const { path: address, file, digest } of fine) {
    if (store.digestOf(address) !== digest) stage.link(path.join(dir, 'files', file), file);
  }
  return {
    pages: fine.map(({ path: address, route, digest, ids }) => ({
      path: address,
      route,
      digest,
      reads: new Uint32Array(),
      ids: ids.join(' '),
    })),
    heldBack: message.files
      .filter(({ problems }) => problems.length > 0)
      .map(({ path: address, problems }) => ({ path: address, message: problems.join('\n') })),
  };
}

function putSearch(stage: Stage, made: string): void {
  const names = readdirSync(made, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(made, path.join(entry.parentPath, entry.name)));
  const wanted = new Set(names);
  const target = path.join(stage.dir, 'pagefind');
  const there = existsSync(target)
    ? readdirSync(target, { recursive: true, withFileTypes: true })
    : [];
  for (const entry of there) {
    const name = path.relative(target, path.join(entry.parentPath, entry.name));
    if (entry.isFile() && !wanted.has(name)) stage.remove(path.join('pagefind', name));
  }
  for (const name of names) stage.link(path.join(made, name), path.join('pagefind', name));
}
