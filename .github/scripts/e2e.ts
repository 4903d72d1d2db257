/** `npm run e2e -- [arguments of Playwright]`: the browser layer alone, against the real thing. */
import { browserLayer } from './testing/browser-layer.ts';
import { runLayers } from './testing/run-layers.ts';

await runLayers((folder) => [[browserLayer(folder, process.argv.slice(2))]]);
process.exit();
