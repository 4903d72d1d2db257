/** Towns like a town, with reasons: for the page of a town and for the open data. */
import { type Challenge, challenges } from '../collections/challenges.ts';
import { cities, type City } from '../collections/cities.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { differencesOf, type PeerDifference } from './peer-differences.ts';
import { type PeerProfile, type PeerScore, scorePeer } from './peer-score.ts';

type Peer = PeerScore & {
  readonly ref: string;
  readonly city: City;
  readonly differences: readonly PeerDifference[];
};

/** How many towns are named as peers. */
export const PEERS = 4;
/** A town with fewer reasons is no peer; the standing towards the EU alone is too weak to be one. */
const REASONS = 2;

/** The towns most like this one, the likest first. */
export function peersOf(snapshot: Snapshot, city: City): Peer[] {
  const here = profileOf(snapshot, city);
  return snapshot
    .all(cities)
    .filter(({ id }) => id !== city.id)
    .map((other) => {
      const there = profileOf(snapshot, other);
      return {
        ref: other.ref,
        city: other,
        ...scorePeer(here, there),
        differences: differencesOf(here, there),
      };
    })
    .filter(
      ({ reasons }) => reasons.filter(({ code }) => code !== 'sameEuStatus').length >= REASONS,
    )
    .sort((a, b) => b.score - a.score || compareText(a.ref, b.ref))
    .slice(0, PEERS);
}

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
