/** Makes files that follow the pages, in a process of its own. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadApp } from '../app/compile.ts';
import type { SiteApp, SiteRoute } from '../app/site-app.ts';
import { checkLeaks } from '../checks/leaks.ts';
import { readPageFacts } from '../checks/page-facts.ts';
import { checkPage } from '../checks/pages.ts';
import { knownSecrets } from '../known-secrets.ts';
import { isArchive, isLater, isOpenData } from '../render/is-later.ts';
import { digestOf } from '../render/render-pages.ts';
import { fileOfPath } from '../render/site-file.ts';
import { indexInLayers } from '../search-layers.ts';
import { waitForLock } from '../wait-for-lock.ts';
import {
  type LaterFailure,
  type LaterFile,
  type LaterMessage,
  type LaterTask,
  laterTask,
} from './messages.ts';

const task = laterTask.parse(JSON.parse(process.argv[2] ?? ''));
// Without the publisher nobody takes what is made here.
process.once('disconnect', () => process.exit());
try {
  // That of a publisher which was killed may still be at it.
  const unlock = await waitForLock(path.join(task.dir, `${task.kind}.lock`));
  await { search: makeSearch, data: makeData, lists: makeLists }[task.kind](task);
  unlock();
} catch (error) {
  await tell({ kind: 'failure', reason: error instanceof Error ? error.message : String(error) });
}
process.disconnect();

async function makeSearch({ dir, snapshotFile }: LaterTask): Promise<void> {
  const { records } = await indexInLayers({ dir: path.join(dir, 'search'), snapshotFile });
  await tell({ kind: 'search', records });
}

async function makeData(task: LaterTask): Promise<void> {
  const files = await filesToMake(task, isOpenData);
  const [packed, plain] = [files.filter(isArchive), files.filter((file) => !isArchive(file))];
  await tell({ kind: 'data', files: await makeAll(plain, task) });
  await tell({ kind: 'archive', files: await makeAll(packed, task) });
}

async function makeLists(task: LaterTask): Promise<void> {
  const files = await filesToMake(task, (route) => isLater(route) && !isOpenData(route));
  await tell({ kind: 'lists', files: await makeAll(files, task) });
}

interface FileToMake {
  readonly app: SiteApp;
  readonly route: SiteRoute;
  readonly address: string;
}

async function filesToMake(
  { kind, dir, snapshotFile, addresses }: LaterTask,
  isWanted: (route: SiteRoute) => boolean,
): Promise<FileToMake[]> {
  const app = await loadApp(snapshotFile, addresses);
  rmSync(path.join(dir, kind), { recursive: true, force: true });
  const files: FileToMake[] = [];
  for (const route of app.routes().filter(isWanted)) {
    const { value: addresses } = await app.paths(route);
    files.push(...addresses.map((address) => ({ app, route, address })));
  }
  return files;
}

async function makeAll(files: readonly FileToMake[], task: LaterTask): Promise<LaterFile[]> {
  const made: LaterFile[] = [];
  for (const file of files) made.push(await makeFile(file, task));
  return made;
}

async function makeFile(
  { app, route, address }: FileToMake,
  { kind, dir, dataDir, allowedMail }: LaterTask,
): Promise<LaterFile> {
  const { value: body } = await app.render(address, route);
  const file = fileOfPath(address, route.isPage);
  const target = path.join(dir, kind, file);
  mkdirSync(path.dirname(target), { recursive: true });
  const bytes = Buffer.from(body);
  writeFileSync(target, bytes);
  const facts = route.isPage ? readPageFacts(address, bytes.toString('utf8')) : null;
  const leaks = { secrets: knownSecrets(dataDir, process.env), allowedMail };
  const problems = [...checkLeaks(file, bytes, leaks), ...(facts ? checkPage(facts) : [])];
  return {
    path: address,
    route: route.name,
    file,
    digest: digestOf(body),
    ids: [...(facts?.ids ?? [])],
    problems: problems.map(({ message }) => message),
  };
}

function tell(message: LaterMessage | LaterFailure): Promise<void> {
  return new Promise((resolve) => {
    process.send?.(message, undefined, undefined, () => {
      resolve();
    });
  });
}
