import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { lateFolder } from '../../src/search/late.ts';
import type { StayingPage } from '../render/earlier-release.ts';
import type { PageStore, RenderedPage } from '../render/page-store.ts';
import type { Stage } from '../render/stage.ts';
import type { LaterMessage } from './messages.ts';

export interface PutFiles {
  readonly pages: readonly RenderedPage[];
  /** Files that stay as they were, and why. */
  readonly heldBack: readonly (StayingPage & { readonly message: string })[];
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
  const made = path.join(dir, message.kind === 'archive' ? 'data' : message.kind);
  const fine = message.files.filter(({ problems }) => problems.length === 0);
  for (const { path: address, file, digest } of fine) {
    if (store.digestOf(address) !== digest) stage.link(path.join(made, file), file);
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
      .map(({ problems, ...page }) => ({ ...page, message: problems.join('\n') })),
  };
}

/** The large index has thousands of files; where it is that of the release before, it stays. */
function putSearch(stage: Stage, made: string): void {
  const target = path.join(stage.dir, 'pagefind');
  const mark = 'pagefind-entry.json';
  const isSame = inodeOf(path.join(target, mark)) === inodeOf(path.join(made, mark));
  const list = (dir: string) =>
    isSame ? [...filesIn(dir), ...filesBelow(dir, lateFolder)] : filesBelow(dir);
  const names = list(made);
  const wanted = new Set(names);
  for (const name of list(target)) {
    if (!wanted.has(name)) stage.remove(path.join('pagefind', name));
  }
  for (const name of names) stage.link(path.join(made, name), path.join('pagefind', name));
}

function filesIn(dir: string): string[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
}

/** Files of a folder below `dir` and of all that are in it, each as `dir` sees it. */
function filesBelow(dir: string, folder = ''): string[] {
  const place = path.join(dir, folder);
  if (!existsSync(place)) return [];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)));
}

const inodeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.ino;
