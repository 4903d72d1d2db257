/** What is wrong in a form, shown beside each field and as a summary that links to them. */
import { piece, unseen } from './pieces.ts';
import { say } from './words.ts';

export interface Fault {
  /** The id of what takes the focus; null where it is of no field. */
  readonly id: string | null;
  readonly message: string;
  /** The CMS's own words, which are English. */
  readonly isForeign?: boolean;
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function isControl(element: Element): element is Control {
  return element.matches('input, select, textarea');
}

/** What the fields' own constraints say, in the page's words. */
export function faultsIn(form: HTMLFormElement): Fault[] {
  return [...form.elements].flatMap((control) => {
    if (!isControl(control) || control.validity.valid) return [];
    const { missing, wrong } = control.dataset;
    const words = control.validity.valueMissing ? missing : wrong;
    return [{ id: control.id, message: words ?? control.validationMessage }];
  });
}

/** Shows these faults, and takes away those shown before. Turns to the summary. */
export function showFaults(form: HTMLElement, faults: readonly Fault[]): void {
  clearFaults(form);
  const summary = piece(form, '[data-summary]', HTMLElement);
  summary.hidden = faults.length === 0;
  if (faults.length === 0) return;
  for (const fault of faults) markField(fault);
  piece(summary, 'h2', HTMLElement).textContent = say('say.faults', { count: faults.length });
  piece(summary, 'ul', HTMLElement).replaceChildren(...faults.map(lineOf));
  summary.focus();
}

export function clearFaults(form: HTMLElement): void {
  for (const field of form.querySelectorAll<HTMLElement>('.has-error')) {
    field.classList.remove('has-error');
    field.querySelector('[aria-invalid]')?.removeAttribute('aria-invalid');
    const words = field.querySelector<HTMLElement>(':scope > .err');
    if (words) words.hidden = true;
  }
}

/** The field's own place for an error, without the summary. */
export function markField({ id, message, isForeign }: Fault): void {
  const target = id === null ? null : document.getElementById(id);
  const field = target?.closest<HTMLElement>('.field');
  if (!target || !field) return;
  field.classList.add('has-error');
  if (isControl(target)) target.setAttribute('aria-invalid', 'true');
  const words = field.querySelector<HTMLElement>(':scope > .err');
  if (!words) return;
  words.replaceChildren(unseen(`${say('say.error')} `), wordsOf(message, isForeign));
  words.hidden = false;
}

function lineOf({ id, message, isForeign }: Fault): HTMLLIElement {
  const line = document.createElement('li');
  if (id === null) {
    line.append(wordsOf(message, isForeign));
    return line;
  }
  const link = document.createElement('a');
  link.href = `#${id}`;
  link.append(wordsOf(message, isForeign));
  link.addEventListener('click', (event) => {
    event.preventDefault();
    const target = document.getElementById(id);
    target?.closest('details')?.setAttribute('open', '');
    target?.focus({ preventScroll: true });
    (target?.closest('.field') ?? target)?.scrollIntoView({ block: 'start' });
  });
  line.append(link);
  return line;
}

function wordsOf(message: string, isForeign = false): HTMLElement {
  const words = document.createElement('span');
  words.textContent = message;
  if (isForeign && document.documentElement.lang !== 'en') words.lang = 'en';
  return words;
}
