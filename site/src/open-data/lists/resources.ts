import { resources } from '../../collections/resources.ts';
import { absoluteUrl, anchorOf, placeUrl } from '../../urls.ts';
import { address, choice, choices, chosen, day, number, text } from '../fields.ts';
import { defineList, slug } from '../list.ts';
import { origin } from '../origin.ts';

export const resourceList = defineList({
  name: 'resources',
  title: 'Resources',
  description: 'Documents, books, toolkits and links. Rights stay with their owners.',
  collection: resources,
  texts: () => ({
    title: text('Title.'),
    description: text('What it is.'),
  }),
  fields: ({ one, many, document }) => ({
    // The one type with an address of its own: `url` is the resource's, so its page is here.
    listedAt: address('Where the site lists it.'),
    slug,
    kind: chosen('resourceKind', 'What kind of thing it is.'),
    url: address('Address of the resource itself; null when it is a file.'),
    file: document('Address of the file, when the platform keeps it.'),
    languages: choices('language', 'Languages it is in.'),
    year: number('Year it came out.'),
    authors: text('Who wrote it, as a library would name them.'),
    publisher: one('organisations', 'Who published it.'),
    pages: number('How many pages it has.'),
    licence: choice('licence', 'What others may do with it.'),
    accessibility: choice('accessibility', 'How well it can be read with assistive technology.'),
    isbn: text('ISBN.'),
    doi: text('DOI.'),
    cities: many('cities', 'Places it is about.'),
    checkedOn: day('Day on which its address was last tried.'),
    ...origin,
  }),
  derive: ({ ref }, { site }) => ({
    listedAt: absoluteUrl(site, `${placeUrl('en', 'resources')}#${anchorOf(ref)}`),
  }),
});
