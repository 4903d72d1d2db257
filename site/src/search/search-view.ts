type Words = Readonly<Record<string, string>>;

/** A filter that is on, as its chip names it. */
export type Chip = { readonly key: string; readonly value: string; readonly text: string };

/** What the search page shows. It fills the parts that the page came with and words nothing itself. */
export class SearchView {
  readonly #root: HTMLElement;
  readonly #words: Words;

  constructor(root: HTMLElement, words: Words) {
    this.#root = root;
    this.#words = words;
  }

  get field(): HTMLInputElement {
    return this.#partOf('input[type="search"]', HTMLInputElement);
  }

  template(name: string): HTMLTemplateElement {
    return this.#partOf(`template[data-${name}]`, HTMLTemplateElement);
  }

  /** Leads keyboard and screen reader to the results. */
  turnTo(): void {
    const heading = this.#part('#results-h');
    (heading.hidden ? this.field : heading).focus();
  }

  /** Nothing is asked: the lists stand there. */
  rest(): void {
    this.#clear();
    this.#state({ head: '', said: '' });
    this.#show('[data-browse]', true);
  }

  /** Results of before stay until the new ones are there. */
  busy(): void {
    this.#part('.results').setAttribute('aria-busy', 'true');
    if (this.#part('.rows').childElementCount > 0) return;
    this.#state({ head: this.#word('loading'), said: '' });
    this.#show('[data-browse]', false);
  }

  /** One page of the results, how many there are, and the words they lack. */
  results(rows: readonly HTMLElement[], count: number, missing: readonly string[]): void {
    const words = missing.join(' ');
    const note = words === '' ? '' : this.#word('partial', { words });
    this.#fill(rows, this.#word('count', { count }), note);
  }

  nothing(query: string, hasFilters: boolean): void {
    this.#fill([], this.#word(query === '' ? 'emptyFilters' : 'empty', { query }), '');
    this.#show('[data-none]', true);
    this.#show('[data-none] [data-clear]', hasFilters);
  }

  failed(): void {
    this.#fill([], this.#word('failed'), this.#word('failedTip'));
  }

  chips(chips: readonly Chip[]): void {
    const list = this.#part('.applied');
    for (const chip of list.querySelectorAll('[data-chip]')) chip.remove();
    const made = chips.flatMap(({ key, value, text }) => {
      const chip = this.template('chip').content.firstElementChild?.cloneNode(true);
      if (!(chip instanceof HTMLElement)) return [];
      Object.assign(chip.dataset, { chip: '', key, value });
      const name = chip.querySelector('[data-text]');
      if (name) name.textContent = text;
      return [chip];
    });
    list.prepend(...made);
    list.hidden = chips.length === 0;
    this.#part('[data-on]').textContent = chips.length === 0 ? '' : `(${String(chips.length)})`;
  }

  pager(page: number, pages: number, addressOf: (page: number) => string): void {
    this.#show('[data-pager]', pages > 1);
    this.#part('[data-pages]').textContent = this.#word('page', { page, pages });
    for (const [name, target] of [
      ['previous', page - 1],
      ['next', page + 1],
    ] as const) {
      const link = this.#part(`[data-${name}]`);
      link.hidden = target < 1 || target > pages;
      link.setAttribute('href', addressOf(target));
    }
  }

  hints(hints: readonly HTMLElement[]): void {
    this.#part('[data-hints]').replaceChildren(...hints);
  }

  #fill(rows: readonly HTMLElement[], head: string, note: string): void {
    this.#clear();
    this.#part('.rows').replaceChildren(...rows);
    this.#part('[data-note]').textContent = note;
    this.#show('[data-note]', note !== '');
    this.#state({ head, said: [head, note].filter(Boolean).join('. ') });
    this.#show('[data-browse]', rows.length === 0);
  }

  #part(selector: string): HTMLElement {
    return this.#partOf(selector, HTMLElement);
  }

  #partOf<E extends Element>(selector: string, type: new () => E): E {
    const found = this.#root.querySelector(selector);
    if (!(found instanceof type)) throw new Error(`The search page has no "${selector}".`);
    return found;
  }

  #word(name: string, values: Readonly<Record<string, string | number>> = {}): string {
    const text = this.#words[name] ?? '';
    return text.replace(/\{(\w+)\}/g, (gap, key: string) => String(values[key] ?? gap));
  }

  #clear(): void {
    this.#part('.results').removeAttribute('aria-busy');
    this.#part('.rows').replaceChildren();
    for (const part of ['[data-note]', '[data-none]', '[data-pager]']) this.#show(part, false);
    this.hints([]);
  }

  #state({ head, said }: { head: string; said: string }): void {
    const heading = this.#part('#results-h');
    heading.textContent = head;
    heading.hidden = head === '';
    this.#part('[data-said]').textContent = said;
  }

  #show(selector: string, isShown: boolean): void {
    this.#part(selector).hidden = !isShown;
  }
}
