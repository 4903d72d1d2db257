/** Makes the files that follow the pages, in a thread of its own: open data and feeds, or search. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { loadApp } from '../app/compile.ts';
import { checkLeaks } from '../checks/leaks.ts';
import { readPageFacts } from '../checks/page-facts.ts';
import { checkPage } from '../checks/pages.ts';
import { giveWay } from '../give-way.ts';
import { knownSecrets } from '../known-secrets.ts';
import { isLater } from '../render/is-later.ts';
import { digestOf } from '../render/render-pages.ts';
import { fileOfPath } from '../render/site-file.ts';
import { indexInLayers } from '../search-layers.ts';
import { type LaterMessage, type LaterTask, laterTask } from './messages.ts';

const task = laterTask.parse(workerData);
// Who takes the data comes once a day.
giveWay(task.kind === 'search' ? 5 : 10);
if (task.kind === 'search') await makeSearch(task);
else await makeFiles(task);

async function makeSearch({ dir, snapshotFile }: LaterTask): Promise<void> {
  const { records } = await indexInLayers({ dir: path.join(dir, 'search'), snapshotFile });
  send({ kind: 'search', records });
}

async function makeFiles(task: LaterTask): Promise<void> {
  const { dir, snapshotFile, siteUrl, cmsPublicUrl, dataDir, allowedMail } = task;
  const app = await loadApp(snapshotFile, { siteUrl, cmsPublicUrl });
  const filesDir = path.join(dir, 'files');
  rmSync(filesDir, { recursive: true, force: true });
  const files: Extract<LaterMessage, { kind: 'files' }>['files'] = [];
  const leaks = { secrets: knownSecrets(dataDir, process.env), allowedMail };
  for (const route of app.routes().filter(isLater)) {
    for (const address of (await app.paths(route)).value) {
      const { value: body } = await app.render(address, route);
      const file = fileOfPath(address, route.isPage);
      const bytes = Buffer.from(body);
      mkdirSync(path.dirname(path.join(filesDir, file)), { recursive: true });
      writeFileSync(path.join(filesDir, file), bytes);
      const facts = route.isPage ? readPageFacts(address, bytes.toString('utf8')) : null;
      const problems = [...checkLeaks(file, bytes, leaks), ...(facts ? checkPage(facts) : [])];
      files.push({
        path: address,
        route: route.name,
        file,
        digest: digestOf(body),
        ids: [...(facts?.ids ?? [])],
        problems: problems.map(({ message }) => message),
      });
    }
  }
  send({ kind: 'files', files });
}

function send(message: LaterMessage): void {
  parentPort?.postMessage(message);
}
