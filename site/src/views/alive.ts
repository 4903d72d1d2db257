/** Is it still alive? What is known of it, since when, and how somebody came to know. */
import type { Practice } from '../collections/practices.ts';
import { formatDate } from '../i18n/format.ts';
import { label } from '../i18n/label.ts';
import { translator } from '../i18n/translate.ts';
import type { Language } from '../languages.ts';

export type Alive = {
  /** When somebody last knew it to be alive: what the ring ages from. Null when nobody knows. */
  readonly checkedOn: string | null;
  readonly asOf: string;
  readonly heading: string;
  readonly text: string;
  /** A few words for a row of a list. */
  readonly short: string;
};

type Checked = Pick<Practice, 'lifecycle' | 'stillAliveCheckedOn'> & {
  readonly reviewNote: Pick<NonNullable<Practice['reviewNote']>, 'date' | 'checkedHow'> | null;
};

/** Only of these can a check say that it is alive. */
const living: readonly string[] = ['running', 'completedWorking'];

export function viewAlive(language: Language, asOf: string, practice: Checked): Alive {
  const t = translator(language);
  const { lifecycle, stillAliveCheckedOn, reviewNote } = practice;
  const lastLook = stillAliveCheckedOn ?? reviewNote?.date ?? null;
  const state = label(language, 'lifecycle', lifecycle);
  const isLiving = living.includes(lifecycle) && lastLook !== null;
  const date = lastLook === null ? '' : formatDate(language, lastLook);
  return {
    checkedOn: isLiving ? lastLook : null,
    asOf,
    heading: t(`practice.alive.${headingOf(lifecycle)}`),
    text:
      lastLook === null
        ? t('practice.alive.never')
        : t(`practice.alive.${howChecked(practice)}`, { date }),
    short: isLiving
      ? t('practice.alive.short', { state, date: formatDate(language, lastLook.slice(0, 7)) })
      : state,
  };
}

/** The way the town, or what it left on the web, was looked at. */
function howChecked({ stillAliveCheckedOn, reviewNote }: Checked): 'asked' | 'documents' | 'desk' {
  if (stillAliveCheckedOn !== null || reviewNote?.checkedHow === 'cityContacted') return 'asked';
  return reviewNote?.checkedHow === 'documentsSeen' ? 'documents' : 'desk';
}

function headingOf(lifecycle: string) {
  const known = ['running', 'completedWorking', 'idea', 'paused', 'stopped', 'superseded'] as const;
  return known.find((each) => each === lifecycle) ?? ('unknown' as const);
}
