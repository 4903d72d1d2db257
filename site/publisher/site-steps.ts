import { createHash } from 'node:crypto';
import { cpSync } from 'node:fs';
import path from 'node:path';
import { buildWithAstro, distDir } from './astro-build.ts';
import { assetPool } from './asset-pool.ts';
import { withBuildLock } from './build-lock.ts';
import { CheckFailedError } from './checks/check-failed-error.ts';
import { checkSite } from './checks/check-site.ts';
import { digestOfSiteCode } from './code-digest.ts';
import { readExpectedPages } from './expected-pages.ts';
import { knownSecrets } from './known-secrets.ts';
import { imagesFolder, pullContent } from './pull.ts';
import { indexSite } from './search.ts';
import { type BuildSettings, releasesDirOf } from './settings.ts';

/** What is to be published: equal versions give equal pages. */
export interface Version {
  contentVersion: string;
  dataAt: string;
  /** Digest of content, code and the day the pages are rendered for. */
  inputs: string;
}

/** The parts of a publish, given to the publisher so that tests can put others in their place. */
export interface SiteSteps {
  pull(options: { full: boolean }): Promise<Version>;
  /** Builds and checks; hands the finished folder to `take` before anyone can build again. */
  build(take: (dir: string, pages: number) => Promise<void>): Promise<void>;
}

export interface StepOptions {
  settings: BuildSettings;
  snapshotFile: string;
  log: (line: string) => void;
  signal?: AbortSignal;
}

export function createSiteSteps(options: StepOptions): SiteSteps {
  const code = digestOfSiteCode();
  return {
    pull: ({ full }) => pull(options, full, code),
    build: (take) =>
      withBuildLock(async () => {
        const pages = await buildAndCheck(options);
        await take(distDir, pages);
      }, options.signal),
  };
}

async function pull(
  { settings, snapshotFile, log }: StepOptions,
  full: boolean,
  code: string,
): Promise<Version> {
  const asOf = new Date().toISOString().slice(0, 10);
  const { contentVersion, dataAt } = await pullContent({
    cmsUrl: settings.CMS_URL,
    token: settings.CMS_TOKEN,
    snapshotFile,
    full,
    log,
    asOf,
  });
  const digest = createHash('sha256');
  digest.update([contentVersion, asOf, settings.SITE_URL, code].join('\n'));
  return { contentVersion, dataAt, inputs: digest.digest('hex') };
}

async function buildAndCheck(options: StepOptions): Promise<number> {
  const { settings, snapshotFile, log, signal } = options;
  const expectedPages = readExpectedPages(snapshotFile);
  const { SITE_URL: siteUrl, SEE_DATA_DIR: dataDir } = settings;
  await buildWithAstro({ snapshotFile, siteUrl, expectedPages, ...(signal ? { signal } : {}) });
  cpSync(imagesFolder(snapshotFile), path.join(distDir, 'images'), { recursive: true });
  const { records } = await indexSite(distDir, snapshotFile);
  log(`pages are built, ${records} entries are searchable; checking them`);
  const report = await checkSite({
    dir: distDir,
    siteUrl,
    expectedPages,
    leaks: { secrets: knownSecrets(dataDir, process.env), allowedMail: settings.SEE_PUBLIC_MAIL },
    alsoServed: assetPool(releasesDirOf(settings)),
  });
  if (report.problems.length > 0) throw new CheckFailedError(report.problems, expectedPages);
  return report.pages;
}
