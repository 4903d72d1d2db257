/** What a member says about a file: asked beside it, sent with it. */
import { clearFaults, markField } from '../form-faults.ts';
import { textOf } from '../unknown.ts';
import { say } from '../words.ts';
import { idOfField, problemOf } from './field-problems.ts';
import { ownFields, readField } from './field-values.ts';

/** The words with their file, as they are sent. */
export function sendingOf(told: HTMLElement, file: File): FormData {
  const form = new FormData();
  for (const field of ownFields(told)) {
    const value = readField(field);
    form.set(field.dataset.name ?? '', typeof value === 'boolean' ? String(value) : textOf(value));
  }
  form.set('file', file);
  return form;
}

/** Shows what is missing or wrong, and turns to the first of it; true where nothing is. */
export function isSaid(told: HTMLElement): boolean {
  clearFaults(told);
  const faults = ownFields(told).flatMap((field) => {
    const isMissing = field.dataset.required !== undefined && readField(field) === null;
    const name = field.dataset.label ?? '';
    const message = isMissing ? say('say.missing', { name }) : problemOf(field);
    return message === null ? [] : [{ id: idOfField(field), message }];
  });
  for (const fault of faults) markField(fault);
  const [first] = faults;
  if (first) document.getElementById(first.id)?.focus();
  return first === undefined;
}

export function focusFirst(told: HTMLElement): void {
  told.querySelector<HTMLElement>('input, textarea')?.focus();
}
