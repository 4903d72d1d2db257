/** Reads and writes the fields of a form as the CMS names them. What is empty is null. */
import { type Fields, fieldsOf, listOf, numberOf, textOf } from '../unknown.ts';

/** An element that keeps its value itself: a picker, a group of parts, a group of files. */
interface ValueKeeper extends HTMLElement {
  value: unknown;
}

function isKeeper(element: Element | null): element is ValueKeeper {
  return element instanceof HTMLElement && 'value' in element && element.matches('[data-keeps]');
}

/** The fields that belong to `root` itself and not to a part or a row within it. */
export function ownFields(root: HTMLElement): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('[data-name]')].filter(
    (field) => (field.parentElement?.closest('[data-name], [data-row], form') ?? root) === root,
  );
}

export function readFields(root: HTMLElement): Fields {
  return Object.fromEntries(
    ownFields(root).map((field) => [field.dataset.name ?? '', readField(field)]),
  );
}

export function writeFields(root: HTMLElement, values: Fields): void {
  for (const field of ownFields(root)) writeField(field, values[field.dataset.name ?? '']);
}

export function readField(field: HTMLElement): unknown {
  switch (field.dataset.kind) {
    case 'part': {
      const values = readFields(field);
      return Object.values(values).every((value) => value === null) ? null : values;
    }
    case 'parts':
    case 'files':
      return isKeeper(field) ? field.value : null;
    case 'entries': {
      const keeper = field.querySelector('[data-keeps]');
      return isKeeper(keeper) ? keeper.value : null;
    }
    case 'choices': {
      const chosen = [...field.querySelectorAll<HTMLInputElement>('input:checked')];
      return chosen.length === 0 ? null : chosen.map(({ value }) => value);
    }
    case 'yesNo':
      return readYesNo(field);
    case 'number':
      return readNumber(textIn(field));
    default:
      return textIn(field) || null;
  }
}

export function writeField(field: HTMLElement, value: unknown): void {
  switch (field.dataset.kind) {
    case 'part':
      writeFields(field, fieldsOf(value));
      return;
    case 'parts':
    case 'files':
      if (isKeeper(field)) field.value = value;
      return;
    case 'entries': {
      const keeper = field.querySelector('[data-keeps]');
      if (isKeeper(keeper)) keeper.value = value;
      return;
    }
    case 'choices': {
      const chosen = listOf(value);
      for (const input of field.querySelectorAll('input'))
        input.checked = chosen.includes(input.value);
      return;
    }
    default:
      writeControl(field, value);
  }
}

/** What stands in a field as text: of its line, its list or its marked choice. */
function textIn(field: HTMLElement): string {
  const marked = field.querySelector<HTMLInputElement>('input[type="radio"]:checked');
  if (marked) return marked.value;
  const control = controlOf(field);
  return control === null || control.type === 'radio' ? '' : control.value.trim();
}

function controlOf(field: HTMLElement) {
  return field.querySelector<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(
    'input, select, textarea',
  );
}

function readYesNo(field: HTMLElement): boolean | null {
  const control = controlOf(field);
  if (control instanceof HTMLInputElement) return control.checked ? true : null;
  return control?.value === 'true' ? true : control?.value === 'false' ? false : null;
}

/** A number, with a comma or a point; what is none stays as it was typed. */
function readNumber(text: string): number | string | null {
  if (text === '') return null;
  const number = Number(text.replace(/\s/g, '').replace(',', '.'));
  return Number.isNaN(number) ? text : number;
}

function writeControl(field: HTMLElement, value: unknown): void {
  const text =
    typeof value === 'boolean' ? String(value) : String(numberOf(value) ?? textOf(value));
  for (const input of field.querySelectorAll('input')) {
    if (input.type === 'radio') input.checked = input.value === text;
    else if (input.type === 'checkbox') input.checked = value === true;
    else input.value = text;
  }
  for (const control of field.querySelectorAll<HTMLSelectElement | HTMLTextAreaElement>(
    'select, textarea',
  )) {
    control.value = text;
  }
}
