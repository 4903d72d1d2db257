import { newsItems } from '../../collections/news-items.ts';
import { entryUrl } from '../../urls.ts';
import { body, text, words } from '../fields.ts';
import { defineList, slug } from '../list.ts';
import { origin } from '../origin.ts';

export const newsList = defineList({
  name: 'news',
  title: 'News',
  description: 'What happened when.',
  collection: newsItems,
  page: (item) => entryUrl('en', 'news-item', item.slug),
  texts: () => ({
    title: text('Headline.'),
    dateText: text('When, in words, where it lasted longer or sources disagree.'),
    summary: text('What happened.'),
    body: body('What happened, at length.'),
  }),
  fields: ({ one, many }) => ({
    slug,
    date: words('Day of the event.'),
    cities: many('cities', 'Places it is about.'),
    project: one('projects', 'The project it is about.'),
    ...origin,
  }),
});
