import { parseArgs } from 'node:util';
import { importRecords } from './import-records';
import { runInCms, say } from './run-in-cms';
import { describeSum, describeTally } from './tally';

const { values, positionals } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    drafts: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const [given = ''] = positionals;

runInCms(async (strapi) => {
  const { tallies, notices } = await importRecords(strapi, given, values);
  notices.forEach((notice) => say(`  note: ${notice}`));
  for (const tally of tallies) if (tally.total > 0) say(`  ${describeTally(tally)}`);
  say(`  ${describeSum(tallies)}`);
});
