import type { Practice } from '../collections/practices.ts';
import { bands } from '../drawing/cost-card.ts';
import { translator } from '../i18n/translate.ts';
import type { Language } from '../languages.ts';
import type { Took } from './list.ts';

/** What a practice took, in four words; what nobody said is "not known". */
export function practiceTook(language: Language, cost: Practice['costCard']): Took[] {
  const t = translator(language);
  const unknown = t('common.unknown');
  const band = bands.find((each) => each === cost?.costBand);
  const { months = null, staffDays = null, outsideHelp = null } = cost ?? {};
  const help = outsideHelp === null ? unknown : t(outsideHelp ? 'cost.help.yes' : 'cost.help.no');
  return [
    {
      label: t('cost.money'),
      value: band === undefined ? unknown : t(`cost.short.${band}`),
      band: band === undefined ? null : bands.indexOf(band),
    },
    {
      label: t('cost.time'),
      value: months === null ? unknown : t('cost.months', { count: months }),
    },
    {
      label: t('cost.staff'),
      value: staffDays === null ? unknown : t('cost.days', { count: staffDays }),
    },
    { label: t('cost.help'), value: help },
  ];
}
