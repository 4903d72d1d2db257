export type EuStatus = 'member' | 'candidate' | 'potentialCandidate' | 'unknown';

/** Standing of the countries towards the European Union, November 2026: the one place to change it. */
const countries: Readonly<Record<Exclude<EuStatus, 'unknown'>, readonly string[]>> = {
  member: ['AT', 'BG', 'FR', 'GR', 'HR', 'HU', 'IT', 'NL', 'RO', 'SI'],
  candidate: ['AL', 'BA', 'MD', 'ME', 'MK', 'RS', 'UA'],
  potentialCandidate: ['XK'],
};

export function euStatus(country: string): EuStatus {
  if (countries.member.includes(country)) return 'member';
  if (countries.candidate.includes(country)) return 'candidate';
  return countries.potentialCandidate.includes(country) ? 'potentialCandidate' : 'unknown';
}
