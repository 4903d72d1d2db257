import { isYear } from './is-year';
import { LIST_LABELS } from './list-labels';

export interface Column {
  name: string;
  attribute?: unknown;
}

type TextOfRow = (row: object) => string;

/** The column of the languages that Strapi adds; it names them at length and pushes others out. */
const LANGUAGES = 'locales';

/** How a list of entries writes a column in words; undefined where Strapi's own way is right. */
export function wordsOfColumn({ name, attribute }: Column): TextOfRow | undefined {
  if (name === LANGUAGES) return languagesOf;
  if (!isYear(attribute) && !isEnumeration(attribute)) return undefined;
  return (row) => wordsFor(valueIn(row, name));
}

const isEnumeration = (attribute: unknown): boolean =>
  typeof attribute === 'object' &&
  attribute !== null &&
  'type' in attribute &&
  attribute.type === 'enumeration';

const valueIn = (row: object, name: string): unknown =>
  new Map<string, unknown>(Object.entries(row)).get(name);

/** What Strapi shows for an empty cell is shown here too. */
function wordsFor(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? (LIST_LABELS[value] ?? value) : '-';
}

/** The short signs of the languages that an entry exists in, its own first. */
function languagesOf(row: object): string {
  const others = valueIn(row, 'localizations');
  const otherRows: unknown[] = Array.isArray(others) ? others : [];
  return [row, ...otherRows]
    .flatMap((one) => (typeof one === 'object' && one !== null ? [valueIn(one, 'locale')] : []))
    .filter((locale) => typeof locale === 'string')
    .map((locale) => locale.replace(/-.*/, ''))
    .join(', ');
}
