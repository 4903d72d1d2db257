import { describe, expect, it } from 'vitest';
import {
  adaptation,
  challenge,
  city,
  idOf,
  methodology,
  practice,
  type RawEntry,
  tinySnapshot,
} from '../../test/tiny-snapshot.ts';
import type { Language } from '../languages.ts';
import type { Leaf } from './family.ts';
import { viewPracticePage } from './practice-page.ts';

function page(language: Language, ...entries: RawEntry[]) {
  return viewPracticePage(tinySnapshot(entries), language, 'see-p-001');
}

/** A tree as text: titles, children in brackets. */
function told(leaf: Leaf | null): string {
  if (leaf === null) return '';
  const children = leaf.children.map(told).join(' ');
  return `${leaf.isHere ? '*' : ''}${leaf.title.text}${children && ` [${children}]`}`;
}

describe('the language of a practice', () => {
  const romanian = practice('SEE-P-001', {
    title: 'Consiliu',
    oneLine: 'Tineri.',
    summary: 'Pe scurt.',
    originalLanguage: 'ro',
    translations: [
      { language: 'it', title: 'Consiglio', oneLine: 'Giovani.', summary: null, by: 'machine' },
    ],
  });

  it('is unmarked where it is the page’s own', () => {
    expect(page('ro', romanian)).toMatchObject({
      lang: null,
      title: { text: 'Consiliu', lang: null },
    });
  });

  it('is marked where the page speaks another', () => {
    expect(page('en', romanian)).toMatchObject({
      lang: 'ro',
      title: { text: 'Consiliu', lang: 'ro' },
      told: { language: 'ro', by: null },
    });
  });

  it('gives way to a translation, part by part', () => {
    expect(page('it', romanian)).toMatchObject({
      lang: 'ro',
      title: { text: 'Consiglio', lang: null },
      summary: { text: 'Pe scurt.', lang: 'ro' },
      told: { by: 'machine' },
    });
  });
});

describe('the credit', () => {
  const credit = (language: Language, authorCredit: string | null) =>
    page(language, practice('SEE-P-001', { authorCredit })).credit;

  it('is the name that the member gave', () => {
    expect(credit('el', 'Maria P.')).toBe('Maria P.');
    expect(credit('el', null)).toBeNull();
  });

  it('of who is no member any more is said in the language of the page', () => {
    expect(credit('en', 'formerMember')).toBe('Former member');
    expect(credit('sr-Latn', 'formerMember')).toBe('Bivši član');
  });
});

describe('whether it is alive', () => {
  const review = { checkedHow: 'deskOnly', role: 'curator', date: '2026-11-01' };

  it('ages from the day the town said so, else from the day somebody looked', () => {
    const fields = { reviewNote: review, stillAliveCheckedOn: '2025-06-12' };
    const said = page('en', practice('SEE-P-001', fields)).alive;
    expect(said.checkedOn).toBe('2025-06-12');
    expect(said.text).toContain('said so on 12 June 2025');
    const looked = page('en', practice('SEE-P-001', { reviewNote: review })).alive;
    expect(looked.checkedOn).toBe('2026-11-01');
    expect(looked.text).toContain('at the desk only, on 1 November 2026');
  });

  it('is not claimed of what nobody knows, nor of what has stopped', () => {
    for (const lifecycle of ['completedUnclear', 'stopped', 'idea']) {
      const { alive } = page('en', practice('SEE-P-001', { lifecycle, reviewNote: review }));
      expect(alive.checkedOn).toBeNull();
    }
    expect(page('en', practice('SEE-P-001')).alive.checkedOn).toBeNull();
  });
});

describe('the family tree', () => {
  const parent = practice('SEE-P-002', { title: 'Parent' });
  const here = practice('SEE-P-001', {
    title: 'Here',
    links: { adaptedFrom: [idOf('SEE-P-002')] },
  });

  it('reaches from the first practice to the last report', () => {
    const family = page(
      'en',
      parent,
      here,
      practice('SEE-P-003', { title: 'Child', links: { adaptedFrom: [idOf('SEE-P-001')] } }),
      city('SEE-C-001', { name: 'Drama' }),
      adaptation('SEE-A-001', {
        links: { practice: [idOf('SEE-P-001')], city: [idOf('SEE-C-001')] },
      }),
    ).family;
    expect(told(family)).toBe('Parent [*Here [Child Drama, 2024]]');
  });

  it('is not drawn for a practice alone', () => {
    expect(page('en', practice('SEE-P-001')).family).toBeNull();
  });

  it('begins with the words about an origin that is no record here', () => {
    const fields = { title: 'Here', adaptedFromNote: 'Melpignano' };
    expect(told(page('en', practice('SEE-P-001', fields)).family)).toBe('Melpignano [*Here]');
  });

  it('ends when practices name each other in a circle', () => {
    const circle = practice('SEE-P-002', {
      title: 'Parent',
      links: { adaptedFrom: [idOf('SEE-P-001')] },
    });
    expect(told(page('en', circle, here).family)).toBe('Parent [*Here]');
  });
});

it('finds others with the same problem, the first problem of each weighing most', () => {
  const about = (...refs: string[]) => ({ links: { challenges: refs.map(idOf) } });
  const { like } = page(
    'en',
    challenge('SEE-T-001'),
    challenge('SEE-T-002'),
    practice('SEE-P-001', about('SEE-T-001', 'SEE-T-002')),
    practice('SEE-P-002', about('SEE-T-002')),
    practice('SEE-P-003', about('SEE-T-001')),
    practice('SEE-P-004', about('SEE-T-001', 'SEE-T-002')),
    practice('SEE-P-005'),
  );
  expect(like.map(({ ref }) => ref)).toEqual(['SEE-P-004', 'SEE-P-003', 'SEE-P-002']);
});

it('links the method of a step, and none that is not published', () => {
  const { steps } = page(
    'en',
    methodology('SEE-M-001', { title: 'Planning week', slug: 'planning-week' }),
    practice('SEE-P-001', {
      processSteps: [{ title: 'Plan' }, { title: 'Build' }, { title: 'Ask' }],
      links: {
        processSteps: [
          { methodology: [idOf('SEE-M-001')] },
          { methodology: ['not-published'] },
          {},
        ],
      },
    }),
  );
  expect(steps.map((step) => step.methodology?.href)).toEqual([
    '/methodologies/planning-week',
    undefined,
    undefined,
  ]);
});

it('tells which slug has no practice', () => {
  expect(() => viewPracticePage(tinySnapshot([]), 'en', 'nowhere')).toThrow('"nowhere"');
});
