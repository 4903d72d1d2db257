import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readPageFacts } from '../checks/page-facts.ts';
import type { RenderedPage } from './page-store.ts';
import type { Stage } from './stage.ts';

/** What the pages of a release load, by names that change with their bytes. */
const assets = '_astro';

/** A page or file that must not go live as it is now. */
export interface StayingPage {
  readonly path: string;
  readonly route: string;
  readonly file: string;
}

/**
 * The release before the first one of other code. That one renders everything, and what must not go
 * live stays as it was: with the styles and scripts it was made with.
 */
export class EarlierRelease {
  readonly #dir: string;

  constructor(dir: string) {
    this.#dir = dir;
  }

  has({ file }: StayingPage): boolean {
    return existsSync(path.join(this.#dir, file));
  }

  /** Puts pages that it has into the stage as they were; answers what is to be known of them. */
  keep(stage: Stage, pages: readonly StayingPage[]): RenderedPage[] {
    if (pages.length > 0) stage.addMissing(path.join(this.#dir, assets), assets);
    return pages.map(({ path: address, route, file }) => {
      const source = path.join(this.#dir, file);
      stage.link(source, file);
      const isPage = file.endsWith('.html');
      const ids = isPage ? readPageFacts(address, readFileSync(source, 'utf8')).ids : [];
      // Whatever it is rendered to next differs from what no code of now has made.
      return {
        path: address,
        route,
        digest: '',
        reads: new Uint32Array(),
        ids: [...ids].join(' '),
      };
    });
  }
}
