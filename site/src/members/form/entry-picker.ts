/**
 * Chooses entries by name: a combobox that suggests, and the chosen ones in their order, each with
 * buttons to move it (where the order counts) and to take it away.
 */
import { piece } from '../pieces.ts';
import { listOf, textOf } from '../unknown.ts';
import { say } from '../words.ts';
import { type EntryOption, findOptions, optionsOf } from './entry-options.ts';
import { smallButton } from './small-button.ts';

const mostShown = 40;

class EntryPicker extends HTMLElement {
  #refs: readonly string[] = [];
  #shown: readonly EntryOption[] = [];
  #active = -1;

  connectedCallback(): void {
    this.dataset.keeps = '';
    const field = this.#field;
    // The pattern of a combobox, which is one only with a script.
    field.role = 'combobox';
    field.ariaAutoComplete = 'list';
    field.ariaExpanded = 'false';
    field.setAttribute('aria-controls', this.#list.id);
    this.#list.role = 'listbox';
    // A tap on a field that has the focus already is no focus.
    for (const name of ['focus', 'click']) field.addEventListener(name, () => void this.#open());
    field.addEventListener('input', (event) => {
      event.stopPropagation();
      void this.#open();
    });
    field.addEventListener('blur', () => this.#close());
    field.addEventListener('keydown', (event) => this.#pressed(event));
    this.#list.addEventListener('mousedown', (event) => {
      event.preventDefault();
      const line = event.target instanceof Element ? event.target.closest('li') : null;
      const option = line && this.#shown[[...this.#list.children].indexOf(line)];
      if (option) this.#choose(option.ref);
    });
    this.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest<HTMLElement>('[data-ref]') : null;
      if (button) this.#turn(button);
    });
  }

  /** The refs of what is chosen: a list, one, or null. */
  get value(): unknown {
    if (this.#most > 1) return this.#refs.length === 0 ? null : this.#refs;
    return this.#refs[0] ?? null;
  }

  set value(value: unknown) {
    const given = Array.isArray(value) ? listOf(value) : [value];
    this.#refs = given.map(textOf).filter(Boolean);
    this.#draw();
  }

  get #field(): HTMLInputElement {
    return piece(this, 'input', HTMLInputElement);
  }

  get #list(): HTMLElement {
    return piece(this, '.pick-list', HTMLElement);
  }

  get #most(): number {
    return Number(this.dataset.max ?? 1);
  }

  async #options(): Promise<readonly EntryOption[]> {
    try {
      return await optionsOf(this.dataset.options ?? '');
    } catch {
      this.#say(say('say.pick.failed'));
      return [];
    }
  }

  async #open(): Promise<void> {
    const options = await this.#options();
    if (document.activeElement !== this.#field) return;
    const free = options.filter(({ ref }) => !this.#refs.includes(ref));
    this.#shown = findOptions(free, this.#field.value, mostShown);
    this.#active = -1;
    this.#list.replaceChildren(...this.#shown.map((option, index) => this.#lineOf(option, index)));
    this.#expand(this.#shown.length > 0);
    if (this.#field.value !== '') this.#say(say('say.pick.found', { count: this.#shown.length }));
  }

  #lineOf({ name, note }: EntryOption, index: number): HTMLElement {
    const line = document.createElement('li');
    line.id = `${this.#list.id}-${index}`;
    line.role = 'option';
    line.ariaSelected = 'false';
    line.textContent = name;
    if (note !== '') {
      const small = document.createElement('span');
      small.className = 'cap';
      small.textContent = ` ${note}`;
      line.append(small);
    }
    return line;
  }

  #pressed(event: KeyboardEvent): void {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined && this.#shown.length > 0) {
      event.preventDefault();
      this.#expand(true);
      this.#turnTo((this.#active + step + this.#shown.length) % this.#shown.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const option =
        this.#shown[this.#active] ?? (this.#shown.length === 1 ? this.#shown[0] : null);
      if (option) this.#choose(option.ref);
    } else if (event.key === 'Escape') {
      this.#field.value = '';
      this.#close();
    }
  }

  #turnTo(index: number): void {
    this.#active = index;
    for (const [at, line] of [...this.#list.children].entries()) {
      line.ariaSelected = String(at === index);
      if (at !== index) continue;
      this.#field.setAttribute('aria-activedescendant', line.id);
      line.scrollIntoView({ block: 'nearest' });
    }
  }

  #expand(isOpen: boolean): void {
    this.#list.hidden = !isOpen;
    this.#field.ariaExpanded = String(isOpen);
    this.#field.removeAttribute('aria-activedescendant');
  }

  #close(): void {
    this.#expand(false);
    this.#active = -1;
    this.#sayHowFull();
  }

  #choose(ref: string): void {
    this.#refs = this.#most === 1 ? [ref] : [...this.#refs, ref];
    this.#field.value = '';
    this.#close();
    this.#changed();
  }

  /** A button of its own for an entry, like a town on a map, chooses it and takes it away. */
  #turn(button: HTMLElement): void {
    const { ref = '' } = button.dataset;
    const { top } = button.getBoundingClientRect();
    if (this.#refs.includes(ref)) this.#refs = this.#refs.filter((each) => each !== ref);
    else if (!this.#isFull) this.#refs = [...this.#refs, ref];
    this.#changed();
    // The list above grew or shrank: what was pressed stays under the finger.
    scrollBy(0, button.getBoundingClientRect().top - top);
  }

  #changed(): void {
    this.#draw();
    this.dispatchEvent(new Event('input', { bubbles: true }));
  }

  get #isFull(): boolean {
    return this.#refs.length >= this.#most && this.#most > 1;
  }

  #draw(): void {
    this.#field.disabled = this.#isFull;
    this.#sayHowFull();
    const lines = this.#refs.map((ref, index) => this.#pickedLine(ref, index));
    piece(this, '[data-picked]', HTMLElement).replaceChildren(...lines);
    for (const button of this.querySelectorAll<HTMLElement>('[data-ref]')) {
      button.ariaPressed = String(this.#refs.includes(button.dataset.ref ?? ''));
    }
    if (this.#refs.length > 0) void this.#name();
  }

  #pickedLine(ref: string, index: number): HTMLElement {
    const line = document.createElement('li');
    const name = document.createElement('span');
    name.dataset.ofName = ref;
    name.textContent = ref;
    line.append(name);
    if (this.dataset.ranked !== undefined && index > 0) {
      line.append(smallButton(say('say.pick.up'), ref, () => this.#move(index)));
    }
    line.append(smallButton(say('say.pick.remove'), ref, () => this.#remove(index)));
    return line;
  }

  /** Puts the names in place of the refs, for eyes and ears alike. */
  async #name(): Promise<void> {
    const options = await this.#options();
    for (const place of this.querySelectorAll<HTMLElement>('[data-of-name], [data-of]')) {
      const ref = place.dataset.ofName ?? place.dataset.of;
      const option = options.find((each) => each.ref === ref);
      if (option) place.textContent = option.name;
    }
  }

  #move(index: number): void {
    const refs = [...this.#refs];
    refs.splice(index - 1, 0, ...refs.splice(index, 1));
    this.#refs = refs;
    this.#changed();
    this.#field.focus();
  }

  #remove(index: number): void {
    this.#refs = this.#refs.filter((_, at) => at !== index);
    this.#changed();
    this.#field.focus();
  }

  /** Takes the place of what was said of suggestions: they are gone. */
  #sayHowFull(): void {
    this.#say(this.#isFull ? say('say.pick.full', { count: this.#most }) : '');
  }

  #say(text: string): void {
    piece(this, '[data-status]', HTMLElement).textContent = text;
  }
}

customElements.define('entry-picker', EntryPicker);
