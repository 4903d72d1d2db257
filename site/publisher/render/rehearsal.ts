/**
 * Renders for nothing, after a start, what a few edits would render: code that has run a few times is
 * three times as fast, and the first edit of a day finds it so.
 */
import type { SiteApp, SiteRoute } from '../app/site-app.ts';
import type { PageStore } from './page-store.ts';

const edits = 4;
const mostPages = 200;

export class Rehearsal {
  readonly #app: SiteApp;
  readonly #left: { readonly path: string; readonly route: SiteRoute }[];

  constructor(app: SiteApp, store: PageStore) {
    this.#app = app;
    const entries = [...store.keys()].filter((key) => key.startsWith('entry practice '));
    const step = Math.max(1, Math.floor(entries.length / edits));
    const edited = new Set(entries.filter((_, index) => index % step === 0).slice(0, edits));
    const routes = new Map(app.routes().map((route) => [route.name, route]));
    this.#left = store
      .readersOf(edited)
      .pages.slice(0, mostPages)
      .flatMap((path) => {
        const route = routes.get(store.routeOf(path) ?? '');
        return route ? [{ path, route }] : [];
      });
  }

  /** Goes on for about so long, in milliseconds. */
  async goOn(ms: number): Promise<void> {
    const until = performance.now() + ms;
    for (let page = this.#left.pop(); page; page = this.#left.pop()) {
      // What is wrong with a page is told when it is rendered in earnest.
      await this.#app.render(page.path, page.route).catch(() => undefined);
      if (performance.now() > until) return;
    }
  }
}
