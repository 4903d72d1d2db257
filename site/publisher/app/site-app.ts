import type { Draft } from '../../src/snapshot/draft.ts';

/** The compiled site as the publisher uses it. */
export interface SiteApp {
  /** Every kind of page the site has. */
  routes(): readonly SiteRoute[];
  /** The addresses of a route, and what of the content decides which there are. */
  paths(route: SiteRoute): Promise<Recorded<readonly string[]>>;
  /** Renders a page or file. Throws what the page throws. */
  render(path: string, route: SiteRoute): Promise<Recorded<Uint8Array>>;
  /** Renders a page as it would be if the draft was published. Throws what the page throws. */
  renderDraft(draft: Draft, path: string): Promise<string>;
  /** Hears of changed keys, answers them and those of all that follows from them. */
  takeIn(changed: ReadonlySet<string>): ReadonlySet<string>;
  /** Works out what these keys stand for, so that a later change can be told from none. */
  warm(keys: Iterable<string>): void;
}

export interface SiteRoute {
  /** As Astro names it: `/[...lang]/practices/[slug]`. */
  readonly name: string;
  readonly isPage: boolean;
}

interface Recorded<T> {
  readonly value: T;
  /** The keys under which content was read. */
  readonly reads: ReadonlySet<string>;
}
