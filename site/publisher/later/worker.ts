/** Makes the files that follow the pages, in a process of its own: open data and feeds, or search. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadApp } from '../app/compile.ts';
import type { SiteApp, SiteRoute } from '../app/site-app.ts';
import { checkLeaks } from '../checks/leaks.ts';
import { readPageFacts } from '../checks/page-facts.ts';
import { checkPage } from '../checks/pages.ts';
import { knownSecrets } from '../known-secrets.ts';
import { isArchive, isLater } from '../render/is-later.ts';
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
  await (task.kind === 'search' ? makeSearch(task) : makeFiles(task));
  unlock();
} catch (error) {
  await tell({ kind: 'failure', reason: error instanceof Error ? error.message : String(error) });
}
process.disconnect();

async function makeSearch({ dir, snapshotFile }: LaterTask): Promise<void> {
  const { records } = await indexInLayers({ dir: path.join(dir, 'search'), snapshotFile });
  await tell({ kind: 'search', records });
}

async function makeFiles(task: LaterTask): Promise<void> {
  const { dir, snapshotFile, siteUrl, cmsPublicUrl } = task;
  const app = await loadApp(snapshotFile, { siteUrl, cmsPublicUrl });
  rmSync(path.join(dir, 'files'), { recursive: true, force: true });
  const files: LaterFile[] = [];
  const archives: (() => Promise<LaterFile>)[] = [];
  for (const route of app.routes().filter(isLater)) {
    for (const address of (await app.paths(route)).value) {
      const make = () => makeFile(app, route, address, task);
      if (isArchive(address)) archives.push(make);
      else files.push(await make());
    }
  }
  await tell({ kind: 'files', files });
  const made: LaterFile[] = [];
  for (const make of archives) made.push(await make());
  await tell({ kind: 'archive', files: made });
}

async function makeFile(
  app: SiteApp,
  route: SiteRoute,
  address: string,
  { dir, dataDir, allowedMail }: LaterTask,
): Promise<LaterFile> {
  const { value: body } = await app.render(address, route);
  const file = fileOfPath(address, route.isPage);
  const target = path.join(dir, 'files', file);
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
