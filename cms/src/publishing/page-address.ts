/** Folders of the site for the types whose entries have a page each. */
const FOLDERS = new Map([
  ['practice', 'practices'],
  ['city', 'cities'],
  ['methodology', 'methodologies'],
  ['project', 'projects'],
  ['strategy', 'strategies'],
  ['network', 'networks'],
  ['instrument', 'instruments'],
  ['challenge', 'challenges'],
  ['news-item', 'news'],
]);

/** Pages that show all entries of a type together. */
const SHARED_PAGES = new Map([
  ['resource', 'resources'],
  ['glossary-term', 'glossary'],
]);

/** Texts of the platform stand at the address that is their key. */
const TEXTS = new Set([
  'about',
  'contribute',
  'guidelines',
  'accessibility',
  'privacy',
  'open-data',
]);

const LANGUAGE_FOLDERS = new Map([
  ['el', '/el'],
  ['ro', '/ro'],
  ['it', '/it'],
  ['sr-Latn', '/sr'],
]);

/** Whether a page of the site shows entries of this type. */
export function hasPage(type: string): boolean {
  return type === 'page' || FOLDERS.has(type) || SHARED_PAGES.has(type);
}

/** Where readers find the entry, from the root of the site; null when no page shows it. */
export function pageAddress(
  type: string,
  { slug, key }: { slug?: string | null | undefined; key?: string | null | undefined },
  locale: string,
): string | null {
  const root = LANGUAGE_FOLDERS.get(locale) ?? '';
  const shared = SHARED_PAGES.get(type);
  if (shared) return `${root}/${shared}`;
  if (type === 'page') return key && TEXTS.has(key) ? `${root}/${key}` : null;
  const folder = FOLDERS.get(type);
  return folder && slug ? `${root}/${folder}/${slug}` : null;
}
