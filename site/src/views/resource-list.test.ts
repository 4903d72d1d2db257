import { expect, it } from 'vitest';
import {
  idOf,
  instrument,
  methodology,
  practice,
  resource,
  strategy,
  tinySnapshot,
} from '../../test/tiny-snapshot.ts';
import { viewResourceList } from './resource-list.ts';

it('puts documents under their kinds, the newest first, and leaves empty kinds out', () => {
  const { kinds, count } = viewResourceList(
    tinySnapshot([
      resource('SEE-R-001', { kind: 'book', year: 2014 }),
      resource('SEE-R-002', { title: 'Old', year: 2012 }),
      resource('SEE-R-003', { title: 'New', year: 2020 }),
      resource('SEE-R-004', { title: 'Undated' }),
    ]),
    'en',
  );
  expect(count).toBe(4);
  expect(
    kinds.map(({ title, resources }) => [title, resources.map((each) => each.title.text)]),
  ).toEqual([
    ['Documents', ['New', 'Old', 'Undated']],
    ['Books', ['Resource SEE-R-001']],
  ]);
});

it('names every record it belongs to', () => {
  const id = idOf('SEE-R-001');
  const { kinds } = viewResourceList(
    tinySnapshot([
      resource('SEE-R-001'),
      strategy('SEE-S-001', { links: { document: [id] } }),
      instrument('SEE-I-001', { links: { charter: [id] } }),
      methodology('SEE-M-001', { links: { resources: [id] } }),
      practice('SEE-P-001', { links: { resources: [id] } }),
    ]),
    'en',
  );
  expect(kinds[0]?.resources[0]?.belongsTo.map(({ href }) => href.split('/')[1])).toEqual([
    'strategies',
    'instruments',
    'methodologies',
    'practices',
  ]);
});
