import type { Guide } from '../views/guides.ts';
import { defaultLanguage } from '../languages.ts';
import { guideUrl, withoutLanguage } from '../urls.ts';
import { withUnknown } from './localised-records.ts';
import type { SearchRecord } from './record.ts';
import { said } from './said.ts';

/** A guide with its text. Guides are files of the site, in English only; the snapshot has none. */
export type GuideText = Pick<Guide, 'slug' | 'title' | 'lead'> & { readonly text: string };

/** Step by step guides, written by the editors. */
export function guideRecords(guides: readonly GuideText[]): SearchRecord[] {
  return guides.map(({ slug, title, lead, text }) => ({
    ref: `guide-${slug}`,
    path: withoutLanguage(guideUrl(defaultLanguage, slug)),
    type: 'guide',
    shown: () => new Map([[defaultLanguage, { title, line: lead }]]),
    titles: () => said(defaultLanguage, [title]),
    texts: () => said(defaultLanguage, [lead, text]),
    facets: withUnknown({ type: ['guide'], language: [defaultLanguage] }),
  }));
}
