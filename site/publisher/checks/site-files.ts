import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** Paths of all files of a build, with `/` between folders, without a leading one. */
export async function listSiteFiles(siteDir: string): Promise<string[]> {
  const entries = await readdir(siteDir, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(siteDir, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join('/'))
    .sort();
}

/** The address of an HTML file: `el.html` → `/el`, `index.html` → `/`. */
export function pathOfFile(file: string): string {
  const bare = file.replace(/\.html$/, '');
  return bare === 'index' ? '/' : `/${bare}`;
}
