/**
 * How alike two towns are, from what is known of both. Each likeness is a reason that can be read;
 * what is missing on one side is never a match and takes its weight out of the confidence.
 */
import { distanceInKm } from './distance.ts';
import { type EuStatus, euStatus } from './eu-status.ts';
import { type SizeBand, sizeBand } from './size-band.ts';

export type PeerProfile = {
  readonly ref: string;
  readonly country: string;
  readonly kind: string;
  readonly people: number | null;
  readonly traits: readonly string[];
  /** Refs of the challenges it faces, each with the ref of its top-level challenge. */
  readonly challenges: readonly { readonly ref: string; readonly top: string }[];
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly isStatus: boolean;
};

type KnownEuStatus = Exclude<EuStatus, 'unknown'>;

export type PeerReason =
  | { readonly code: 'neighbours'; readonly km: number }
  | { readonly code: 'sameCountry'; readonly country: string }
  | { readonly code: 'similarSize' }
  | { readonly code: 'sameSizeBand'; readonly band: SizeBand }
  | { readonly code: 'sharedTraits'; readonly traits: readonly string[] }
  | { readonly code: 'sharedChallenges'; readonly challenges: readonly string[] }
  | { readonly code: 'bothStatus' }
  | { readonly code: 'sameEuStatus'; readonly status: KnownEuStatus };

export type PeerScore = {
  /** 0–100: the sum of the weights of the reasons, times the confidence. */
  readonly score: number;
  /** 0–1: how much of the weight could be compared at all. */
  readonly confidence: number;
  readonly reasons: readonly PeerReason[];
};

/**
 * The most each likeness can give. Size, place and problems weigh more than politics. Together 100:
 * towns of one country share its standing towards the EU, so that counts for towns of two only.
 */
export const weights = {
  size: 22,
  traits: 21,
  challenges: 24,
  country: 14,
  distance: 11,
  status: 8,
  euStatus: 4,
} as const;

/** The larger town has at most this many times the people of the smaller. */
const SIMILAR_SIZE = 1.5;
/** Towns up to this far apart are called neighbours. */
export const NEIGHBOURS_KM = 60;
const NEAR_KM = 150;

type Likeness = { points: number; reason: PeerReason };

export function scorePeer(here: PeerProfile, there: PeerProfile): PeerScore {
  const found = [
    compareDistance(here, there),
    compareCountry(here, there),
    compareSize(here, there),
    compareTraits(here, there),
    compareChallenges(here, there),
    compareStatus(here, there),
    compareEuStatus(here, there),
  ].filter((likeness) => likeness !== null);
  const confidence = confidenceOf(here, there);
  const points = found.reduce((sum, likeness) => sum + likeness.points, 0);
  return {
    score: Math.round(points * confidence),
    confidence,
    reasons: found.map(({ reason }) => reason),
  };
}

function confidenceOf(here: PeerProfile, there: PeerProfile): number {
  const missing = [
    here.people === null || there.people === null ? weights.size : 0,
    here.traits.length === 0 || there.traits.length === 0 ? weights.traits : 0,
    here.challenges.length === 0 || there.challenges.length === 0 ? weights.challenges : 0,
    distanceInKm(here, there) === null ? weights.distance : 0,
  ];
  return missing.reduce((rest, weight) => rest - weight, 100) / 100;
}

function compareDistance(here: PeerProfile, there: PeerProfile): Likeness | null {
  const km = distanceInKm(here, there);
  if (km === null || km > NEAR_KM) return null;
  const points = km <= NEIGHBOURS_KM ? weights.distance : weights.distance / 2;
  return { points, reason: { code: 'neighbours', km } };
}

function compareCountry(here: PeerProfile, there: PeerProfile): Likeness | null {
  if (here.country !== there.country) return null;
  return { points: weights.country, reason: { code: 'sameCountry', country: here.country } };
}

function compareSize(here: PeerProfile, there: PeerProfile): Likeness | null {
  if (here.people === null || there.people === null) return null;
  const ratio = Math.max(here.people, there.people) / Math.min(here.people, there.people);
  if (ratio <= SIMILAR_SIZE) return { points: weights.size, reason: { code: 'similarSize' } };
  const band = sizeBand(here.people);
  if (band !== sizeBand(there.people)) return null;
  return { points: weights.size / 2, reason: { code: 'sameSizeBand', band } };
}

function compareTraits(here: PeerProfile, there: PeerProfile): Likeness | null {
  const traits = here.traits.filter((trait) => there.traits.includes(trait));
  if (traits.length === 0) return null;
  const points = Math.min(weights.traits, (traits.length * weights.traits) / 3);
  return { points, reason: { code: 'sharedTraits', traits } };
}

/** The same challenge counts in full, one of the same family (top-level challenge) for less. */
function compareChallenges(here: PeerProfile, there: PeerProfile): Likeness | null {
  const same = here.challenges.filter(({ ref }) =>
    there.challenges.some((each) => each.ref === ref),
  );
  const sameTops = new Set(same.map(({ top }) => top));
  const theirTops = new Set(there.challenges.map(({ top }) => top));
  const tops = new Set(here.challenges.map(({ top }) => top));
  const related = [...tops].filter((top) => theirTops.has(top) && !sameTops.has(top));
  if (same.length + related.length === 0) return null;
  const full = weights.challenges / 3;
  const points = Math.min(weights.challenges, same.length * full + related.length * full * 0.6);
  const challenges = [...same.map(({ ref }) => ref), ...related];
  return { points, reason: { code: 'sharedChallenges', challenges } };
}

function compareStatus(here: PeerProfile, there: PeerProfile): Likeness | null {
  if (!here.isStatus || !there.isStatus) return null;
  return { points: weights.status, reason: { code: 'bothStatus' } };
}

function compareEuStatus(here: PeerProfile, there: PeerProfile): Likeness | null {
  if (here.country === there.country) return null;
  const status = euStatus(here.country);
  if (status === 'unknown' || status !== euStatus(there.country)) return null;
  return { points: weights.euStatus, reason: { code: 'sameEuStatus', status } };
}
