import { defaultLanguage, type Language, languages, pathOfLanguage } from './languages.ts';

/** Types of entries with a page of their own, and the folder of their address. */
const folders = {
  practice: 'practices',
  city: 'cities',
  methodology: 'methodologies',
  project: 'projects',
  strategy: 'strategies',
  network: 'networks',
  instrument: 'instruments',
  challenge: 'challenges',
  'news-item': 'news',
} as const;

export type PageType = keyof typeof folders;
export const pageTypes = Object.keys(folders) as readonly PageType[];

/** Pages of the members' section, which only a script fills. */
export type MembersPage =
  | 'register'
  | 'confirm'
  | 'reset'
  | 'practices'
  | 'practices/edit'
  | 'adaptations'
  | 'notices'
  | 'messages'
  | 'reply'
  | 'still-alive'
  | 'account';

/** Addresses that are not the page of an entry: the lists and the platform's own texts. */
export type Place =
  | ''
  | (typeof folders)[PageType]
  | 'resources'
  | 'glossary'
  | 'search'
  | 'map'
  | 'about'
  | 'contribute'
  | 'guidelines'
  | 'accessibility'
  | 'privacy'
  | 'open-data'
  | 'guides'
  | 'notices'
  | 'members'
  | `members/${MembersPage}`
  | '404';

/** The address of a place in a language, without trailing slash: `/el/practices`. */
export function placeUrl(language: Language, place: Place): string {
  return join(language, place);
}

/** The address of a list: the folder of its type. */
export function listUrl(language: Language, type: PageType): string {
  return join(language, folders[type]);
}

/** The place of a type's list: what the navigation marks. */
export function placeOf(type: PageType): Place {
  return folders[type];
}

/** The address of a further part of a list that is longer than one page: `/el/practices/part/2`. */
export function partUrl(language: Language, type: PageType, part: number): string {
  return join(language, `${folders[type]}/part/${String(part)}`);
}

/** The address of an entry's page: `/el/cities/kavala`. */
export function entryUrl(language: Language, type: PageType, slug: string): string {
  return join(language, `${folders[type]}/${slug}`);
}

export function guideUrl(language: Language, slug: string): string {
  return join(language, `guides/${slug}`);
}

/** The address of the release's own copy of an uploaded document. */
export function fileUrl(name: string): string {
  return `/files/${name}`;
}

/** The place of the picture that shows the whole region. */
export const wholeRegion = 'region';
export const shareImageSize = { width: 1200, height: 630 } as const;

/** The address of the picture beside a shared link: of a town by its ref, else of the region. */
export function shareImageUrl(ref: string | null): string {
  return `/share/${ref === null ? wholeRegion : anchorOf(ref)}.png`;
}

/** The addresses of one page in all languages, for hreflang and the language switch. */
export function alternates(path: string): { language: Language; url: string }[] {
  const bare = withoutLanguage(path);
  return languages.map(({ tag }) => ({ language: tag, url: join(tag, bare) }));
}

/** The address without origin and language: `practices/kavala-young-first`. */
export function withoutLanguage(path: string): string {
  const [first, ...rest] = path.replace(/^\//, '').split('/');
  const isPrefixed = languages.some(({ path: prefix }) => prefix !== '' && prefix === first);
  return isPrefixed ? rest.join('/') : path.replace(/^\//, '');
}

/** True for the pages that speak to the CMS: `/members` and all below it, in any language. */
export function isMembersPath(path: string): boolean {
  return /^members(\/|$)/.test(withoutLanguage(path));
}

/** The id of an entry's row or part within a page, and so the end of its address: `#see-p-001`. */
export function anchorOf(ref: string): string {
  return ref.toLowerCase();
}

/** In the query of a list or of the search: what is not known is a value of its own. */
export const unknownValue = 'unknown';

/** The absolute address on the public site. */
export function absoluteUrl(site: string, path: string): string {
  return new URL(path, site).href;
}

function join(language: Language, path: string): string {
  const prefix = language === defaultLanguage ? '' : pathOfLanguage(language);
  const joined = [prefix, path].filter((part) => part !== '').join('/');
  return `/${joined}`;
}
