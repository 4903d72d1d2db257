/** `npm run rollback`: goes back to the previous or the named release and stays there. */
import path from 'node:path';
import { rollBack } from '../../site/publisher/pin.ts';
import { readCommandLine } from './machine/command-line.ts';
import { ownPresentDataDir } from './machine/own-data-dir.ts';
import { runCommand } from './machine/progress.ts';
import { readSettings } from './machine/settings.ts';
import { tell } from '../../site/publisher/terminal.ts';

await runCommand(async () => {
  const { positionals } = readCommandLine('npm run rollback -- [release]', {}, 1);
  const { dataDir } = readSettings(process.env);
  ownPresentDataDir(dataDir);
  const [releasesDir, snapshotFile] = [
    path.join(dataDir, 'releases'),
    path.join(dataDir, 'snapshot.db'),
  ];
  const id = await rollBack(releasesDir, snapshotFile, positionals[0]);
  tell(`Live and held: ${id}. "npm run publish-site" resumes publishing.`);
});
process.exit();
