import { LOCALES } from '../../editing/locales';
import type { Change } from './publishing-api';

const VERBS: Readonly<Record<string, string>> = {
  publish: 'published',
  unpublish: 'taken down',
  delete: 'deleted',
  erase: 'erased',
  media: 'file replaced',
};

/** English is not named: it is what everything is written in first. */
const LANGUAGES = new Map<string | null, string>(
  LOCALES.filter(({ code }) => code !== 'en').map(({ code, name }) => [code, name]),
);

/** Changes after which there is no entry to lead to. */
const GONE = new Set(['delete', 'erase']);

export interface ChangedEntry {
  key: string;
  title: string;
  /** "published, also in Greek, by Elena". */
  what: string;
  change: Change;
  isGone: boolean;
}

/** One line for each entry and kind of change, however many languages it concerned. */
export function changedEntries(changes: readonly Change[]): ChangedEntry[] {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const key = [change.type, change.documentId, change.change].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  const gone = new Set(changes.flatMap((each) => (GONE.has(each.change) ? each.documentId : [])));
  return [...groups].flatMap(([key, group]) => {
    const [change] = group;
    if (!change) return [];
    return {
      key,
      title: change.title ?? change.ref ?? 'An entry without a title',
      what: whatHappened(change, group),
      change,
      isGone: gone.has(change.documentId),
    };
  });
}

function whatHappened({ change, by }: Change, group: readonly Change[]): string {
  const languages = new Set(group.flatMap(({ locale }) => LANGUAGES.get(locale) ?? []));
  const isInEnglish = group.some(({ locale }) => locale === null || locale === 'en');
  const named = [...languages].join(', ');
  const where = named === '' ? '' : isInEnglish ? `, also in ${named}` : ` in ${named}`;
  const who = by === 'system' ? '' : `, by ${by}`;
  return `${VERBS[change] ?? change}${where}${who}`;
}
