import { type Page, pages } from '../../collections/pages.ts';
import { type Place, placeUrl } from '../../urls.ts';
import { body, choice, text, words } from '../fields.ts';
import { defineList } from '../list.ts';
import { origin } from '../origin.ts';

/** Where the site shows a text, by its key. */
const places: Readonly<Record<string, Place>> = {
  about: 'about',
  'about-status': 'about',
  contribute: 'contribute',
  guidelines: 'guidelines',
  accessibility: 'accessibility',
  privacy: 'privacy',
  'open-data': 'open-data',
};

export const pageList = defineList({
  name: 'pages',
  title: 'Texts of the platform',
  description: 'What the platform says about itself.',
  collection: pages,
  page: pathOf,
  texts: () => ({
    title: text('Title.'),
    lead: text('The text in a sentence or two.'),
    body: body('The text.'),
  }),
  fields: () => ({
    key: words('Which text it is.'),
    textState: choice('textState', 'Ready, or a draft that has still to be completed.'),
    ...origin,
  }),
});

function pathOf({ key }: Page): string | null {
  const place = places[key];
  return place === undefined ? null : placeUrl('en', place);
}
