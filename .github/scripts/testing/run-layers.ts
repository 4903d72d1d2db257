import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stopSignal } from '../../../site/publisher/stop-signal.ts';
import { type Layer, runLayer } from './layer.ts';
import { complain, tell } from '../../../site/publisher/terminal.ts';

/**
 * Runs layers one after the other in a temporary folder that is gone afterwards.
 * The last line is the sum; the exit code tells the same.
 */
export async function runLayers(layersIn: (folder: string) => Layer[]): Promise<void> {
  const signal = stopSignal();
  const folder = mkdtempSync(path.join(tmpdir(), 'see-test-'));
  let passed = 0;
  let failed = 0;
  try {
    for (const layer of layersIn(folder)) {
      const begun = performance.now();
      const result = await runLayer(layer, signal);
      if (signal.aborted) throw new Error('The tests were stopped.');
      passed += result.passed;
      failed += result.failed;
      const seconds = ((performance.now() - begun) / 1000).toFixed(1).padStart(6);
      tell(`${seconds} s  ${layer.name}: ${result.passed} passed, ${result.failed} failed`);
      if (result.failed > 0) tell(`\n${result.details}\n`);
    }
  } catch (error) {
    complain(error);
    failed += 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  tell(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
