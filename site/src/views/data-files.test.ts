import { expect, it } from 'vitest';
import { dataFileNames } from '../open-data/files.ts';
import { viewDataFiles } from './data-files.ts';

it('offers every file once, each list with its formats', () => {
  const lists = viewDataFiles('en');
  const offered = lists.flatMap(({ files }) => files.map(({ href }) => href));
  expect(offered.sort()).toEqual(dataFileNames.map((name) => `/data/${name}`).sort());
  expect(lists.find(({ title }) => title === 'Practices')?.files.map(({ text }) => text)).toEqual([
    'JSON',
    'CSV',
    'GeoJSON',
  ]);
});
