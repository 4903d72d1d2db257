/** Compiles the site into an app, once for each state of its code, and loads it. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { type Addresses, addressVariables, stampOfAddresses } from '../addresses.ts';
import { type AstroOptions, runAstro, siteRoot } from '../astro-build.ts';
import { BuildFailedError } from '../build-failed-error.ts';
import { withBuildLock } from '../build-lock.ts';
import type { SiteApp } from './site-app.ts';

const appDir = path.join(siteRoot, '.cache/app');
const stampFile = path.join(appDir, 'compiled-from');
/** Styles, scripts and what else of the site is not content. */
export const clientDir = path.join(appDir, 'client');

const entryModule = z.object({
  createSiteApp: z.custom<() => Promise<SiteApp>>((value) => typeof value === 'function'),
});

/** Makes sure that the compiled app is the one of this code. Throws BuildFailedError. */
export async function compileApp(code: string, options: AstroOptions): Promise<void> {
  await withBuildLock(async () => {
    const stamp = `${code}\n${stampOfAddresses(options.addresses)}`;
    if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
    const config = path.relative(siteRoot, path.join(import.meta.dirname, 'astro.config.ts'));
    const { code: exit, output } = await runAstro(['build', '--config', config], options);
    options.signal?.throwIfAborted();
    if (exit !== 0) {
      const said = output.trim().split('\n').slice(-8).join('\n');
      throw new BuildFailedError(`The site could not be compiled: ${said}`, null);
    }
    writeFileSync(stampFile, stamp);
  }, options.signal);
}

/** Loads the compiled app over the snapshot named by SEE_SNAPSHOT. */
export async function loadApp(snapshotFile: string, addresses: Addresses): Promise<SiteApp> {
  Object.assign(process.env, { SEE_SNAPSHOT: snapshotFile, ...addressVariables(addresses) });
  const entry: unknown = await import(pathToFileURL(path.join(appDir, 'server/entry.mjs')).href);
  return entryModule.parse(entry).createSiteApp();
}
