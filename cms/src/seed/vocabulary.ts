import { z } from 'zod';
import lists from '../../contract/lists.json';

export type ListName = keyof typeof lists;

/** Where camelCase of the written value is not the stored value. */
const EXCEPTIONS: Partial<Record<ListName, Readonly<Record<string, string>>>> = {
  cityKind: { 'inter-municipal-association': 'association', 'cross-border-area': 'crossBorder' },
  participationLevel: { 'none-claimed': 'none' },
  adoption: { 'endorsed-by-stakeholders': 'endorsed', 'adopted-by-council': 'adopted' },
  licence: { 'cc-by-4.0': 'ccBy40' },
  programmePeriod: {
    '2000-06': 'y2000_2006',
    '2007-13': 'y2007_2013',
    '2014-20': 'y2014_2020',
    '2021-27': 'y2021_2027',
  },
  costBand: {
    'lt-5k': 'under5k',
    '5k-25k': 'from5kTo25k',
    '25k-100k': 'from25kTo100k',
    '100k-1m': 'from100kTo1m',
    'gt-1m': 'over1m',
  },
};

/** One value of a controlled list, written in kebab-case in the files. */
export const oneOf = (list: ListName) =>
  z.string().transform((written, context) => {
    const value = EXCEPTIONS[list]?.[written] ?? toStored(list, written);
    if (new Set<string>(lists[list]).has(value)) return value;
    context.addIssue({
      code: 'custom',
      message: `"${written}" is not a value of the list "${list}"; see cms/contract/lists.json.`,
    });
    return z.NEVER;
  });

export const severalOf = (list: ListName) => z.array(oneOf(list));

function toStored(list: ListName, written: string): string {
  if (list === 'sdgTarget') return `sdg${written.replace('.', '_')}`;
  if (list === 'evidenceGrade') return written.toLowerCase();
  return written.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
