import { defaultLanguage } from '../languages.ts';
import { entryUrl, type PageType, withoutLanguage } from '../urls.ts';

/** The address of an entry's page without its language. */
export function pathOf(type: PageType, slug: string): string {
  return withoutLanguage(entryUrl(defaultLanguage, type, slug));
}
