/** `pnpm rollback [release]`: goes back to the previous or the named release and stays there. */
import path from 'node:path';
import { rollBack } from '../../site/publisher/pin.ts';
import { ownDataDir } from './machine/own-data-dir.ts';
import { runCommand } from './machine/progress.ts';
import { readSettings } from './machine/settings.ts';
import { tell } from '../../site/publisher/terminal.ts';

await runCommand(async () => {
  const { dataDir } = readSettings(process.env);
  ownDataDir(dataDir);
  const [releasesDir, snapshotFile] = [
    path.join(dataDir, 'releases'),
    path.join(dataDir, 'snapshot.db'),
  ];
  const id = await rollBack(releasesDir, snapshotFile, process.argv[2]);
  tell(`Live and held: ${id}. "pnpm publish-site" resumes publishing.`);
});
process.exit();
