/** What is wrong with a field before anybody else looks at it, and what is still missing. */
import { numberOf } from '../unknown.ts';
import { say, sayList } from '../words.ts';
import type { Fault } from '../form-faults.ts';
import { readField } from './field-values.ts';

/** The id of what takes the focus for a field: its line, its first choice, its group. */
export function idOfField(field: HTMLElement): string {
  const inner = field.querySelector('input:not([type="file"]), select, textarea');
  return field.dataset.kind === 'parts' || field.dataset.kind === 'files'
    ? field.id
    : (inner?.id ?? field.id);
}

/** The id of the field at a path as the CMS gives it, or of the nearest one around it. */
export function idOfPath(path: string): string | null {
  const parts = path.split('.');
  while (parts.length > 0) {
    const id = `f-${parts.join('-')}`;
    const found =
      document.getElementById(id) ??
      document.querySelector(`[id^="${CSS.escape(id)}-"]:is(input, select, textarea)`);
    if (found) return found.id;
    parts.pop();
  }
  return null;
}

/** What keeps a field from being saved as it stands: null where nothing does. */
export function problemOf(field: HTMLElement): string | null {
  const name = field.dataset.label ?? '';
  const control = field.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea');
  if (field.dataset.kind === 'text' && control) {
    const over = control.value.trim().length - Number(control.dataset.limit);
    return over > 0 ? say('say.tooLong', { name, count: over }) : null;
  }
  if (field.dataset.kind !== 'number' || !control) return null;
  const value = readField(field);
  if (value === null) return null;
  const number = numberOf(value);
  const { whole, min, max } = control.dataset;
  if (number === null) return say('say.noNumber', { name });
  if (whole !== undefined && !Number.isInteger(number)) return say('say.notWhole', { name });
  if (min !== undefined && number < Number(min)) return say('say.tooSmall', { name, least: min });
  if (max !== undefined && number > Number(max)) return say('say.tooBig', { name, most: max });
  return null;
}

/** All that is wrong in a part of the form, deep down. */
export function problemsIn(root: HTMLElement): Fault[] {
  const all = root.matches('[data-name]') ? [root] : [];
  all.push(...root.querySelectorAll<HTMLElement>('[data-name]'));
  return all.flatMap((field) => {
    const message = isAsked(field) ? problemOf(field) : null;
    return message === null ? [] : [{ id: idOfField(field), message }];
  });
}

/** Fields that must be filled in before the entry can be sent, and are not. */
export function missingIn(form: HTMLElement): Fault[] {
  const missing = [...form.querySelectorAll<HTMLElement>('[data-required]')].filter(
    (field) => isAsked(field) && isNeeded(field) && isEmpty(field),
  );
  const faults = missing.map((field) => ({
    id: idOfField(field),
    message: say('say.missing', { name: nameOf(field) }),
  }));
  return [...faults, ...alternativesMissing(form)];
}

/** True where a field belongs to the length of form that is shown, and is not a file being added. */
function isAsked(field: HTMLElement): boolean {
  return field.closest('[hidden], [data-new]') === null;
}

/** The fields of a section that are asked, without those within them. */
export function askedIn(section: HTMLElement): HTMLElement[] {
  return [...section.querySelectorAll<HTMLElement>('[data-name]')].filter(
    (field) => isAsked(field) && !field.parentElement?.closest('[data-name]'),
  );
}

/** What a part asks is needed once the part is begun, or where it is needed itself. */
function isNeeded(field: HTMLElement): boolean {
  const part = field.parentElement?.closest<HTMLElement>('[data-kind="part"]');
  return !part || part.dataset.required !== undefined || readField(part) !== null;
}

function isEmpty(field: HTMLElement): boolean {
  return field.dataset.kind !== 'part' && readField(field) === null;
}

function nameOf(field: HTMLElement): string {
  const row = field.closest('[data-row]')?.querySelector('legend')?.textContent;
  const name = field.dataset.label ?? '';
  return row ? `${row}: ${name}` : name;
}

/** Of some fields one is enough. */
function alternativesMissing(form: HTMLElement): Fault[] {
  return [...form.querySelectorAll<HTMLElement>('[data-one-of]')].flatMap((section) => {
    const names = (section.dataset.oneOf ?? '').split(' ');
    const offered = [...section.querySelectorAll<HTMLElement>('[data-name]')].filter(
      ({ dataset }) => names.includes(dataset.name ?? ''),
    );
    const [first] = offered;
    if (!first || offered.some((field) => readField(field) !== null)) return [];
    const labels = offered.map(({ dataset }) => dataset.label ?? '');
    const name = sayList(labels, 'disjunction');
    return [{ id: idOfField(first), message: say('say.missing', { name }) }];
  });
}
