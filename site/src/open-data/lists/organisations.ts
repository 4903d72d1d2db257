import { organisations } from '../../collections/organisations.ts';
import { address, choice, chosen, text, words } from '../fields.ts';
import { defineList, slug } from '../list.ts';
import { origin } from '../origin.ts';

export const organisationList = defineList({
  name: 'organisations',
  title: 'Organisations',
  description: 'Bodies that lead, pay for or document something. No persons.',
  collection: organisations,
  // An organisation is shown on the pages of what it does.
  page: () => null,
  fields: ({ one }) => ({
    slug,
    name: words('Name in English.'),
    localName: text('Name in its own language.'),
    actorType: chosen('actorType', 'Kind of body.'),
    city: one('cities', 'Where it is.'),
    country: chosen('country', 'ISO 3166-1 alpha-2, and XK for Kosovo*.'),
    website: address('Its own website.'),
    shortBio: text('What it is, in a sentence or two.'),
    statusRole: choice('statusRole', 'Its role in STATUS.'),
    ...origin,
  }),
});
