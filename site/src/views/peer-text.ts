import { countryName, formatList } from '../i18n/format.ts';
import { label } from '../i18n/label.ts';
import { translator } from '../i18n/translate.ts';
import type { Language } from '../languages.ts';
import type { PeerDifference } from './peer-differences.ts';
import { NEIGHBOURS_KM, type PeerReason } from './peer-score.ts';

/** A likeness in words. */
export function reasonText(language: Language, reason: PeerReason): string {
  const t = translator(language);
  switch (reason.code) {
    case 'neighbours':
      return t(reason.km <= NEIGHBOURS_KM ? 'peer.neighbours' : 'peer.near', { km: reason.km });
    case 'sameCountry':
      return t('peer.sameCountry', { country: countryName(language, reason.country) });
    case 'similarSize':
      return t('peer.similarSize');
    case 'sameSizeBand':
      return t('peer.sameSizeBand', { band: label(language, 'sizeBand', reason.band) });
    case 'sharedTraits':
      return t('peer.sharedTraits', { traits: traitList(language, reason.traits) });
    case 'sharedChallenges':
      return t('peer.sharedChallenges', { count: reason.challenges.length });
    case 'bothStatus':
      return t('peer.bothStatus');
    case 'sameEuStatus':
      return t(`peer.eu.${reason.status}`);
  }
}

/** A difference in a few words, to stand after "Differs:". */
export function differenceText(language: Language, difference: PeerDifference): string {
  const t = translator(language);
  switch (difference.code) {
    case 'size':
      return difference.ratio > 1
        ? t('peer.larger', { times: rounded(difference.ratio) })
        : t('peer.smaller', { percent: Math.round(difference.ratio * 20) * 5 });
    case 'sizeUnknown':
      return t('peer.sizeUnknown');
    case 'kind':
      return label(language, 'cityKind', difference.kind).toLocaleLowerCase(language);
    case 'traitsMissing':
      return t('peer.traitsMissing', { traits: traitList(language, difference.traits) });
    case 'traitsOnlyThere':
      return t('peer.traitsOnlyThere', { traits: traitList(language, difference.traits) });
    case 'otherCountry':
      return t('peer.otherCountry');
    case 'notStatus':
      return t('peer.notStatus');
  }
}

function traitList(language: Language, traits: readonly string[]): string {
  return formatList(
    language,
    traits.map((trait) => label(language, 'cityTrait', trait)),
  );
}

/** Halves below five, whole numbers above: more would pretend to know. */
function rounded(ratio: number): number {
  return ratio < 5 ? Math.round(ratio * 2) / 2 : Math.round(ratio);
}
