import type { LinkTree } from '../../src/documents/links/link-tree.js';
import {
  cityData,
  CITY,
  METHODOLOGY,
  NETWORK,
  ORGANISATION,
  PRACTICE,
  RESOURCE,
  STRATEGY,
} from './support.js';

/** A component without a relation keeps its place. */
const none: LinkTree = {};

export interface Case {
  name: string;
  uid:
    | typeof CITY
    | typeof NETWORK
    | typeof ORGANISATION
    | typeof PRACTICE
    | typeof RESOURCE
    | typeof STRATEGY;
  target: typeof CITY | typeof METHODOLOGY | typeof STRATEGY;
  data: (ids: [string, string]) => Record<string, unknown>;
  links: (ids: [string, string]) => LinkTree;
  /** How many steps there are to walk when the source has no drafts and only the target moves. */
  walked?: number;
  /** Both sides have a Greek row as well, and all rows move together. */
  inGreekToo?: boolean;
}

const practice = {
  title: 'A practice',
  oneLine: 'What it is.',
  originalLanguage: 'en',
  form: 'short',
  lifecycle: 'running',
};
const network = { name: 'Net', kind: 'local', lifecycle: 'running', summary: 'A net.' };
const strategy = { title: 'Agenda', kind: 'urbanAgenda', adoption: 'adopted' };
const method = { title: 'Method', summary: 'How.', purpose: 'Why.' };

export const CASES: Case[] = [
  {
    name: 'lists and a component list of an unlocalised type',
    uid: PRACTICE,
    target: METHODOLOGY,
    data: ([a, b]) => ({
      ...practice,
      methodologies: [b, a],
      processSteps: [
        { title: 'One', methodology: a },
        { title: 'Two' },
        { title: 'Three', methodology: b },
      ],
    }),
    links: ([a, b]) => ({
      methodologies: [b, a],
      processSteps: [{ methodology: [a] }, none, { methodology: [b] }],
    }),
  },
  {
    name: 'a component list and a to-one of localised types',
    uid: STRATEGY,
    target: METHODOLOGY,
    data: ([a, b]) => ({
      ...strategy,
      processSteps: [
        { title: 'One', methodology: b },
        { title: 'Two', methodology: a },
      ],
    }),
    links: ([a, b]) => ({ processSteps: [{ methodology: [b] }, { methodology: [a] }] }),
  },
  {
    name: 'to one of the same type',
    uid: STRATEGY,
    target: STRATEGY,
    data: ([a, b]) => ({ ...strategy, supersedes: a, follows: b }),
    links: ([a, b]) => ({ supersedes: [a], follows: [b] }),
  },
  {
    name: 'a list of the same type, translated',
    uid: CITY,
    target: CITY,
    data: ([a, b]) => cityData({ members: [b, a] }),
    links: ([a, b]) => ({ members: [b, a] }),
    inGreekToo: true,
  },
  {
    name: 'an unlocalised component list, translated',
    uid: NETWORK,
    target: CITY,
    data: ([a, b]) => ({ ...network, members: [{ city: b }, { name: 'Nobody' }, { city: a }] }),
    links: ([a, b]) => ({ members: [{ city: [b] }, none, { city: [a] }] }),
    inGreekToo: true,
  },
  {
    name: 'a list of a type without drafts',
    uid: RESOURCE,
    target: CITY,
    data: ([a, b]) => ({
      title: 'A book',
      kind: 'book',
      url: 'https://example.org/',
      cities: [b, a],
    }),
    links: ([a, b]) => ({ cities: [b, a] }),
    walked: 36,
  },
  {
    name: 'to one of an unlocalised type without drafts',
    uid: ORGANISATION,
    target: CITY,
    data: ([a]) => ({ name: 'Chamber', actorType: 'chamber', country: 'GR', city: a }),
    links: ([a]) => ({ city: [a] }),
    walked: 36,
  },
];

export const TARGET_DATA: Record<Case['target'], () => Record<string, unknown>> = {
  [CITY]: cityData,
  [METHODOLOGY]: () => method,
  [STRATEGY]: () => strategy,
};
