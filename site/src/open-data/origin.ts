import { address, choice, day, parts, words } from './fields.ts';

/** Where a record comes from. */
export const origin = {
  basis: choice('basis', 'What the record rests on.'),
  lastChecked: day('Day on which an editor last compared the record with its sources.'),
  sources: parts('Where the facts come from.', {
    label: words('Name of the source.'),
    url: address('Address of the source.'),
    accessed: day('Day on which it was read.'),
  }),
};
