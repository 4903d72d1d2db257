/** `npm test`: every layer, on data and ports of its own. */
import { readCommandLine } from './machine/command-line.ts';
import { runCommand } from './machine/progress.ts';
import { browserLayer } from './testing/browser-layer.ts';
import { integrationLayers, unitLayers } from './testing/layers.ts';
import { runLayers } from './testing/run-layers.ts';

await runCommand(() => {
  readCommandLine('npm test', {});
  return runLayers((folder) => [
    ...unitLayers(folder).map((layer) => [layer]),
    // Both wait for databases, files and processes half of the time.
    integrationLayers(folder),
    [browserLayer(folder)],
  ]);
});
process.exit();
