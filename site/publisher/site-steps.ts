import { createHash } from 'node:crypto';
import { cpSync } from 'node:fs';
import path from 'node:path';
import { addressesOf, stampOfAddresses } from './addresses.ts';
import { buildWithAstro, distDir } from './astro-build.ts';
import type { Withdrawn } from '../src/snapshot/writer.ts';
import { assetPool } from './asset-pool.ts';
import { withBuildLock } from './build-lock.ts';
import { CheckFailedError } from './checks/check-failed-error.ts';
import { checkSite } from './checks/check-site.ts';
import { digestOfSiteCode } from './code-digest.ts';
import { readExpectedPages } from './expected-pages.ts';
import { knownSecrets } from './known-secrets.ts';
import { documentsFolder, imagesFolder } from './pull/folders.ts';
import { pullContent } from './pull/pull.ts';
import { indexSite } from './search.ts';
import { allowedMailOf, type BuildSettings, releasesDirOf } from './settings.ts';

/** What is to be published: equal versions give equal pages. */
export interface Version {
  contentVersion: string;
  dataAt: string;
  /** Digest of content, code and the day the pages are rendered for. */
  inputs: string;
  /** There is something to publish though the inputs are those of the live release. */
  isBehind?: boolean;
  /** Everything is to be built anew by `astro build`. */
  isClean?: boolean;
}

/** A page that stays as it was because what it would show now must not go live. */
export interface Alarm {
  page: string | null;
  /** The ref of the entry whose page it is. */
  entry: string | null;
  message: string;
}

/** A finished and checked site, ready to go live. */
export interface Built {
  dir: string;
  pages: number;
  rendered: number;
  /** The search finds what the pages show. */
  isSearchable: boolean;
  /** Something was erased that earlier releases may still show. */
  isErasure?: boolean;
  alarms: readonly Alarm[];
}

/** The parts of a publish, given to the publisher so that tests can put others in their place. */
export interface SiteSteps {
  pull(options: { full: boolean }): Promise<Version>;
  /**
   * Builds and checks; hands the finished folder to `take`, which answers the id of the release it
   * became, before anyone can build again.
   */
  build(version: Version, take: (built: Built) => Promise<string>): Promise<void>;
  /** What is held back or left out. */
  alarms?(): readonly Alarm[];
  /** What was taken away since then (ISO time) and is gone still. */
  withdrawnSince?(at: string): readonly Withdrawn[];
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
    build: (_version, take) => buildWhole(options, take),
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
    allowedMail: allowedMailOf(settings),
    snapshotFile,
    full,
    log,
    asOf,
  });
  const digest = createHash('sha256');
  digest.update([contentVersion, asOf, stampOfAddresses(addressesOf(settings)), code].join('\n'));
  return { contentVersion, dataAt, inputs: digest.digest('hex') };
}

/** Builds everything with `astro build`: the reference for what a release holds. */
export async function buildWhole(
  options: StepOptions,
  take: (built: Built) => Promise<string>,
): Promise<void> {
  await withBuildLock(async () => {
    const pages = await buildAndCheck(options);
    await take({ dir: distDir, pages, rendered: pages, isSearchable: true, alarms: [] });
  }, options.signal);
}

async function buildAndCheck(options: StepOptions): Promise<number> {
  const { settings, snapshotFile, log, signal } = options;
  const expectedPages = readExpectedPages(snapshotFile);
  const { SITE_URL: siteUrl, SEE_DATA_DIR: dataDir } = settings;
  await buildWithAstro({
    addresses: addressesOf(settings),
    snapshotFile,
    expectedPages,
    ...(signal ? { signal } : {}),
  });
  cpSync(imagesFolder(snapshotFile), path.join(distDir, 'images'), { recursive: true });
  cpSync(documentsFolder(snapshotFile), path.join(distDir, 'files'), { recursive: true });
  const { records } = await indexSite(distDir, snapshotFile);
  log(`pages are built, ${records} entries are searchable; checking them`);
  const report = await checkSite({
    dir: distDir,
    siteUrl,
    expectedPages,
    leaks: { secrets: knownSecrets(dataDir, process.env), allowedMail: allowedMailOf(settings) },
    alsoServed: assetPool(releasesDirOf(settings)),
  });
  if (report.problems.length > 0) throw new CheckFailedError(report.problems, expectedPages);
  return report.pages;
}
