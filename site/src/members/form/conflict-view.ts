/** Two versions of an entry side by side: the member takes, field by field, one or the other. */
import { beside } from '../../i18n/beside.ts';
import { copyOf, piece, put } from '../pieces.ts';
import { type Fields, isFields, textOf } from '../unknown.ts';
import { say } from '../words.ts';

export interface Choice {
  readonly names: readonly string[];
  readonly mine: Fields;
  readonly theirs: Fields;
  readonly labelOf: (name: string) => string;
  /** A value in the form's words. */
  readonly wordsOf: (name: string, value: unknown) => string;
}

/** Shows the fields that differ; answers what the member chose for each. */
export function chooseBetween(root: HTMLElement, choice: Choice): Promise<Fields> {
  const view = piece(root, '[data-conflict]', HTMLElement);
  const rows = choice.names.map((name) => rowOf(view, name, choice));
  piece(view, '[data-rows]', HTMLElement).replaceChildren(...rows);
  view.hidden = false;
  piece(view, 'h2', HTMLElement).focus();
  const form = piece(view, 'form', HTMLFormElement);
  const { promise, resolve } = Promise.withResolvers<Fields>();
  form.addEventListener(
    'submit',
    (event) => {
      event.preventDefault();
      const answers = new FormData(form);
      view.hidden = true;
      resolve(
        Object.fromEntries(
          choice.names.map((name) => [
            name,
            (answers.get(`keep-${name}`) === 'theirs' ? choice.theirs : choice.mine)[name] ?? null,
          ]),
        ),
      );
    },
    { once: true },
  );
  return promise;
}

function rowOf(view: HTMLElement, name: string, choice: Choice): HTMLElement {
  const row = copyOf(view, 'conflict');
  const { mine, theirs, labelOf, wordsOf } = choice;
  put(row, {
    field: labelOf(name),
    mine: wordsOf(name, mine[name]),
    theirs: wordsOf(name, theirs[name]),
  });
  for (const input of row.querySelectorAll('input')) {
    input.name = `keep-${name}`;
    input.id = `keep-${name}-${input.value}`;
    input.closest('.choice')?.querySelector('label')?.setAttribute('for', input.id);
  }
  return row;
}

/** A value as one can read it, whatever its kind. */
export function inWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return say('say.nothing');
  if (Array.isArray(value)) {
    const lines = value.map(inWords);
    return lines.join(value.some(isFields) ? '\n' : ', ') || say('say.nothing');
  }
  if (!isFields(value)) return textOf(value) || JSON.stringify(value);
  const said = Object.values(value).filter((each) => each !== null && each !== '');
  return said.map(inWords).join(beside);
}
