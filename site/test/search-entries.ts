import {
  challenge,
  city,
  glossaryTerm,
  idOf,
  instrument,
  newsItem,
  organisation,
  practice,
  project,
} from './tiny-snapshot.ts';

/** A few entries in several languages and scripts, to search in. */
export const searchEntries = [
  city(
    'SEE-C-001',
    { name: 'Kavala', slug: 'kavala', localName: 'Καβάλα', summary: 'A port.' },
    { el: { name: 'Καβάλα', summary: 'Ένα λιμάνι.' } },
  ),
  city('SEE-C-002', { name: 'Bălți', slug: 'balti', country: 'MD', localName: 'Bălți' }),
  city('SEE-C-003', { name: 'Temerin', slug: 'temerin', country: 'RS', localName: 'Темерин' }),
  challenge(
    'SEE-T-001',
    {
      title: 'Young people leaving',
      slug: 'leaving',
      synonyms: [{ language: 'ro', terms: 'exodul creierelor' }],
    },
    {
      el: { title: 'Φυγή των νέων' },
      ro: { title: 'Plecarea tinerilor' },
      it: { title: 'I giovani che partono' },
      'sr-Latn': { title: 'Odlazak mladih' },
    },
  ),
  practice('SEE-P-001', {
    title: 'A council of pupils in Kavala',
    slug: 'pupils',
    oneLine: 'Pupils plan squares.',
    links: { cities: [idOf('SEE-C-001')], challenges: [idOf('SEE-T-001')] },
    costCard: { costBand: 'under5k' },
    participationLevel: 'involve',
    startYear: 2014,
  }),
  practice('SEE-P-002', {
    title: 'A várost tervezzük',
    slug: 'varos',
    oneLine: 'Piacokon beszélgettünk.',
    originalLanguage: 'hu',
    translations: [{ language: 'en', title: 'We plan the town', oneLine: 'Talks.', by: 'human' }],
  }),
  project('SEE-J-001', { title: 'Mark of the port', slug: 'mark' }),
  instrument('SEE-I-001', {
    name: 'Temerin Task Force',
    slug: 'utf',
    links: { city: [idOf('SEE-C-003')] },
  }),
  organisation('SEE-O-001', { name: 'Nobody’s page' }),
  newsItem('SEE-N-001', { title: 'Planning week', slug: 'week' }),
  glossaryTerm('SEE-G-001', {
    concept: 'General plan',
    nationalTerms: [
      { language: 'ro', country: 'RO', term: 'Plan Urbanistic General', abbreviation: 'PUG' },
      { language: 'bg', country: 'BG', term: 'Общ устройствен план', abbreviation: 'ОУП' },
    ],
  }),
];
