/**
 * `npm run budgets`: weighs the pages of a real release and lets
 * Lighthouse judge every template. Without an address it starts a platform of its own for it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openBrowser } from '../../site/e2e/budgets/open-browser.ts';
import { measureLighthouse } from '../../site/e2e/budgets/measure-lighthouse.ts';
import { measureWeight } from '../../site/e2e/budgets/measure-weight.ts';
import { showFigures } from '../../site/e2e/budgets/show-figures.ts';
import { stopSignal } from '../../site/publisher/stop-signal.ts';
import { tell } from '../../site/publisher/terminal.ts';
import { readCommandLine } from './machine/command-line.ts';
import { freePorts } from './machine/ports.ts';
import { runCommand, step } from './machine/progress.ts';
import { findBrowser } from './testing/find-browser.ts';
import { startTemporaryPlatform } from './testing/temporary-platform.ts';

const signal = stopSignal();

await runCommand(async () => {
  const { values } = readCommandLine('npm run budgets -- [--site <address>] [--runs <n>]', {
    site: { type: 'string' },
    runs: { type: 'string', default: '3' },
  });
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1)
    throw new Error('--runs takes a whole number from 1 on.');
  const executable = await findBrowser(process.env, signal);
  const { siteUrl, stop } = await findSite(values.site);
  try {
    const [port = 0] = await freePorts(1);
    const browser = await openBrowser(executable, port, siteUrl);
    const figures = await step('weighed', () => measureWeight(browser, siteUrl));
    const judge = () => step('judged', (say) => measureLighthouse(siteUrl, port, { runs, say }));
    figures.push(...(await judge().finally(() => browser.close())));
    tell(`\n${showFigures(figures)}\n`);
    tell(JSON.stringify({ site: siteUrl, runs, figures }));
    const missed = figures.filter(({ isKept }) => !isKept).length;
    if (missed > 0) throw new Error(`${missed} of ${figures.length} budgets are missed.`);
  } finally {
    await stop();
  }
});
process.exit();

async function findSite(
  given: string | undefined,
): Promise<{ siteUrl: string; stop: () => Promise<void> }> {
  if (given) return { siteUrl: given.replace(/\/+$/, ''), stop: () => Promise.resolve() };
  const folder = mkdtempSync(path.join(tmpdir(), 'see-budgets-'));
  const platform = await step('a platform runs', () =>
    startTemporaryPlatform(path.join(folder, 'data'), signal),
  );
  return {
    siteUrl: platform.env.SITE_URL ?? '',
    stop: async () => {
      await platform.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
