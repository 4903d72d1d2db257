import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Every file of a release with its inode: another one when it was written anew. */
export function inodesOf(releaseDir: string): Map<string, number> {
  return new Map(
    filesOf(releaseDir).map((file) => [file, statSync(path.join(releaseDir, file)).ino]),
  );
}

/** The search page with its counts follows the others, as open data does. */
export const isPage = (file: string): boolean =>
  file.endsWith('.html') && path.basename(file) !== 'search.html';

/** The pages of a release that have this text somewhere in their bytes. */
export function pagesWith(releaseDir: string, text: string): Set<string> {
  const pages = filesOf(releaseDir).filter(isPage);
  return new Set(pages.filter((file) => readFileSync(path.join(releaseDir, file)).includes(text)));
}

/** Names of the files that only one of two folders has, or whose bytes differ, in their order. */
export function differingFiles(one: string, other: string): string[] {
  const [own, others] = [filesOf(one), filesOf(other)].map((names) => new Set(names));
  const names = new Set([...(own ?? []), ...(others ?? [])]);
  // One file after the other: all of them at once would not fit into the memory.
  const isSame = (name: string) =>
    own?.has(name) === true &&
    others?.has(name) === true &&
    readFileSync(path.join(one, name)).equals(readFileSync(path.join(other, name)));
  return [...names].filter((name) => !isSame(name)).sort();
}

function filesOf(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)));
}
