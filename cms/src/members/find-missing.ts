import type { Issue } from '../documents/issues';
import { asRecord, type Path } from '../documents/values';
import type { EntryField, EntryForm } from './entry-form';

type Values = Record<string, unknown>;

function isEmpty(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '';
  // What has to be agreed to is open until the answer is yes.
  return value === null || value === undefined || value === false || isEmptyList(value);
}

const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0;

/** What is required of these fields and not there. */
export function findMissingIn(
  fields: EntryField[],
  values: Values,
  isAsked: (field: EntryField) => boolean,
  path: Path = [],
): Issue[] {
  return fields.flatMap((field): Issue[] => {
    const { name, attribute, isRequired, fields: inner } = field;
    const at = [...path, name];
    const value = values[name];
    if (attribute.type === 'media') return [];
    const isOpen = isRequired && isAsked(field) && isEmpty(value);
    const open = isOpen ? [{ path: at, message: 'This is still to be filled in.' }] : [];
    if (!attribute.component) return open;
    if (attribute.repeatable) {
      // What is there has to be whole, in whichever form it was written.
      const items = Array.isArray(value) ? value : [];
      const parts = items.flatMap((item, index) =>
        findMissingIn(inner, asRecord(item) ?? {}, () => true, [...at, index]),
      );
      return [...open, ...parts];
    }
    if (!isOpen && isEmpty(value)) return [];
    const parts = findMissingIn(inner, asRecord(value) ?? {}, isAsked, at);
    return parts.length > 0 ? parts : open;
  });
}

function missingChoice(groups: string[][], values: Values): Issue[] {
  return groups.flatMap((group): Issue[] => {
    const filled = group.filter((name) => !isEmpty(values[name]));
    if (filled.length === 1) return [];
    const names = group.join(', ');
    const message =
      filled.length === 0
        ? `Fill in one of these: ${names}.`
        : `Fill in only one of these: ${names}.`;
    return [{ path: [filled[1] ?? group[0] ?? ''], message }];
  });
}

/** What holds between answers, or between an answer and today. */
function contradictions({ startYear, endYear, expiresOn }: Values, today: string): Issue[] {
  const issues: Issue[] = [];
  if (typeof startYear === 'number' && typeof endYear === 'number' && endYear < startYear) {
    issues.push({ path: ['endYear'], message: `This is before it started, in ${startYear}.` });
  }
  if (typeof expiresOn === 'string' && expiresOn <= today) {
    issues.push({ path: ['expiresOn'], message: 'This must be a day after today.' });
  }
  return issues;
}

/** What keeps an entry, as it is answered, from being submitted. */
export function findMissing(form: EntryForm, values: Values, now = new Date()): Issue[] {
  const isAsked = ({ within }: EntryField) => within === 'short' || values.form !== 'short';
  return [
    ...findMissingIn(form.fields, values, (field) => isAsked(field)),
    ...missingChoice(form.oneOf, values),
    ...contradictions(values, now.toISOString().slice(0, 10)),
  ];
}
