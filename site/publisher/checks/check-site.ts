import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { checkLeaks, type LeakRules } from './leaks.ts';
import { checkLinks } from './links.ts';
import { type PageFacts, readPageFacts } from './page-facts.ts';
import { checkExpectedPages, checkPage } from './pages.ts';
import type { ExpectedPage, Problem } from './problem.ts';
import { listSiteFiles, pathOfFile } from './site-files.ts';

export interface SiteToCheck {
  /** The finished build. */
  dir: string;
  siteUrl: string;
  expectedPages: readonly ExpectedPage[];
  leaks: LeakRules;
  /** A folder whose files may be linked though they are not in the build: the asset pool. */
  alsoServed?: string;
}

export interface SiteReport {
  pages: number;
  problems: Problem[];
}

const redirectsSchema = z.array(z.object({ from: z.string(), to: z.string() }));
export type Redirect = z.infer<typeof redirectsSchema>[number];

export function parseRedirects(text: string): Redirect[] {
  return redirectsSchema.parse(JSON.parse(text));
}

/** Everything that must hold before a build goes live. */
export async function checkSite(site: SiteToCheck): Promise<SiteReport> {
  const names = await listSiteFiles(site.dir);
  const pages = new Map<string, PageFacts>();
  const problems: Problem[] = [];
  let redirects: Redirect[] = [];
  for (const name of names) {
    const content = await readFile(path.join(site.dir, name));
    problems.push(...checkLeaks(name, content, site.leaks));
    if (name.endsWith('.html')) {
      const facts = readPageFacts(pathOfFile(name), content.toString('utf8'));
      pages.set(facts.path, facts);
      problems.push(...checkPage(facts));
    }
    if (name === 'redirects.json') redirects = parseRedirects(content.toString('utf8'));
  }
  problems.push(...checkExpectedPages(site.expectedPages, pages));
  const files = new Set(names.filter((name) => !name.endsWith('.html')).map((name) => `/${name}`));
  if (site.alsoServed && existsSync(site.alsoServed)) {
    for (const name of await listSiteFiles(site.alsoServed)) files.add(`/${name}`);
  }
  const from = new Set(redirects.map((redirect) => redirect.from));
  const targets = {
    siteUrl: site.siteUrl,
    hasPage: (path: string) => pages.has(path),
    idsOf: (path: string) => pages.get(path)?.ids ?? new Set<string>(),
    hasFile: (path: string) => files.has(path),
    isRedirect: (path: string) => from.has(path),
  };
  for (const page of pages.values()) problems.push(...checkLinks(page, targets));
  problems.push(...checkRedirects(redirects, pages, files));
  return { pages: pages.size, problems };
}

function checkRedirects(
  redirects: readonly Redirect[],
  pages: ReadonlyMap<string, PageFacts>,
  files: ReadonlySet<string>,
): Problem[] {
  return redirects.flatMap(({ from, to }) => {
    const [target = ''] = to.split(/[?#]/);
    return pages.has(target) || files.has(target)
      ? []
      : [{ page: null, message: `The redirect from ${from} leads to ${to}, which is not there.` }];
  });
}
