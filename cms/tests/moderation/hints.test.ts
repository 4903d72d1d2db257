import { describe, expect, it } from 'vitest';
import { findInText } from '../../src/moderation/personal-data.js';
import { likeness, wordsOfTitle } from '../../src/moderation/similar-entries.js';
import { countWorkingDays } from '../../src/moderation/working-days.js';

describe('personal data in a text', () => {
  it.each([
    ['write to Ana.Pop@primaria.example.ro.', 'email', 'Ana.Pop@primaria.example.ro'],
    ['γράψτε στο info@δήμος.ελ', 'email', 'info@δήμος.ελ'],
    ['call +30 2521 350 600 in the morning', 'phone', '+30 2521 350 600'],
    ['tel. 0040-264-123456', 'phone', '0040-264-123456'],
    ['at 021/480-7700', 'phone', '021/480-7700'],
    ['IBAN GR16 0110 1250 0000 0001 2300 695', 'iban', 'GR16 0110 1250 0000 0001 2300 695'],
    ['CNP 1960229123456', 'idNumber', '1960229123456'],
    ['CF RSSMRA85T10A562S', 'idNumber', 'RSSMRA85T10A562S'],
  ])('%s', (text, kind, found) => {
    expect(findInText(text)).toEqual([{ kind, found }]);
  });

  it.each([
    'In 2014–2020 the town spent 1,250,000 euros on 12 000 people.',
    'From 2019-05-01 to 2020-06-30, SDG 11.3, code MIS 47512.',
    'Law 50/1991, article 3 (2); plots 104/2 and 105/7.',
    'It cost 2.500.000,00 lei.',
    'https://example.org/practices/12345',
  ])('finds nothing in: %s', (text) => {
    expect(findInText(text)).toEqual([]);
  });
});

describe('likeness of titles', () => {
  const compare = (one: string, other: string) => likeness(wordsOfTitle(one), wordsOfTitle(other));

  it('sees past case, accents, short words and order', () => {
    expect(compare('Grădini pe acoperiș', 'ACOPERIS: Gradini')).toBe(1);
    expect(compare('Roof gardens of Drama', 'Roof gardens in Kavala')).toBe(0.5);
    expect(compare('A square', 'A market')).toBe(0);
    expect(compare('', '')).toBe(0);
  });
});

describe('working days', () => {
  const days = (since: string, now: string) => countWorkingDays(new Date(since), new Date(now));

  it.each([
    ['2026-11-27T09:00:00Z', '2026-11-27T17:00:00Z', 0],
    ['2026-11-27T09:00:00Z', '2026-11-29T17:00:00Z', 0],
    ['2026-11-27T23:00:00Z', '2026-11-30T01:00:00Z', 1],
    ['2026-11-16T09:00:00Z', '2026-11-30T09:00:00Z', 10],
    ['2026-11-30T09:00:00Z', '2026-11-27T09:00:00Z', 0],
  ])('from %s to %s', (since, now, expected) => {
    expect(days(since, now)).toBe(expected);
  });
});
