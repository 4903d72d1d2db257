import type { SiteRoute } from '../app/site-app.ts';

/**
 * Files that hold the content or the names of many entries, and the search page with its counts of
 * all of them: they follow the other pages by some seconds, made beside the publisher's own work.
 */
export function isLater({ name }: SiteRoute): boolean {
  const beginnings = ['/data/', '/feeds/', '/sitemap', '/members/options/'];
  return (
    beginnings.some((each) => name.startsWith(each)) ||
    /\/(search|options\/\[list\]\.json)$/.test(name)
  );
}

/** One of the files that hold all entries whole. */
export const isOpenData = ({ name }: SiteRoute): boolean => name.startsWith('/data/');

/** Holds all other files of open data. */
export const isArchive = ({ address }: { address: string }): boolean => address.endsWith('.zip');
