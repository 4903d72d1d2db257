import { challenges } from '../collections/challenges.ts';
import { cities } from '../collections/cities.ts';
import { notices } from '../collections/notices.ts';
import { formatDate } from '../i18n/format.ts';
import type { Language } from '../languages.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { linkChallenge, linkCity } from './entry-link.ts';

/** What towns want and offer, until the last day of each; what ends soonest comes first. */
export function viewNotices(snapshot: Snapshot, language: Language) {
  const asOf = snapshot.meta('asOf') ?? '';
  return snapshot
    .all(notices)
    .filter(({ expiresOn }) => expiresOn !== null && expiresOn >= asOf)
    .sort((one, other) => (one.expiresOn ?? '').localeCompare(other.expiresOn ?? ''))
    .map(({ ref, kind, text, expiresOn, links }) => ({
      ref,
      kind: kind === 'offered' ? ('offered' as const) : ('wanted' as const),
      text,
      expiresOn: expiresOn ?? '',
      until: formatDate(language, expiresOn ?? ''),
      towns: snapshot.linked(cities, links.city).map((city) => linkCity(language, city)),
      challenges: snapshot
        .linked(challenges, links.challenge)
        .map((challenge) => linkChallenge(language, challenge)),
    }));
}
