/** The address a draft would have, and its page made fit to be shown away from the site. */
import { z } from 'zod';
import type { EntryType } from '../../src/collections/collection.ts';
import type { Language } from '../../src/languages.ts';
import { entryUrl, pageTypes, type Place, placeUrl } from '../../src/urls.ts';

const textPage = z.object({ key: z.string() });

/** Texts of the platform stand at the place that their key names. */
const textPlaces: readonly Place[] = [
  'about',
  'contribute',
  'guidelines',
  'accessibility',
  'privacy',
  'open-data',
];

/** Links to other pages: none may be framed, so they need a tab of their own. */
const leadingAway = /<a (?=[^>]*\bhref="(?:\/|https?:))/g;

/** Before each path on the site, those of a list of copies too. */
const rootPaths = /(?<=\b(?:href|src|action|srcset)="|\bsrcset="[^"]*, )\/(?!\/)/g;

/** Where the entry can be seen; null for what no page shows. */
export function addressOfDraft(
  type: EntryType,
  entry: { readonly slug: string },
  language: Language,
): string | null {
  const pageType = pageTypes.find((each) => each === type);
  if (pageType) return entryUrl(language, pageType, entry.slug);
  if (type === 'resource') return placeUrl(language, 'resources');
  if (type === 'glossary-term') return placeUrl(language, 'glossary');
  const text = type === 'page' ? textPage.safeParse(entry) : null;
  const place = textPlaces.find((each) => text?.success && text.data.key.startsWith(each));
  return place === undefined ? null : placeUrl(language, place);
}

/**
 * The page as the CMS hands it to an editor: marked as a draft, closed to search engines, and with
 * the site's own styles, scripts and links, which lie on another origin there. Its own files are
 * those of the CMS, by their paths on the site.
 */
export function markDraft(
  html: string,
  siteUrl: string,
  paths: ReadonlyMap<string, string>,
): string {
  const { origin } = new URL(siteUrl);
  const marked = html
    .replace(/<html\b/, '<html data-draft')
    .replace(
      /(<meta http-equiv="Content-Security-Policy" content=")([^"]*)"/,
      (_all, head, policy) =>
        [
          head,
          String(policy)
            .replaceAll(/'self'|&#39;self&#39;/g, origin)
            .replace('img-src', "img-src 'self'"),
          '"',
        ].join(''),
    )
    .replace(/<head>/, '<head><meta name="robots" content="noindex">')
    .replace(leadingAway, '<a target="_blank" rel="noopener" ')
    .replace(rootPaths, `${origin}/`);
  return [...paths].reduce(
    (page, [path, own]) => page.replaceAll(origin + path, () => own),
    marked,
  );
}
