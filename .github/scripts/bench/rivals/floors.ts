/** What cannot be undercut: copying the finished files; and what search alone takes. */
import { cpSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../machine/settings.ts';
import { runOrThrow } from '../../processes/run-program.ts';
import { linkFolder } from '../../../../site/publisher/folder-work.ts';
import { type RivalResult, type RivalTask, timed } from './rival.ts';

/** \`cp\` of the finished site: every byte is read and written once. */
export async function runCopy({ folder, liveDir }: RivalTask, pages: number): Promise<RivalResult> {
  const ms = await timed(() => {
    cpSync(liveDir, path.join(folder, 'copy'), { recursive: true });
    return Promise.resolve();
  });
  return { ms, pages, what: 'the finished site copied, byte for byte' };
}

/** What the next release starts from. */
export async function runLinks(
  { folder, liveDir }: RivalTask,
  pages: number,
): Promise<RivalResult> {
  const ms = await timed(() => linkFolder(liveDir, path.join(folder, 'links')));
  return { ms, pages, what: 'the finished site linked into another folder' };
}

/** Pagefind as it comes, over the finished practice pages in English. */
export async function runPagefind(
  { folder, liveDir, signal }: RivalTask,
  pages: number,
): Promise<RivalResult> {
  const command = [
    path.join(root, 'site/node_modules/.bin/pagefind'),
    '--site',
    liveDir,
    '--glob',
    'practices/*.html',
    '--output-path',
    path.join(folder, 'pagefind'),
  ] as const;
  const ms = await timed(() => runOrThrow('Pagefind failed', command, { cwd: folder, signal }));
  return { ms, pages, what: 'Pagefind alone over the practice pages in English' };
}
