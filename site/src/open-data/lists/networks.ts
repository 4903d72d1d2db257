import { networks } from '../../collections/networks.ts';
import { entryUrl } from '../../urls.ts';
import { address, choice, chosen, number, parts, text } from '../fields.ts';
import { defineList, slug } from '../list.ts';
import { origin } from '../origin.ts';

export const networkList = defineList({
  name: 'networks',
  title: 'Networks',
  description: 'Groups of towns that work together, with their members.',
  collection: networks,
  page: (network) => entryUrl('en', 'network', network.slug),
  texts: () => ({
    name: text('Name of the network.'),
    summary: text('What it is.'),
    howToJoin: text('How a town can join.'),
  }),
  fields: ({ one, many, inner }) => ({
    slug,
    kind: chosen('networkKind', 'How far it reaches.'),
    foundedYear: number('Year it was founded.'),
    lifecycle: chosen('lifecycle', 'In what state it is.'),
    coordinator: one('organisations', 'Who runs it.'),
    members: parts('Who belongs to it.', {
      city: inner('cities', 'The member, when it has a record.'),
      name: text('Name of a member without a record.'),
      role: choice('memberRole', 'Its role.'),
      since: number('Year it joined.'),
      until: number('Year it left.'),
    }),
    challenges: many('challenges', 'What it works on.'),
    project: one('projects', 'The project it came from.'),
    website: address('Its own website.'),
    ...origin,
  }),
});
