import { translator } from '../i18n/translate.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { listUrl } from '../urls.ts';
import { viewNewsList } from '../views/news.ts';
import type { Feed } from './atom.ts';

export function newsFeed(snapshot: Snapshot): Feed {
  return {
    subject: translator('en')('news.title'),
    path: '/feeds/news.xml',
    page: listUrl('en', 'news-item'),
    entries: viewNewsList(snapshot, 'en').map(({ ref, title, href, date, summary, cities }) => ({
      ref,
      title: title.text,
      path: href,
      date,
      summary: summary?.text ?? null,
      lang: null,
      categories: cities.map((city) => city.title.text),
    })),
  };
}
