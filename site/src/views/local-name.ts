import type { City } from '../collections/cities.ts';
import { name, type Phrase } from '../collections/localised.ts';
import type { Language } from '../languages.ts';

/** The language in which a country's towns write their names: in Latin script, and in Cyrillic. */
const spokenIn: Readonly<Record<string, { readonly latin: string; readonly cyrillic: string }>> = {
  AL: { latin: 'sq', cyrillic: 'sq' },
  BA: { latin: 'bs', cyrillic: 'sr-Cyrl' },
  BG: { latin: 'bg-Latn', cyrillic: 'bg' },
  GR: { latin: 'el', cyrillic: 'el' },
  HR: { latin: 'hr', cyrillic: 'sr-Cyrl' },
  IT: { latin: 'it', cyrillic: 'it' },
  MD: { latin: 'ro', cyrillic: 'ru' },
  ME: { latin: 'cnr', cyrillic: 'cnr-Cyrl' },
  MK: { latin: 'mk-Latn', cyrillic: 'mk' },
  RO: { latin: 'ro', cyrillic: 'ro' },
  RS: { latin: 'sr-Latn', cyrillic: 'sr-Cyrl' },
  SI: { latin: 'sl', cyrillic: 'sl' },
  XK: { latin: 'sq', cyrillic: 'sr-Cyrl' },
};

/** The name a town has at home, where it differs from the one shown in this language by more than its capitals. */
export function localName(language: Language, city: City): Phrase | null {
  const own = city.localName;
  if (own === null || isSame(own, name(city.text, 'name', language).text)) return null;
  const script = /\p{Script=Cyrillic}/u.test(own) ? 'cyrillic' : 'latin';
  const lang = spokenIn[city.country]?.[script] ?? null;
  return { text: own, lang: lang === language ? null : lang };
}

function isSame(one: string, other: string): boolean {
  return one.localeCompare(other, undefined, { sensitivity: 'accent' }) === 0;
}
