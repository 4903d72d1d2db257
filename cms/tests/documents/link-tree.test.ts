import { describe, expect, it } from 'vitest';
import {
  buildLinkTree,
  withoutTarget,
  type LinkShape,
} from '../../src/documents/links/link-tree.js';

const shape: LinkShape = {
  relations: [
    ['lead', 'api::organisation.organisation'],
    ['challenges', 'api::challenge.challenge'],
  ],
  components: [
    {
      name: 'members',
      uid: 'network.member',
      isList: true,
      shape: { relations: [['city', 'api::city.city']], components: [] },
    },
  ],
};
const to = (documentId: string) => ({ id: 7, documentId });

describe('buildLinkTree', () => {
  it('keeps order, treats to-one as a list and leaves out what is empty', () => {
    const row = {
      lead: to('o'),
      challenges: [to('b'), to('a')],
      members: [
        { id: 1, city: to('c') },
        { id: 2, city: null },
      ],
    };
    expect(buildLinkTree(shape, row)).toEqual({
      lead: ['o'],
      challenges: ['b', 'a'],
      members: [{ city: ['c'] }, {}],
    });
    expect(buildLinkTree(shape, { lead: null, challenges: [], members: [] })).toEqual({});
  });

  it('names a target once, whose draft and published row are both related', () => {
    expect(buildLinkTree(shape, { challenges: [to('a'), to('b'), to('a')] })).toEqual({
      challenges: ['a', 'b'],
    });
  });
});

describe('withoutTarget', () => {
  it('takes a document out everywhere and keeps the places of components', () => {
    const tree = {
      lead: ['x'],
      challenges: ['a', 'x'],
      members: [{ city: ['x'] }, { city: ['c'] }],
    };
    expect(withoutTarget(tree, 'x')).toEqual({ challenges: ['a'], members: [{}, { city: ['c'] }] });
  });
});
