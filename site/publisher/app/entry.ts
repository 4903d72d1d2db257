/** What the compiled site gives to the publisher; compiled together with the pages. */
import type { GetStaticPaths, Params, RouteData } from 'astro';
import { createApp } from 'astro/app/entrypoint';
import { openSnapshot, renderFrom } from '../../src/snapshot/open.ts';
import { Snapshot } from '../../src/snapshot/snapshot.ts';
import type { SiteApp, SiteRoute } from './site-app.ts';

export async function createSiteApp(): Promise<SiteApp> {
  const app = createApp();
  const { routes, pageMap } = app.manifest;
  const known = new Map<string, { data: RouteData; staticPaths: GetStaticPaths | undefined }>();
  for (const { routeData } of routes) {
    if (routeData.origin !== 'project') continue;
    const load = pageMap?.get(routeData.component);
    // All pages are loaded at once: what they derive from the content is known by then.
    const page = load && (await (await load()).page());
    known.set(routeData.route, { data: routeData, staticPaths: page?.getStaticPaths });
  }
  const find = ({ name }: SiteRoute) => {
    const route = known.get(name);
    if (!route) throw new Error(`The site has no route "${name}".`);
    return route;
  };
  return {
    routes: () => [...known].map(([name, { data }]) => ({ name, isPage: data.type === 'page' })),
    paths: (route) =>
      openSnapshot().recorded(async () => {
        const { data, staticPaths } = find(route);
        if (!staticPaths) return [data.pathname ?? data.route];
        const listed = await staticPaths({ routePattern: data.route, paginate: refusePages });
        return listed.flat().map(({ params }) => pathOf(data, params));
      }),
    render: (path, route) =>
      openSnapshot().recorded(async () => {
        const { data } = find(route);
        // Pages never look at the origin; the address they print is a setting.
        const request = new Request(new URL(path, 'http://site.invalid'));
        const response = await app.render(request, { routeData: data });
        const isGiven = response.status === 200 || data.route.endsWith('/404');
        const body = new Uint8Array(await response.arrayBuffer());
        if (!isGiven) throw new Error(`It answered with status ${response.status}.`);
        return body;
      }),
    renderDraft: async (draft, path) => {
      const snapshot = new Snapshot(process.env.SEE_SNAPSHOT ?? '', draft);
      try {
        const request = new Request(new URL(path, 'http://site.invalid'));
        const routeData = app.match(request);
        if (!routeData) throw new Error(`The site has no page ${path}.`);
        return await renderFrom(snapshot, async () => {
          const response = await app.render(request, { routeData });
          if (response.status !== 200) {
            throw new Error(`The page answered with status ${response.status}.`);
          }
          return response.text();
        });
      } finally {
        snapshot.close();
      }
    },
    takeIn: (changed) => openSnapshot().takeIn(changed),
    warm: (keys) => {
      openSnapshot().warm(keys);
    },
  };
}

function refusePages(): never {
  throw new Error('Long lists are cut by a key that stays, not by Astro.');
}

function pathOf({ segments }: RouteData, params: Params): string {
  const parts = segments.map((segment) =>
    segment
      .map(({ content, dynamic }) =>
        dynamic ? (params[content.replace(/^\.\.\./, '')] ?? '') : content,
      )
      .join(''),
  );
  return `/${parts.filter((part) => part !== '').join('/')}`;
}
