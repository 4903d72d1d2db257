import { formatNumber } from '../i18n/format.ts';
import { translator } from '../i18n/translate.ts';
import type { Language } from '../languages.ts';

/** A part of a page that lists other records shows so many of them; the lists have all. */
const shownAtMost = 100;

export type Cut = {
  readonly ids: readonly string[];
  /** How many are not shown. */
  readonly more: number;
};

/** The first of these ids, in their order. */
export function cut(ids: readonly string[], most = shownAtMost): Cut {
  return { ids: ids.slice(0, most), more: Math.max(0, ids.length - most) };
}

/** The link to all of them, where some are not shown. */
export function viewMore(language: Language, { more }: Cut, href: string) {
  if (more === 0) return null;
  return {
    text: translator(language)('common.more', { count: formatNumber(language, more) }),
    href,
  };
}
