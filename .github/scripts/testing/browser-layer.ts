import path from 'node:path';
import { root } from '../machine/settings.ts';
import { runProgram } from '../processes/run-program.ts';
import { findBrowser } from './find-browser.ts';
import type { Layer } from './layer.ts';
import { readPlaywrightReport } from './playwright-report.ts';
import { startTemporaryPlatform } from './temporary-platform.ts';

/** Playwright against the real thing, started for it on data of its own. */
export function browserLayer(folder: string, args: readonly string[] = []): Layer {
  return {
    name: 'browser',
    run: async (signal) => {
      const browser = await findBrowser(process.env, signal);
      const platform = await startTemporaryPlatform(path.join(folder, 'data'), signal);
      try {
        const report = path.join(folder, 'playwright.json');
        const { code, output } = await runProgram(
          [
            process.execPath,
            'node_modules/@playwright/test/cli.js',
            'test',
            '--reporter=json,list',
            `--output=${path.join(folder, 'test-results')}`,
            ...args,
          ],
          {
            cwd: path.join(root, 'site'),
            env: {
              ...process.env,
              ...platform.env,
              CHROMIUM_PATH: browser,
              PLAYWRIGHT_JSON_OUTPUT_FILE: report,
              PLAYWRIGHT_JSON_OUTPUT_NAME: report,
            },
            signal,
          },
        );
        return readPlaywrightReport(report, code, output);
      } finally {
        await platform.stop();
      }
    },
  };
}
