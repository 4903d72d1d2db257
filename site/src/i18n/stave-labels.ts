import { formatList } from './format.ts';
import { label } from './label.ts';
import { translator } from './translate.ts';
import type { Language } from '../languages.ts';

/** The words of the process strip. */
export function staveLabels(language: Language) {
  const t = translator(language);
  const level = (value: string) => label(language, 'participationLevel', value);
  return {
    levels: {
      inform: level('inform'),
      consult: level('consult'),
      involve: level('involve'),
      collaborate: level('collaborate'),
      empower: level('empower'),
    },
    levelNotKnown: t('common.unknown'),
    week: (number: number) => t('process.week', { number }),
    noWeeksKnown: t('process.noWeeks'),
    someWeeksUnknown: t('process.someWeeks'),
    who: (names: readonly string[]) => t('process.who', { who: formatList(language, names) }),
    say: (degree: string) => t('process.say', { level: degree }),
    sayNotKnown: t('process.say', { level: t('common.unknown') }),
    weeks: (count: number) => t('process.weeks', { count }),
    weeksNotKnown: t('process.weeksUnknown'),
    method: t('process.method'),
  };
}
