/** Renders what a change of the content makes stale, and nothing else. */
import { createHash } from 'node:crypto';
import { setImmediate as letOthersWork } from 'node:timers/promises';
import type { SiteApp, SiteRoute } from '../app/site-app.ts';
import { checkLeaks, type LeakRules } from '../checks/leaks.ts';
import { readPageFacts } from '../checks/page-facts.ts';
import { checkPage } from '../checks/pages.ts';
import type { Problem } from '../checks/problem.ts';
import type { StayingPage } from './earlier-release.ts';
import { isLater } from './is-later.ts';
import { copyOf, LinkLedger } from './link-ledger.ts';
import type { PageStore, RenderedPage } from './page-store.ts';
import { fileOfPath } from './site-file.ts';
import type { Stage } from './stage.ts';

/** How long pages are rendered on end. */
const longestMs = 30;

interface Rendered extends RenderedPage {
  readonly file: string;
  readonly isPage: boolean;
  /** What is wrong with it by itself. */
  readonly problems: readonly Problem[];
}

export interface Rendering {
  /** Pages whose bytes differ from those that are live, or that are new. */
  readonly changed: readonly Rendered[];
  /** Pages that came out as they are; what they read may differ. */
  readonly same: readonly Rendered[];
  /** Pages that are no more, with their files. */
  readonly removed: readonly { readonly path: string; readonly file: string }[];
  /** Pages that threw, with what they said. */
  readonly failed: readonly FailedPage[];
  /** Where the pages lead whose bytes differ. */
  readonly links: LinkLedger;
  readonly routes: ReadonlyMap<
    string,
    { readonly paths: readonly string[]; readonly reads: ReadonlySet<string> }
  >;
}

interface FailedPage extends StayingPage {
  readonly message: string;
}

export interface RenderOptions {
  app: SiteApp;
  store: PageStore;
  /** Where pages are written whose bytes differ. */
  stage: Stage;
  leaks: LeakRules;
  /** What changed; null stands for all: nothing that was rendered before can be used. */
  keys: ReadonlySet<string> | null;
  /** Pages to render whatever changed: they failed before. */
  retry: ReadonlySet<string>;
}

export async function renderPages(options: RenderOptions): Promise<Rendering> {
  const { app, store, keys, retry } = options;
  const readers = keys === null ? null : store.readersOf(keys);
  const stale = new Set(readers?.pages);
  const staleRoutes = new Set(readers?.routes);
  const routes = new Map<string, { paths: readonly string[]; reads: ReadonlySet<string> }>();
  const wanted = new Map<string, SiteRoute>();
  const removed: { path: string; file: string }[] = [];
  const want = (path: string, route: SiteRoute) => {
    // A first release has its later files made all at once, by the one who makes them always.
    const isAwaited = isLater(route) && (keys === null || store.has(path));
    if (!isAwaited) wanted.set(path, route);
  };
  for (const route of app.routes()) {
    const known = store.pathsOfRoute(route.name);
    if (readers !== null && !staleRoutes.has(route.name)) {
      if (retry.size > 0) for (const path of known) if (retry.has(path)) want(path, route);
      continue;
    }
    const { value: paths, reads } = await app.paths(route);
    const now = new Set(paths);
    removed.push(
      ...known
        .filter((path) => !now.has(path))
        .map((path) => ({ path, file: fileOfPath(path, route.isPage) })),
    );
    routes.set(route.name, { paths, reads });
    for (const path of paths) {
      if (keys === null || !store.has(path) || stale.has(path) || retry.has(path)) {
        want(path, route);
      }
    }
  }
  const byName = new Map(app.routes().map((route) => [route.name, route]));
  const gone = new Set(removed.map(({ path }) => path));
  for (const path of stale) {
    const route = byName.get(store.routeOf(path) ?? '');
    if (route && !gone.has(path)) want(path, route);
  }
  return { ...(await renderEach(options, wanted)), removed, routes };
}

async function renderEach(
  options: RenderOptions,
  wanted: ReadonlyMap<string, SiteRoute>,
): Promise<Pick<Rendering, 'changed' | 'same' | 'failed' | 'links'>> {
  const changed: Rendered[] = [];
  const same: Rendered[] = [];
  const failed: FailedPage[] = [];
  const links = new LinkLedger();
  let restedAt = performance.now();
  for (const [path, route] of wanted) {
    if (performance.now() - restedAt > longestMs) {
      // Whoever asks for the status or a preview meanwhile is answered.
      await letOthersWork();
      restedAt = performance.now();
    }
    try {
      const page = await renderPage(options, links, path, route);
      (options.store.digestOf(path) === page.digest ? same : changed).push(page);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      const file = fileOfPath(path, route.isPage);
      failed.push({ path, route: route.name, file, message: reason });
    }
  }
  return { changed, same, failed, links };
}

async function renderPage(
  { app, store, stage, leaks }: RenderOptions,
  links: LinkLedger,
  path: string,
  route: SiteRoute,
): Promise<Rendered> {
  const { value: body, reads } = await app.render(path, route);
  const digest = digestOf(body);
  const file = fileOfPath(path, route.isPage);
  const isChanged = store.digestOf(path) !== digest;
  const made = {
    path,
    route: route.name,
    file,
    isPage: route.isPage,
    digest,
    reads: store.numbersOf(isLater(route) ? new Set() : reads),
  };
  if (!isChanged) return { ...made, ids: [...store.idsOf(path)].join(' '), problems: [] };
  stage.write(file, body);
  const bytes = Buffer.from(body);
  const problems = checkLeaks(file, bytes, leaks);
  if (!route.isPage) return { ...made, ids: '', problems };
  const facts = readPageFacts(path, bytes.toString('utf8'));
  links.note(path, facts.links);
  return {
    ...made,
    ids: copyOf([...facts.ids].join(' ')),
    problems: [...problems, ...checkPage(facts)],
  };
}

export function digestOf(body: Uint8Array): string {
  return createHash('sha256').update(body).digest('base64url').slice(0, 22);
}
