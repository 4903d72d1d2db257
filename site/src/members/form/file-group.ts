/** Pictures or documents of an entry: each is sent by itself, with what must be said about it. */
import { markField } from '../form-faults.ts';
import { copyOf, piece, put } from '../pieces.ts';
import { RequestFailed } from '../request-failed.ts';
import { cmsAddress } from '../request.ts';
import { type Fields, fieldsOf, listOf, numberOf, textOf } from '../unknown.ts';
import { say, sayFailure } from '../words.ts';
import { idOfField, problemOf } from './field-problems.ts';
import { ownFields, readField, writeField } from './field-values.ts';

/** What a group needs of the form it stands in. */
export interface FileKeeper {
  add: (form: FormData, key: string, onProgress: (part: number) => void) => Promise<void>;
  remove: (id: string) => Promise<void>;
}

const mostBytes = 10 * 1024 * 1024;

export class FileGroup extends HTMLElement {
  keeper: FileKeeper | null = null;
  #files: readonly Fields[] = [];
  #isBusy = false;
  /** Of the file that is chosen and what is said about it. */
  #key = '';

  connectedCallback(): void {
    this.dataset.keeps = '';
    const input = piece(this, 'input[type="file"]', HTMLInputElement);
    for (const name of ['input', 'change']) {
      // What is said about a file is sent with it, not saved as one types.
      piece(this, '[data-new]', HTMLElement).addEventListener(name, (event) => {
        event.stopPropagation();
      });
    }
    input.addEventListener('change', () => this.#chosen(input.files?.[0] ?? null));
    piece(this, '[data-upload]', HTMLElement).addEventListener('click', () => void this.#upload());
    piece(this, '[data-drop]', HTMLElement).addEventListener('click', () => {
      this.#clear();
      input.focus();
    });
  }

  get value(): unknown {
    return this.#files.length === 0 ? null : this.#files;
  }

  set value(value: unknown) {
    this.#files = listOf(value).map(fieldsOf);
    piece(this, '[data-rows]', HTMLElement).replaceChildren(
      ...this.#files.map((file, index) => this.#lineOf(file, index)),
    );
    const isFull = this.#files.length >= Number(this.dataset.max ?? 1);
    piece(this, '[data-new]', HTMLFieldSetElement).disabled = isFull;
  }

  get #told(): HTMLElement {
    return piece(this, '[data-told]', HTMLElement);
  }

  #lineOf(file: Fields, index: number): HTMLElement {
    const line = copyOf(this, 'file');
    const url = textOf(file.url) || textOf(fieldsOf(file.file).url);
    const told = textOf(file.alt) || textOf(file.title);
    const place = piece(line, '[data-picture]', HTMLElement);
    if (this.dataset.name === 'images' && url !== '') {
      place.append(pictureOf(new URL(url, cmsAddress()).href, told));
    } else {
      place.remove();
    }
    const name = say('say.part', { name: this.dataset.one ?? '', number: index + 1 });
    put(line, { name, told: [told, textOf(file.credit)].filter(Boolean).join(' · ') });
    piece(line, '[data-which]', HTMLElement).textContent = ` ${name}`;
    const id = textOf(file.id) || String(numberOf(file.id) ?? '');
    piece(line, '[data-remove]', HTMLElement).addEventListener(
      'click',
      () => void this.#remove(id),
    );
    return line;
  }

  #chosen(file: File | null): void {
    const input = piece(this, 'input[type="file"]', HTMLInputElement);
    this.#showPicture(null);
    this.#say('');
    this.#told.hidden = file === null;
    if (file === null) return;
    const isTaken = input.accept.split(',').includes(file.type);
    if (!isTaken || file.size > mostBytes) {
      this.#clear();
      markField({ id: input.id, message: say(isTaken ? 'say.tooLarge' : 'say.wrongType') });
      return;
    }
    this.#unmark();
    this.#showPicture(file);
    this.#key = crypto.randomUUID();
    this.#told.querySelector<HTMLElement>('input, textarea')?.focus();
  }

  async #upload(): Promise<void> {
    const file = piece(this, 'input[type="file"]', HTMLInputElement).files?.[0];
    if (!file || this.#isBusy || !this.#isComplete()) return;
    const form = new FormData();
    for (const field of ownFields(this.#told)) {
      const value = readField(field);
      form.set(
        field.dataset.name ?? '',
        typeof value === 'boolean' ? String(value) : textOf(value),
      );
    }
    form.set('file', file);
    await this.#work(async (show) => {
      await this.keeper?.add(form, this.#key, show);
      this.#clear();
      this.#say(say('say.file.sent'));
    });
  }

  async #remove(id: string): Promise<void> {
    await this.#work(async () => {
      await this.keeper?.remove(id);
      this.#say(say('say.file.removed'));
      this.focus();
    });
  }

  /** Shows how far it got; a failure is said, and the button tries again. */
  async #work(run: (show: (part: number) => void) => Promise<void>): Promise<void> {
    if (this.#isBusy) return;
    const bar = piece(this, '[data-new] > progress', HTMLProgressElement);
    this.#isBusy = true;
    bar.hidden = false;
    bar.value = 0;
    this.#say(say('say.file.sending'));
    try {
      await run((part) => (bar.value = part));
    } catch (error) {
      // What was refused is sent anew; what got no answer is the same sending still.
      const isSame = error instanceof RequestFailed && error.isPassing;
      if (!isSame) this.#key = crypto.randomUUID();
      this.#say(sayFailure(error));
    } finally {
      this.#isBusy = false;
      bar.hidden = true;
    }
  }

  #isComplete(): boolean {
    this.#unmark();
    const faults = ownFields(this.#told).flatMap((field) => {
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

  #unmark(): void {
    for (const field of this.querySelectorAll<HTMLElement>('.has-error')) {
      field.classList.remove('has-error');
      const words = field.querySelector<HTMLElement>(':scope > .err');
      if (words) words.hidden = true;
    }
  }

  #clear(): void {
    piece(this, 'input[type="file"]', HTMLInputElement).value = '';
    for (const field of ownFields(this.#told)) writeField(field, null);
    this.#told.hidden = true;
    this.#showPicture(null);
  }

  #showPicture(file: File | null): void {
    const place = piece(this, '[data-chosen]', HTMLElement);
    URL.revokeObjectURL(place.querySelector('img')?.src ?? '');
    const picture = file?.type.startsWith('image/')
      ? pictureOf(URL.createObjectURL(file), '')
      : null;
    place.hidden = picture === null;
    place.replaceChildren(...(picture ? [picture] : []));
  }

  #say(text: string): void {
    piece(this, '[data-progress]', HTMLElement).textContent = text;
  }
}

function pictureOf(address: string, alt: string): HTMLImageElement {
  const picture = document.createElement('img');
  picture.src = address;
  picture.alt = alt;
  return picture;
}

customElements.define('file-group', FileGroup);
