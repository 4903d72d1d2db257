/** Towns like a town, with reasons: for the page of a town and for the open data. */
import { type Challenge, challenges } from '../collections/challenges.ts';
import { cities, type City } from '../collections/cities.ts';
import { defineDerived } from '../snapshot/derived.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { differencesOf, type PeerDifference } from './peer-differences.ts';
import { type PeerProfile, type PeerScore, scorePeer } from './peer-score.ts';

type Peer = PeerScore & {
  readonly id: string;
  readonly ref: string;
  readonly differences: readonly PeerDifference[];
};

/** How many towns are named as peers. */
export const PEERS = 4;
/** A town with fewer reasons is no peer; the standing towards the EU alone is too weak to be one. */
const REASONS = 2;

/** The towns most like this one, the likest first. */
export function peersOf(snapshot: Snapshot, { id }: City): readonly Peer[] {
  return snapshot.derive(likest, id);
}

/** What towns are compared by, each under its id: their names and texts are no part of it. */
const profiles = defineDerived('peer-profiles', (snapshot) =>
  snapshot.all(cities).map((city) => ({ id: city.id, profile: profileOf(snapshot, city) })),
);

const likest = defineDerived('peers', (snapshot, id): readonly Peer[] => {
  const all = snapshot.derive(profiles, '');
  const here = all.find((each) => each.id === id)?.profile;
  if (!here) return [];
  return all
    .filter((other) => other.id !== id)
    .map((other) => ({
      id: other.id,
      ref: other.profile.ref,
      ...scorePeer(here, other.profile),
      differences: differencesOf(here, other.profile),
    }))
    .filter(
      ({ reasons }) => reasons.filter(({ code }) => code !== 'sameEuStatus').length >= REASONS,
    )
    .sort((a, b) => b.score - a.score || compareText(a.ref, b.ref))
    .slice(0, PEERS);
});

function profileOf(snapshot: Snapshot, city: City): PeerProfile {
  return {
    ref: city.ref,
    country: city.country,
    kind: city.kind,
    people: city.population?.value ?? null,
    traits: city.traits,
    challenges: snapshot
      .linked(challenges, city.links.challenges)
      .map((challenge) => ({ ref: challenge.ref, top: topOf(snapshot, challenge).ref })),
    latitude: city.latitude,
    longitude: city.longitude,
    isStatus: city.statusPartner,
  };
}

function topOf(snapshot: Snapshot, challenge: Challenge): Challenge {
  return snapshot.linked(challenges, challenge.links.parent)[0] ?? challenge;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
