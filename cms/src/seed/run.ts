import path from 'node:path';
import { createDemoAccounts } from '../accounts/demo';
import { attributesIn } from './attributes-in';
import { fill } from './fill';
import { readSeed } from './read-seed';
import { appDir, runInCms, say } from './run-in-cms';

/** Fills the database of the CMS from `seed/`; may be run again at any time the CMS is down. */
runInCms(async (strapi) => {
  const seed = readSeed(path.join(appDir, 'seed'), attributesIn(strapi));
  seed.notices.forEach((notice) => say(`  note: ${notice}`));
  say(`Filling in ${seed.records.length} records:`);
  const { notices } = await fill(strapi, seed, {
    onProgress: (line) => say(`  ${line}`),
  });
  notices.forEach((notice) => say(`  note: ${notice}`));
  await createDemoAccounts(strapi);
});
