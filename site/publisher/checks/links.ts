import type { PageFacts } from './page-facts.ts';
import type { Problem } from './problem.ts';

export interface LinkTargets {
  /** The public origin; its absolute addresses are internal too. */
  siteUrl: string;
  hasPage: (path: string) => boolean;
  /** What a fragment may name on the page of this address. */
  idsOf: (path: string) => ReadonlySet<string>;
  hasFile: (path: string) => boolean;
  isRedirect: (path: string) => boolean;
}

/** A page that links: where it is, and what fragments may name on it. */
export interface LinkingPage {
  readonly path: string;
  readonly ids: ReadonlySet<string>;
}

/** Every internal address of a page leads to a page, a file or a redirect; fragments too. */
export function checkLinks(page: PageFacts, targets: LinkTargets): Problem[] {
  return [...page.links].flatMap((link) => checkLink(link, page, targets));
}

/** As `checkLinks`, for one address of a page. */
export function checkLink(link: string, page: LinkingPage, targets: LinkTargets): Problem[] {
  const fault = faultOfLink(link, page, new URL(targets.siteUrl).origin, targets);
  return fault ? [{ page: page.path, message: `${page.path} links to "${link}": ${fault}` }] : [];
}

function faultOfLink(
  link: string,
  page: LinkingPage,
  origin: string,
  targets: LinkTargets,
): string | null {
  if (link === '') return 'the address is empty.';
  const url = URL.parse(link, new URL(page.path, origin));
  if (!url) return 'it is no address.';
  if (url.protocol === 'javascript:') return 'a link must not run a script.';
  if (url.origin !== origin) return null;
  const path = decode(url.pathname);
  if (path === null) return 'its percent signs cannot be decoded.';
  if (targets.hasFile(path)) return null;
  if (path === page.path || targets.hasPage(path)) {
    if (url.hash === '') return null;
    return faultOfFragment(url.hash, path, path === page.path ? page.ids : targets.idsOf(path));
  }
  if (targets.isRedirect(path)) return null;
  if (path !== '/' && path.endsWith('/')) return 'addresses have no slash at the end.';
  if (path.endsWith('.html')) return 'addresses of pages have no .html at the end.';
  return 'there is no such page or file.';
}

function faultOfFragment(hash: string, path: string, ids: ReadonlySet<string>): string | null {
  const id = decode(hash.slice(1).replace(/:~:.*$/, ''));
  if (id === null) return 'the part after # cannot be decoded.';
  if (id === '' || id === 'top' || ids.has(id)) return null;
  return `nothing on ${path} has the id "${id}".`;
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
