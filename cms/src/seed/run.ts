import path from 'node:path';
import { createStrapi } from '@strapi/strapi';
import { createDemoAccounts } from '../accounts/demo';
import { attributesIn } from './attributes-in';
import { fill } from './fill';
import { SeedError } from './problem';
import { readSeed } from './read-seed';
import { describeTally } from './tally';

const distDir = path.resolve(__dirname, '../..');
const appDir = path.dirname(distDir);

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Fills the database of the CMS from `seed/`; may be run again at any time the CMS is down. */
async function run(): Promise<void> {
  const strapi = createStrapi({ appDir, distDir });
  strapi.log.level = 'warn';
  await strapi.load();
  try {
    const seed = readSeed(path.join(appDir, 'seed'), attributesIn(strapi));
    seed.notices.forEach((notice) => say(`  note: ${notice}`));
    say(`Filling in ${seed.records.length} records:`);
    const { notices } = await fill(strapi, seed, (tally) => say(`  ${describeTally(tally)}`));
    notices.forEach((notice) => say(`  note: ${notice}`));
    await createDemoAccounts(strapi);
  } finally {
    await strapi.destroy();
  }
}

run().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof SeedError ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
