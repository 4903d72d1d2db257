import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const siteRoot = path.resolve(import.meta.dirname, '..');
const inputs = [
  'src',
  'public',
  'fonts',
  'geo',
  'astro.config.ts',
  'package.json',
  // What the members' forms are made from.
  '../cms/contract',
  '../cms/src/api/practice/content-types',
  '../cms/src/api/adaptation/content-types',
  '../cms/src/api/notice/content-types',
  '../cms/src/components/practice',
  '../pnpm-lock.yaml',
];

/** Digest of everything but content that decides what a page looks like. */
export function digestOfSiteCode(): string {
  return digestOfPaths(inputs.map((input) => path.join(siteRoot, input)));
}

/** Digest of files and folders: their names and their bytes. What is not there counts as absent. */
export function digestOfPaths(paths: readonly string[]): string {
  const digest = createHash('sha256');
  for (const given of paths) {
    for (const file of filesOf(given)) {
      const content = readFileSync(file);
      digest.update(`${path.relative(given, file)}\n${content.length}\n`).update(content);
    }
    digest.update('\0');
  }
  return digest.digest('hex');
}

function filesOf(given: string): string[] {
  if (!existsSync(given)) return [];
  if (!statSync(given).isDirectory()) return [given];
  return readdirSync(given, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
