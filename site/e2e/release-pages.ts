import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { platform } from './platform.ts';

export interface ReleasePage {
  /** Within the release: `el/cities/kavala.html`. */
  file: string;
  html: string;
}

/** Every page of the live release. */
export function releasePages(): ReleasePage[] {
  const root = realpathSync(path.join(platform.dataDir, 'releases/current'));
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.html'))
    .map((file) => ({ file, html: readFileSync(path.join(root, file), 'utf8') }));
}
