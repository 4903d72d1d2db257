import { notices } from '../../collections/notices.ts';
import { chosen, day, words } from '../fields.ts';
import { defineList } from '../list.ts';

export const noticeList = defineList({
  name: 'notices',
  title: 'Wanted and offered',
  description: 'What towns look for and what they can give.',
  collection: notices,
  page: () => null,
  fields: ({ one }) => ({
    kind: chosen('noticeKind', 'Wanted or offered.'),
    text: words('What is wanted or offered.'),
    city: one('cities', 'Whose notice it is.'),
    challenge: one('challenges', 'What it is about.'),
    expiresOn: day('Last day of the notice.'),
  }),
});
