import { adaptations } from '../../collections/adaptations.ts';
import { number, words } from '../fields.ts';
import { defineList } from '../list.ts';

export const adaptationList = defineList({
  name: 'adaptations',
  title: 'Adaptations',
  description: 'Reports of towns that tried a practice or a methodology: "we tried it".',
  collection: adaptations,
  // A report is shown on the page of what was tried.
  page: () => null,
  fields: ({ one }) => ({
    practice: one('practices', 'The practice that was tried.'),
    methodology: one('methodologies', 'The methodology that was tried.'),
    city: one('cities', 'Where it was tried.'),
    year: number('When it was tried.'),
    whatChanged: words('What was done in another way.'),
    whatHappened: words('What came of it.'),
  }),
});
