/** Pictures or documents of an entry: each is sent by itself, with what must be said about it. */
import { clearFaults, markField } from '../form-faults.ts';
import { piece } from '../pieces.ts';
import { RequestFailed } from '../request-failed.ts';
import { type Fields, fieldsOf, listOf, textOf } from '../unknown.ts';
import { say, sayFailure } from '../words.ts';
import { readFields, writeFields } from './field-values.ts';
import { fileLine, pictureOf } from './file-line.ts';
import { focusFirst, isSaid, sendingOf } from './file-words.ts';
import { showLimits } from './limit-counts.ts';

/** What a group needs of the form it stands in. */
export interface FileKeeper {
  add: (form: FormData, key: string, onProgress: (part: number) => void) => Promise<void>;
  /** Saves what is said about the files that are there. */
  change: (files: readonly Fields[]) => Promise<void>;
  remove: (id: string) => Promise<void>;
}

const mostBytes = 10 * 1024 * 1024;

export class FileGroup extends HTMLElement {
  keeper: FileKeeper | null = null;
  #files: readonly Fields[] = [];
  #isBusy = false;
  /** Of the file that is chosen and what is said about it. */
  #key = '';
  /** The id of the file that is there already and whose words are being changed. */
  #changed = '';

  connectedCallback(): void {
    this.dataset.keeps = '';
    for (const name of ['input', 'change']) {
      // What is said about a file is sent with it, not saved as one types.
      this.#new.addEventListener(name, (event) => {
        event.stopPropagation();
        showLimits(this.#told);
      });
    }
    this.#input.addEventListener('change', () => this.#chosen(this.#input.files?.[0] ?? null));
    piece(this, '[data-upload]', HTMLElement).addEventListener('click', () => void this.#send());
    piece(this, '[data-drop]', HTMLElement).addEventListener('click', () => {
      this.#clear();
      this.focus();
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
    this.#new.disabled = this.#isFull;
  }

  get #isFull(): boolean {
    return this.#files.length >= Number(this.dataset.max ?? 1);
  }

  get #new(): HTMLFieldSetElement {
    return piece(this, '[data-new]', HTMLFieldSetElement);
  }

  get #input(): HTMLInputElement {
    return piece(this, 'input[type="file"]', HTMLInputElement);
  }

  get #told(): HTMLElement {
    return piece(this, '[data-told]', HTMLElement);
  }

  #lineOf(file: Fields, index: number): HTMLElement {
    const name = say('say.part', { name: this.dataset.one ?? '', number: index + 1 });
    return fileLine(this, file, name, {
      change: () => {
        this.#clear();
        this.#say('');
        this.#tell(textOf(file.id), file);
        piece(this.#new, '[data-which]', HTMLElement).textContent = name;
        focusFirst(this.#told);
      },
      remove: () => void this.#remove(textOf(file.id)),
    });
  }

  #chosen(file: File | null): void {
    const input = this.#input;
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
    clearFaults(this);
    this.#showPicture(file);
    this.#key = crypto.randomUUID();
    focusFirst(this.#told);
  }

  /** Asks what is to be said of a file: of the one with this id, or of a new one. */
  #tell(id: string, words: Fields): void {
    this.#changed = id;
    this.#new.classList.toggle('is-change', id !== '');
    this.#new.disabled = id === '' && this.#isFull;
    this.#told.hidden = false;
    writeFields(this.#told, words);
    showLimits(this.#told);
  }

  async #send(): Promise<void> {
    const file = this.#input.files?.[0];
    if (this.#isBusy || !isSaid(this.#told)) return;
    if (this.#changed !== '') await this.#change();
    else if (file) await this.#upload(file);
  }

  async #change(): Promise<void> {
    const words = readFields(this.#told);
    const files = this.#files.map((file) =>
      file.id === this.#changed ? { ...file, ...words } : file,
    );
    await this.#work(async () => {
      await this.keeper?.change(files);
      this.#sent();
    });
  }

  async #upload(file: File): Promise<void> {
    const form = sendingOf(this.#told, file);
    await this.#work(async (show) => {
      await this.keeper?.add(form, this.#key, show);
      this.#sent();
    });
  }

  async #remove(id: string): Promise<void> {
    await this.#work(async () => {
      await this.keeper?.remove(id);
      if (this.#changed === id) this.#clear();
      this.#say(say('say.file.removed'));
      this.focus();
    });
  }

  #sent(): void {
    this.#clear();
    this.#say(say('say.file.sent'));
    this.focus();
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

  #clear(): void {
    this.#input.value = '';
    this.#tell('', {});
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

customElements.define('file-group', FileGroup);
