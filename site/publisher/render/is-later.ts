import type { SiteRoute } from '../app/site-app.ts';

/**
 * Files that hold the content of many entries: they follow the pages by some seconds, made beside
 * the publisher's own work.
 */
export function isLater({ name }: SiteRoute): boolean {
  return /^\/(data|feeds)\//.test(name) || name.startsWith('/sitemap');
}
