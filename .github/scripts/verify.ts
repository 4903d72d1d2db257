/** `npm run verify`: all that must hold before a commit, and which of it does not. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stopSignal } from '../../site/publisher/stop-signal.ts';
import { root } from './machine/settings.ts';
import { runProgram } from './processes/run-program.ts';
import { runLayer } from './testing/layer.ts';
import { unitLayers } from './testing/layers.ts';
import { tell } from '../../site/publisher/terminal.ts';

interface Check {
  name: string;
  /** Null when it holds, else what is wrong. */
  run: () => Promise<string | null>;
}

const signal = stopSignal();
const reportDir = mkdtempSync(path.join(tmpdir(), 'see-verify-'));
const cms = path.join(root, 'cms');
const site = path.join(root, 'site');

const checks: Check[] = [
  command('format', root, ['prettier', '--check', '.']),
  command('lint', root, ['eslint', '-c', '.github/eslint.config.js', '.']),
  command('types, scripts', root, ['tsc', '-p', '.github/scripts']),
  command('types, CMS', cms, ['tsc', '--noEmit', '--incremental', 'false']),
  command('types, admin of the CMS', cms, ['tsc', '--project', 'src/admin']),
  command('types, CMS tests', cms, ['tsc', '--project', 'tests']),
  command('types, site', site, ['astro-check']),
  command('unused code', root, ['knip', '--config', '.github/knip.json']),
  ...unitLayers(reportDir).map((layer) => ({
    name: layer.name,
    run: async () => {
      const { failed, details } = await runLayer(layer, signal);
      return failed > 0 ? details : null;
    },
  })),
  command('generated files are fresh', root, [
    process.execPath,
    '.github/scripts/contract.ts',
    '--check',
  ]),
];

const failures: string[] = [];
for (const check of checks) {
  const begun = performance.now();
  const fault = await check.run().catch((error: unknown) => String(error));
  if (signal.aborted) break;
  const seconds = ((performance.now() - begun) / 1000).toFixed(1).padStart(6);
  tell(`${seconds} s  ${fault === null ? 'ok    ' : 'FAILED'}  ${check.name}`);
  if (fault !== null) failures.push(`--- ${check.name}\n${fault.trim()}`);
}
rmSync(reportDir, { recursive: true, force: true });
if (failures.length > 0) tell(`\n${failures.join('\n\n')}\n`);
process.exit(failures.length > 0 || signal.aborted ? 1 : 0);

/** A program of the folder's own packages (or a path) whose exit code tells. */
function command(name: string, cwd: string, [program, ...args]: [string, ...string[]]): Check {
  const file = path.isAbsolute(program) ? program : path.join(cwd, 'node_modules/.bin', program);
  return {
    name,
    run: async () => {
      const { code, output } = await runProgram([file, ...args], { cwd, signal });
      return code === 0 ? null : output.trim().split('\n').slice(-80).join('\n');
    },
  };
}
