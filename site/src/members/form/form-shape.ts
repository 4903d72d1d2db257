/** Which questions are asked, what a new entry starts with, and what follows from both. */
import type { EntryType } from '../entry.ts';
import type { Fields } from '../unknown.ts';
import { readFields, writeFields } from './field-values.ts';
import { showProgress } from './form-progress.ts';
import { showLimits } from './limit-counts.ts';
import type { Writing } from './writing.ts';

/** The page's language, the short form, and what the link that led here named. */
export function startingFields(type: EntryType, language: string): Fields {
  const address = new URLSearchParams(location.search);
  if (type === 'adaptation') {
    return { practice: address.get('practice'), methodology: address.get('methodology') };
  }
  if (type === 'notice') return {};
  return { form: 'short', originalLanguage: language, licence: 'ccBy40' };
}

/** Fills the form, and shows what follows from it. */
export function fillForm({ root, form, type }: Writing, fields: Fields): void {
  writeFields(form, fields);
  showLength(root, form, type);
  showProgress(root, form);
  showLimits(form);
}

/** The short form hides what it does not ask; answers stay. */
export function showLength(root: HTMLElement, form: HTMLElement, type: EntryType): void {
  const isShort = type === 'practice' && readFields(form).form !== 'full';
  for (const field of form.querySelectorAll<HTMLElement>('[data-in="full"]')) {
    field.hidden = isShort;
  }
  for (const section of form.querySelectorAll<HTMLElement>('.form-part')) {
    const fields = [...section.querySelectorAll<HTMLElement>('[data-name]')];
    section.hidden = fields.every((field) => field.closest('[data-in][hidden]'));
    const link = root.querySelector(`.toc a[href="#${section.id}"]`)?.closest('li');
    if (link) link.hidden = section.hidden;
  }
}
