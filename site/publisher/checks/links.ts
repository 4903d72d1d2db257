import type { PageFacts } from './page-facts.ts';
import type { Problem } from './problem.ts';

export interface LinkTargets {
  /** The public origin; its absolute addresses are internal too. */
  siteUrl: string;
  pages: ReadonlyMap<string, PageFacts>;
  /** Addresses of all other files. */
  files: ReadonlySet<string>;
  redirects: ReadonlySet<string>;
}

/** Every internal address of every page leads to a page, a file or a redirect; fragments too. */
export function checkLinks(targets: LinkTargets): Problem[] {
  const origin = new URL(targets.siteUrl).origin;
  return [...targets.pages.values()].flatMap((page) =>
    [...page.links].flatMap((link) => {
      const fault = faultOfLink(link, page, origin, targets);
      return fault
        ? [{ page: page.path, message: `${page.path} links to "${link}": ${fault}` }]
        : [];
    }),
  );
}

function faultOfLink(
  link: string,
  page: PageFacts,
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
  if (targets.files.has(path)) return null;
  const target = targets.pages.get(path);
  if (target) return faultOfFragment(url.hash, target);
  if (targets.redirects.has(path)) return null;
  if (path !== '/' && path.endsWith('/')) return 'addresses have no slash at the end.';
  if (path.endsWith('.html')) return 'addresses of pages have no .html at the end.';
  return 'there is no such page or file.';
}

function faultOfFragment(hash: string, target: PageFacts): string | null {
  const id = decode(hash.slice(1).replace(/:~:.*$/, ''));
  if (id === null) return 'the part after # cannot be decoded.';
  if (id === '' || id === 'top' || target.ids.has(id)) return null;
  return `nothing on ${target.path} has the id "${id}".`;
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
