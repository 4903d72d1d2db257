import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { KINDS } from '../../src/seed/kinds-in-order';
import { SeedError, type Problem } from '../../src/seed/problem';
import { readSeed } from '../../src/seed/read-seed';
import { attributesFromFiles, changedSeed, seedFolder } from './support';

function problemsIn(folder: string): readonly Problem[] {
  try {
    readSeed(folder, attributesFromFiles);
  } catch (error) {
    if (error instanceof SeedError) return error.problems;
    throw error;
  }
  return [];
}

test('every record of every file is read, none twice', () => {
  const { records } = readSeed(seedFolder, attributesFromFiles);
  for (const kind of KINDS) {
    const text = readFileSync(path.join(seedFolder, `${kind.file}.yaml`), 'utf8');
    const written = [...text.matchAll(/^- (?:\{ )?ref: (SEE-[A-Z]-\d+)/gm)].map(
      (match) => match[1],
    );
    const read = records.filter((record) => record.kind === kind).map((record) => record.ref);
    expect(read, kind.file).toEqual(written);
  }
});

test.each([
  ['a value outside its list', 'kind: municipality', 'kind: village', ['kind']],
  ['a key nobody knows', 'country: GR', 'country: GR\n  mayor: unknown', []],
  ['a relation to nothing', '[SEE-T-023', '[SEE-T-999', ['challenges', 0]],
  ['a missing value', 'localName: Καβάλα', 'localName: null', ['localName']],
  ['a text that is too long', 'localName: Καβάλα', `localName: ${'α'.repeat(121)}`, ['localName']],
  ['an address that is none', 'http://www.kavala.gov.gr', 'javascript:alert(1)', ['website']],
  ['an image in a text', 'Kavala is a port', '![](x.png) Kavala is a port', ['profile']],
  ['raw HTML in a text', 'Kavala is a port', '<b>Kavala</b> is a port', ['profile']],
])('%s is told by file, record and path', (_, before, after, at) => {
  const folder = changedSeed('cities.yaml', (text) => text.replace(before, after));
  expect(problemsIn(folder)).toEqual([
    expect.objectContaining({ file: 'cities.yaml', record: 'SEE-C-001', path: at }),
  ]);
});

test('a file that is not YAML is told by its line', () => {
  const folder = changedSeed('news.yaml', (text) => text.replace('title: ', 'title: ['));
  const [problem] = problemsIn(folder);
  expect(problem?.file).toBe('news.yaml');
  expect(problem?.record).toMatch(/^line \d+$/);
});

test('two records with one ref are told', () => {
  const folder = changedSeed('cities.yaml', (text) => text.replace('SEE-C-002', 'SEE-C-001'));
  expect(problemsIn(folder)).toContainEqual(
    expect.objectContaining({ file: 'cities.yaml', record: 'SEE-C-001', path: ['ref'] }),
  );
});

test('a translation of an unknown record is told', () => {
  const folder = changedSeed('translations/el.yaml', (text) =>
    text.replace('SEE-C-001', 'SEE-C-999'),
  );
  expect(problemsIn(folder)).toEqual([
    expect.objectContaining({ file: 'translations/el.yaml', record: 'SEE-C-999' }),
  ]);
});

test('what has no place in the model is left out with a reason', () => {
  const { notices } = readSeed(seedFolder, attributesFromFiles);
  expect(notices).toContainEqual(expect.stringMatching(/^challenges\.yaml: key of 53 .*slug/));
});
