import { describe, expect, it } from 'vitest';
import { differencesOf } from './peer-differences.ts';
import { type PeerProfile, scorePeer, weights } from './peer-score.ts';
import { differenceText, reasonText } from './peer-text.ts';

const kavala: PeerProfile = {
  ref: 'SEE-C-001',
  country: 'GR',
  kind: 'municipality',
  people: 54_027,
  traits: ['coast', 'port', 'heritage'],
  challenges: [
    { ref: 'SEE-T-009', top: 'SEE-T-008' },
    { ref: 'SEE-T-031', top: 'SEE-T-031' },
  ],
  latitude: 40.9396,
  longitude: 24.4069,
  isStatus: true,
};

const drama: PeerProfile = {
  ...kavala,
  ref: 'SEE-C-002',
  people: 44_823,
  traits: ['inland', 'heritage'],
  challenges: [{ ref: 'SEE-T-010', top: 'SEE-T-008' }],
  latitude: 41.1528,
  longitude: 24.1473,
};

const codes = (here: PeerProfile, there: PeerProfile) =>
  scorePeer(here, there).reasons.map(({ code }) => code);

describe('the likeness of two towns', () => {
  it('weighs at most 100 together', () => {
    const challenges = [1, 2, 3].map((each) => ({ ref: `SEE-T-${each}`, top: `SEE-T-${each}` }));
    const whole = { ...kavala, challenges };
    expect(scorePeer(whole, { ...whole, ref: 'SEE-C-900' }).score).toBe(100);
  });

  it('is the same in both directions', () => {
    expect(scorePeer(drama, kavala).score).toBe(scorePeer(kavala, drama).score);
  });

  it('names every reason, distance first', () => {
    expect(scorePeer(kavala, drama).reasons).toEqual([
      { code: 'neighbours', km: 32 },
      { code: 'sameCountry', country: 'GR' },
      { code: 'similarSize' },
      { code: 'sharedTraits', traits: ['heritage'] },
      { code: 'sharedChallenges', challenges: ['SEE-T-008'] },
      { code: 'bothStatus' },
    ]);
  });

  it('counts the standing towards the EU for towns of two countries only', () => {
    expect(codes(kavala, { ...drama, country: 'RO' })).toContain('sameEuStatus');
    expect(codes(kavala, { ...drama, country: 'RS' })).not.toContain('sameEuStatus');
  });

  it('takes two towns just across the border of a band for similar in size', () => {
    expect(codes(kavala, { ...drama, people: 49_000 })).toContain('similarSize');
    expect(codes(kavala, { ...drama, people: 99_000 })).toContain('sameSizeBand');
    expect(codes(kavala, { ...drama, people: 120_000 })).not.toContain('sameSizeBand');
  });

  it('counts the same challenge more than one of the same family', () => {
    const same = { ...drama, challenges: [{ ref: 'SEE-T-009', top: 'SEE-T-008' }] };
    expect(scorePeer(kavala, same).score).toBeGreaterThan(scorePeer(kavala, drama).score);
  });
});

describe('what is not known', () => {
  it('is never a match', () => {
    const silent = { ...drama, people: null, traits: [], challenges: [] };
    const reasons = codes({ ...kavala, people: null, traits: [], challenges: [] }, silent);
    expect(reasons).toEqual(['neighbours', 'sameCountry', 'bothStatus']);
  });

  it('lowers the confidence and with it the score', () => {
    const known = scorePeer(kavala, drama);
    const unknown = scorePeer(kavala, { ...drama, people: null });
    expect(known.confidence).toBe(1);
    expect(unknown.confidence).toBeCloseTo(1 - weights.size / 100);
    expect(unknown.score).toBeLessThan(known.score - weights.size);
  });

  it('is said among the differences', () => {
    expect(differencesOf(kavala, { ...drama, people: null })).toContainEqual({
      code: 'sizeUnknown',
    });
  });
});

describe('the words', () => {
  it('say reasons with their figures', () => {
    const texts = scorePeer(kavala, drama).reasons.map((reason) => reasonText('en', reason));
    expect(texts).toContain('Neighbours: 32 km apart');
    expect(texts).toContain('Both: heritage');
    expect(texts).toContain('Share one challenge');
  });

  it('say how the other town differs', () => {
    const differences = differencesOf(kavala, { ...drama, people: 20_000, isStatus: false });
    expect(differences.map((difference) => differenceText('en', difference))).toEqual([
      'about 35% as many people',
      'not there: coast and port',
      'was not in STATUS',
    ]);
  });
});
