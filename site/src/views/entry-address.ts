import { collections } from '../collections/all.ts';
import type { Collection } from '../collections/collection.ts';
import { listUrl, pageTypes, withoutLanguage } from '../urls.ts';

export type EntryAddress = { readonly collection: Collection; readonly slug: string };

/** What `/el/cities/kavala` names; null for an address that is no entry's. */
export function parseEntryUrl(path: string): EntryAddress | null {
  const [folder = '', slug = '', ...rest] = withoutLanguage(path).split('/');
  const type = pageTypes.find((each) => listUrl('en', each) === `/${folder}`);
  const collection = collections.find((each) => each.type === type);
  return collection && slug !== '' && rest.length === 0 ? { collection, slug } : null;
}
