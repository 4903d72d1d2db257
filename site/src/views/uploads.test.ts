import { expect, it } from 'vitest';
import { idOf, practice, resource, tinySnapshot } from '../../test/tiny-snapshot.ts';
import { viewPracticePage } from './practice-page.ts';
import { viewResourceList } from './resource-list.ts';

const file = {
  url: '/uploads/charter_1a2b3c.pdf',
  hash: 'charter_1a2b3c',
  ext: '.pdf',
  updatedAt: '2026-11-22T10:00:00.000Z',
  size: 1234.5,
};
const copy = '/files/charter_1a2b3c-2026-11-22T100000.000Z.pdf';

it('leads to the release’s copy of a document, with its size in the reader’s language', () => {
  const documents = [{ title: 'Carta', file }];
  const told = practice('SEE-P-001', { originalLanguage: 'ro', documents });
  const { uploads } = viewPracticePage(tinySnapshot([told]), 'it', 'see-p-001');
  expect(uploads).toEqual([
    { title: { text: 'Carta', lang: 'ro' }, href: copy, form: 'PDF, 1,2 MB' },
  ]);
});

it('gives a copy another name when its content changes', () => {
  const later = { ...file, updatedAt: '2026-11-23T08:30:00.000Z', size: 12.4 };
  const documents = [{ title: 'Charter', file: later }];
  const told = practice('SEE-P-001', { documents });
  const [upload] = viewPracticePage(tinySnapshot([told]), 'en', 'see-p-001').uploads;
  expect(upload).toMatchObject({ form: 'PDF, 12 kB' });
  expect(upload?.href).not.toBe(copy);
});

it('shows no document of a kind that the CMS does not take', () => {
  const documents = [
    { title: 'A page', file: { ...file, ext: '.html' } },
    { title: 'Lost', file: null },
  ];
  const told = practice('SEE-P-001', { documents });
  expect(viewPracticePage(tinySnapshot([told]), 'en', 'see-p-001').uploads).toEqual([]);
});

it('leads from a plan to a document that only the platform keeps', () => {
  const snapshot = tinySnapshot([
    resource('SEE-R-001', { file }),
    practice('SEE-P-001', { links: { resources: [idOf('SEE-R-001')] } }),
  ]);
  const [document] = viewPracticePage(snapshot, 'en', 'see-p-001').documents;
  expect(document?.url).toBe(copy);
  expect(viewResourceList(snapshot, 'en').kinds[0]?.resources[0]?.upload?.href).toBe(copy);
});
