import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stopSignal } from '../../../site/publisher/stop-signal.ts';
import { type Layer, type LayerResult, runLayer } from './layer.ts';
import { complain, tell } from '../../../site/publisher/terminal.ts';

/**
 * Runs groups of layers one after the other, those of a group at once, in a temporary folder that is
 * gone afterwards. The last line is the sum; the exit code tells the same.
 */
export async function runLayers(groupsIn: (folder: string) => Layer[][]): Promise<void> {
  const signal = stopSignal();
  const folder = mkdtempSync(path.join(tmpdir(), 'see-test-'));
  const results: LayerResult[] = [];
  let failed = 0;
  try {
    for (const group of groupsIn(folder)) {
      results.push(...(await Promise.all(group.map((layer) => runAndTell(layer, signal)))));
      if (signal.aborted) throw new Error('The tests were stopped.');
    }
  } catch (error) {
    complain(error);
    failed += 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  failed += results.reduce((sum, result) => sum + result.failed, 0);
  tell(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

async function runAndTell(layer: Layer, signal: AbortSignal): Promise<LayerResult> {
  const begun = performance.now();
  const result = await runLayer(layer, signal);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1).padStart(6);
  tell(`${seconds} s  ${layer.name}: ${result.passed} passed, ${result.failed} failed`);
  if (result.details) tell(`\n${result.details}\n`);
  return result;
}
