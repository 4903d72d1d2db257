/** The checks of a release, on what changed in it alone. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { checkLink, type LinkTargets } from '../checks/links.ts';
import type { Problem } from '../checks/problem.ts';
import { parseRedirects } from '../checks/check-site.ts';
import type { PageStore, RenderedPage } from './page-store.ts';
import type { Rendering } from './render-pages.ts';

export interface CheckOptions {
  siteUrl: string;
  /** The folder of the release as it is made. */
  stageDir: string;
  /** A folder whose files may be linked though they are in no release: the asset pool. */
  alsoServed: string;
  /** Pages made beside the rendering. */
  later: readonly RenderedPage[];
}

/** Problems by the address of the page that has them. */
export function checkRendering(
  rendering: Rendering,
  store: PageStore,
  options: CheckOptions,
): Map<string, readonly Problem[]> {
  const targets = targetsOf(rendering, store, options);
  const problems = new Map<string, Problem[]>();
  const tell = (page: string, found: readonly Problem[]) => {
    if (found.length > 0) problems.set(page, [...(problems.get(page) ?? []), ...found]);
  };
  for (const page of rendering.changed) tell(page.path, page.problems);
  for (const { link, pages } of rendering.links.entries()) {
    // What begins with a slash or an origin leads to the same place from every page.
    const isSame =
      /^(\/|https?:)/.test(link) && checkLink(link, { path: '/', ids: noIds }, targets);
    if (isSame && isSame.length === 0) continue;
    for (const page of pages) {
      tell(page, checkLink(link, { path: page, ids: targets.idsOf(page) }, targets));
    }
  }
  return problems;
}

const noIds: ReadonlySet<string> = new Set();

function targetsOf(
  { changed, removed, failed }: Rendering,
  store: PageStore,
  { siteUrl, stageDir, alsoServed, later }: CheckOptions,
): LinkTargets {
  const now = new Map([...later, ...changed].map((page) => [page.path, page]));
  const gone = new Set(removed.map((each) => each.path));
  // What could not be rendered is named by an alarm of its own, not by each page that links to it.
  const missing = new Set(failed.map((each) => each.path));
  let redirects: ReadonlySet<string> | null = null;
  const readRedirects = () => {
    const text = readFileSync(path.join(stageDir, 'redirects.json'), 'utf8');
    return new Set(parseRedirects(text).map(({ from }) => from));
  };
  const known = new Map<string, boolean>();
  const isThere = (file: string) =>
    !gone.has(file) &&
    !file.endsWith('.html') &&
    (existsSync(path.join(stageDir, file)) || existsSync(path.join(alsoServed, file)));
  const isFile = (file: string) => {
    if (!/\.[a-z0-9]+$/i.test(file)) return false;
    const answer = known.get(file) ?? isThere(file);
    known.set(file, answer);
    return answer;
  };
  return {
    siteUrl,
    hasPage: (target) =>
      missing.has(target) || (!gone.has(target) && (now.has(target) || store.has(target))),
    idsOf: (target) => {
      if (missing.has(target)) return anyId;
      const page = now.get(target);
      return page ? new Set(page.ids.split(' ')) : store.idsOf(target);
    },
    hasFile: isFile,
    isRedirect: (target) => (redirects ??= readRedirects()).has(target),
  };
}

/** Stands for the ids of a page that is not there to be asked. */
const anyId: ReadonlySet<string> = Object.assign(new Set<string>(), { has: () => true });
