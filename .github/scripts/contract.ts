/** `pnpm contract [--check]`: writes what is generated from the CMS anew, or says what is stale. */
import { stopSignal } from '../../site/publisher/stop-signal.ts';
import { cmsDir } from './cms/cms-environment.ts';
import { runCommand, step } from './machine/progress.ts';
import { runOrThrow } from './processes/run-program.ts';

const args = process.argv.slice(2);

await runCommand(async () => {
  const signal = stopSignal();
  await step('the contract of the CMS', async (say) => {
    await runOrThrow(
      'The contract was refused',
      [process.execPath, 'scripts/contract.mts', ...args],
      { cwd: cmsDir, onLine: say, signal },
    );
  });
});
process.exit();
