import { challenges } from '../collections/challenges.ts';
import { cities } from '../collections/cities.ts';
import { instruments } from '../collections/instruments.ts';
import { methodologies } from '../collections/methodologies.ts';
import { networks } from '../collections/networks.ts';
import { practices } from '../collections/practices.ts';
import { projects } from '../collections/projects.ts';
import { strategies } from '../collections/strategies.ts';
import type { Language } from '../languages.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import {
  type EntryLink,
  linkChallenge,
  linkCity,
  linkInstrument,
  linkMethodology,
  linkNetwork,
  linkPractice,
  linkProject,
  linkStrategy,
} from './entry-link.ts';

/** The link to an entry named by its public ref, or null when it is not published. */
export function linkByRef(snapshot: Snapshot, language: Language, ref: string): EntryLink | null {
  const find = {
    C: () => link(snapshot.byRef(cities, ref), linkCity),
    I: () => link(snapshot.byRef(instruments, ref), linkInstrument),
    J: () => link(snapshot.byRef(projects, ref), linkProject),
    M: () => link(snapshot.byRef(methodologies, ref), linkMethodology),
    N: () => link(snapshot.byRef(networks, ref), linkNetwork),
    P: () => link(snapshot.byRef(practices, ref), linkPractice),
    S: () => link(snapshot.byRef(strategies, ref), linkStrategy),
    T: () => link(snapshot.byRef(challenges, ref), linkChallenge),
  }[ref.split('-')[1] ?? ''];
  return find?.() ?? null;

  function link<E>(entry: E | null, make: (language: Language, entry: E) => EntryLink) {
    return entry ? make(language, entry) : null;
  }
}
