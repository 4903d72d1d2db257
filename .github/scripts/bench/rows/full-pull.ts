/** Row 5: everything that is published, with all relations, from the CMS into a new snapshot. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createCmsClient } from '../../../../site/src/cms/client.ts';
import { practices } from '../../../../site/src/collections/practices.ts';
import { pullContent } from '../../../../site/publisher/pull/pull.ts';
import type { Say } from '../../machine/progress.ts';
import type { Figure } from '../figure.ts';
import type { BenchPlatform } from '../platform/bench-platform.ts';

const rounds = 3;

export async function measurePull(
  platform: BenchPlatform,
  entries: number,
  say: Say,
): Promise<Figure[]> {
  const rates: number[] = [];
  for (let round = 1; round <= rounds; round++) {
    const { documents, ms } = await pullOnce(platform);
    rates.push(documents / (ms / 1000));
    say(`pull ${round} of ${rounds}: ${documents} entries in ${Math.round(ms)} ms`);
  }
  const [few, many] = await countStatements(platform);
  const shared = { row: '5', entries } as const;
  return [
    {
      ...shared,
      what: `full pull, all relations, all types, best of ${rounds}`,
      value: Math.round(Math.max(...rates)),
      unit: 'entries/s',
      reach: { atLeast: 5000 },
      note: `runs: ${rates.map((rate) => Math.round(rate)).join(', ')}; with mapping and writing the snapshot`,
    },
    {
      ...shared,
      what: 'SQL statements of one page of 1,000 practices',
      value: many,
      unit: '',
      reach: { atMost: few },
      note: `a page of 10 takes ${few}`,
    },
  ];
}

async function pullOnce(platform: BenchPlatform): Promise<{ documents: number; ms: number }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'see-pull-'));
  try {
    const begun = performance.now();
    const { counts } = await pullContent({
      cmsUrl: platform.settings.cmsUrl,
      token: platform.secrets.buildToken,
      snapshotFile: path.join(folder, 'snapshot.db'),
      full: true,
      allowedMail: [],
      log: () => undefined,
    });
    const ms = performance.now() - begun;
    return { documents: Object.values(counts).reduce((sum, count) => sum + count, 0), ms };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Statements for a page of few practices and for one of 1,000, as the CMS's own log tells. */
async function countStatements(platform: BenchPlatform): Promise<[number, number]> {
  await platform.stop('cms');
  await platform.startCms({ DEBUG: 'knex:query' });
  const client = createCmsClient({
    cmsUrl: platform.settings.cmsUrl,
    token: platform.secrets.buildToken,
  });
  const log = path.join(platform.settings.dataDir, 'logs/cms.log');
  const count = async (limit: number) => {
    const before = statements(log);
    await client.request('practices', practices.query, { start: 0, limit });
    return statements(log) - before;
  };
  await count(10);
  const counts: [number, number] = [await count(10), await count(1000)];
  await platform.stop('cms');
  await platform.startCms();
  await platform.settled();
  return counts;
}

function statements(logFile: string): number {
  return readFileSync(logFile, 'utf8').match(/knex:query/g)?.length ?? 0;
}
