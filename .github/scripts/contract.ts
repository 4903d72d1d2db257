/** `npm run contract`: writes all that is generated anew, or says what is stale. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stopSignal } from '../../site/publisher/stop-signal.ts';
import { cmsDir } from './cms/cms-environment.ts';
import { readCommandLine } from './machine/command-line.ts';
import { runCommand, step } from './machine/progress.ts';
import { root } from './machine/settings.ts';
import { runOrThrow } from './processes/run-program.ts';

const signal = stopSignal();
const site = path.join(root, 'site');
const typedDocuments = path.join(site, 'src/cms/graphql-env.d.ts');

await runCommand(async () => {
  const { check } = readCommandLine('npm run contract -- [--check]', {
    check: { type: 'boolean', default: false },
  }).values;
  const args = check ? ['--check'] : [];
  await step('the contract of the CMS', async (say) => {
    const command: [string, ...string[]] = [process.execPath, 'scripts/contract.mts', ...args];
    await runOrThrow('The contract was refused', command, { cwd: cmsDir, onLine: say, signal });
  });
  await step('the typed documents of the site', () => generateTypedDocuments(check));
  await step('the geography of the maps', async () => {
    const command: [string, ...string[]] = [
      process.execPath,
      'src/drawing/generate-region.ts',
      ...args,
    ];
    await runOrThrow('The geography was refused', command, { cwd: site, signal });
  });
});
process.exit();

async function generateTypedDocuments(isCheck: boolean): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'see-contract-'));
  const output = isCheck ? path.join(folder, 'graphql-env.d.ts') : typedDocuments;
  try {
    const program = path.join(site, 'node_modules/.bin/gql.tada');
    await runOrThrow(
      'The typed documents could not be generated',
      [program, 'generate-output', '--output', output],
      { cwd: site, signal },
    );
    if (!readFileSync(output).equals(readFileSync(typedDocuments))) {
      throw new Error(
        'site/src/cms/graphql-env.d.ts is older than cms/contract/schema.graphql: run "npm run contract" and commit it.',
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
