/** What is written, as it reads: in the order of the form, without what is empty. */
import { piece } from '../pieces.ts';
import type { Writing } from './writing.ts';
import { fieldsOf, textOf } from '../unknown.ts';
import { sayList } from '../words.ts';
import { askedIn } from './field-problems.ts';
import { showWayToPage } from './way-to-page.ts';
import { ownFields, readField, readFields } from './field-values.ts';

export function showPreview(writing: Writing): void {
  const { root, form } = writing;
  const dialog = piece(root, 'dialog[data-preview]', HTMLDialogElement);
  const { title, oneLine } = readFields(form);
  const body = piece(dialog, '[data-body]', HTMLElement);
  body.replaceChildren();
  add(body, 'h3', textOf(title), 'preview-title');
  add(body, 'p', textOf(oneLine), 'lead lead--serif');
  for (const section of form.querySelectorAll<HTMLElement>('.form-part')) {
    const parts = askedIn(section).filter(
      ({ dataset }) => dataset.name !== 'title' && dataset.name !== 'oneLine',
    );
    const lines = parts.flatMap((field) => linesOf(field));
    if (lines.length === 0) continue;
    add(body, 'h4', section.querySelector('h2')?.textContent ?? '', '');
    body.append(...lines);
  }
  piece(dialog, '[data-close]', HTMLElement).onclick = () => {
    dialog.close();
  };
  dialog.showModal();
  void showWayToPage(writing, dialog);
}

/** A field with its name and what it says; a group as its rows, one after the other. */
function linesOf(field: HTMLElement): HTMLElement[] {
  if (readField(field) === null) return [];
  const { kind, label = '' } = field.dataset;
  if (kind === 'part') return ownFields(field).flatMap(linesOf);
  const line = document.createElement('div');
  line.className = 'preview-line';
  add(line, 'h5', label, '');
  if (kind === 'parts') {
    const list = document.createElement('ol');
    for (const row of field.querySelectorAll<HTMLElement>('[data-row]')) {
      const item = document.createElement('li');
      item.append(...ownFields(row).flatMap(linesOf));
      list.append(item);
    }
    line.append(list);
  } else {
    for (const text of wordsOfField(field).split(/\n+/)) add(line, 'p', text, '');
  }
  return [line];
}

/** What a field says in the words that the form shows, not in those of the store. */
export function wordsOfField(field: HTMLElement): string {
  const list = (texts: readonly string[]) => sayList(texts, 'conjunction');
  const chosen = [...field.querySelectorAll<HTMLInputElement>('input:checked')];
  if (chosen.length > 0) {
    return list(chosen.map((input) => input.labels?.[0]?.textContent.trim() ?? input.value));
  }
  const select = field.querySelector('select');
  if (select) return select.selectedOptions[0]?.textContent ?? '';
  const names = [...field.querySelectorAll('[data-of-name]')].map(({ textContent }) => textContent);
  if (names.length > 0) return list(names);
  const value = readField(field);
  if (!Array.isArray(value)) return String(value);
  return list(value.map((each) => textOf(fieldsOf(each).alt) || textOf(fieldsOf(each).title)));
}

function add(root: HTMLElement, tag: string, text: string, className: string): void {
  if (text === '') return;
  const element = document.createElement(tag);
  element.textContent = text;
  if (className !== '') element.className = className;
  root.append(element);
}
