/** Makes the files that follow the pages, in a thread of its own: open data, feeds, search. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { loadApp } from '../app/compile.ts';
import { checkLeaks } from '../checks/leaks.ts';
import { readPageFacts } from '../checks/page-facts.ts';
import { checkPage } from '../checks/pages.ts';
import { knownSecrets } from '../known-secrets.ts';
import { isLater } from '../render/is-later.ts';
import { digestOf } from '../render/render-pages.ts';
import { fileOfPath } from '../render/site-file.ts';
import { indexInLayers } from '../search-layers.ts';
import { type LaterMessage, laterTask } from './messages.ts';

const { snapshotFile, siteUrl, cmsPublicUrl, dir, dataDir, allowedMail } =
  laterTask.parse(workerData);

// Readers look for what they have just written; who takes the data comes once a day.
const isSearchable = await index(true);
const app = await loadApp(snapshotFile, { siteUrl, cmsPublicUrl });
const filesDir = path.join(dir, 'files');
rmSync(filesDir, { recursive: true, force: true });
const files: Extract<LaterMessage, { kind: 'files' }>['files'] = [];
const leaks = { secrets: knownSecrets(dataDir, process.env), allowedMail };
for (const route of app.routes().filter(isLater)) {
  for (const address of (await app.paths(route)).value) {
    const { value: body } = await app.render(address, route);
    const file = fileOfPath(address, route.isPage);
    mkdirSync(path.dirname(path.join(filesDir, file)), { recursive: true });
    writeFileSync(path.join(filesDir, file), body);
    const facts = route.isPage ? readPageFacts(address, Buffer.from(body).toString('utf8')) : null;
    const problems = [
      ...checkLeaks(file, Buffer.from(body), leaks),
      ...(facts ? checkPage(facts) : []),
    ];
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

if (!isSearchable) await index(false);

/** True when the search finds what the snapshot holds. */
async function index(isHurried: boolean): Promise<boolean> {
  const target = path.join(dir, 'search');
  const made = await indexInLayers({ dir: target, snapshotFile, isHurried });
  if (made) send({ kind: 'search', records: made.records });
  return made !== null;
}

function send(message: LaterMessage): void {
  parentPort?.postMessage(message);
}
