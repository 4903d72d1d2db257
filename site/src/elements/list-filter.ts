/**
 * Filters, counts and sorts the rows of a list in the page. The address keeps the whole state, so a
 * reload, the way back and a shared link show the same. Rows carry `data-facets="country:GR …"` and
 * `data-rank="title:3 …"`; a filter is a checkbox whose name and value make such a token.
 */
import { type Row, renumber } from './list-row.ts';
import { countFor, type Filter, passes, ranksOf, words } from './filter-rows.ts';

function filterOf({ name, value, dataset }: HTMLInputElement): Filter {
  return { name, token: `${name}:${value}`, isStrict: dataset.mode === 'all' };
}

class ListFilter extends HTMLElement {
  #rows: Row[] = [];
  #boxes: HTMLInputElement[] = [];
  #sort: HTMLSelectElement | null = null;

  connectedCallback(): void {
    this.#boxes = [...this.querySelectorAll<HTMLInputElement>('input[type="checkbox"][name]')];
    this.#sort = this.querySelector('#sort');
    this.#rows = [...this.querySelectorAll<HTMLElement>('.rows > .row')].map((element) => ({
      element,
      tokens: new Set(words(element.dataset.facets)),
      ranks: ranksOf(element.dataset.rank),
      pins: this.#pinsOf(element),
    }));
    this.addEventListener('change', () => this.#changed());
    this.querySelector('[data-clear]')?.addEventListener('click', () => {
      for (const box of this.#boxes) box.checked = false;
      this.#changed();
      this.#heading?.focus();
    });
    window.addEventListener('popstate', () => this.#restore());
    // Some browsers put back the ticks of an earlier visit after this; the address is right.
    window.addEventListener('pageshow', () => this.#restore());
    this.#restore();
  }

  get #heading(): HTMLElement | null {
    return this.querySelector('#results-h');
  }

  /** Signs of the map that lead to this row, or to the page the row leads to, with their lines. */
  #pinsOf(row: HTMLElement): Element[] {
    const page = row.querySelector('h3 a')?.getAttribute('href');
    return [...this.querySelectorAll('.list-map :is(.marks a, .leaders [data-of])')].filter(
      (pin) => {
        const href = pin.getAttribute('href') ?? pin.getAttribute('data-of');
        return href === `#${row.id}` || (page !== null && href === page);
      },
    );
  }

  #restore(): void {
    const query = new URLSearchParams(location.search);
    for (const box of this.#boxes) box.checked = query.getAll(box.name).includes(box.value);
    const order = query.get('sort');
    if (this.#sort) {
      const isKnown = [...this.#sort.options].some(({ value }) => value === order);
      this.#sort.selectedIndex = 0;
      if (isKnown && order !== null) this.#sort.value = order;
    }
    this.#show();
  }

  #changed(): void {
    const query = new URLSearchParams(location.search);
    for (const { name } of this.#boxes) query.delete(name);
    for (const box of this.#boxes) if (box.checked) query.append(box.name, box.value);
    query.delete('sort');
    if (this.#sort && this.#sort.selectedIndex > 0) query.set('sort', this.#sort.value);
    const search = query.size === 0 ? '' : `?${query.toString()}`;
    history.replaceState(history.state, '', `${location.pathname}${search}${location.hash}`);
    this.#show();
    this.#say();
  }

  #show(): void {
    const checked = this.#boxes.filter((box) => box.checked);
    const on = checked.map(filterOf);
    const shown = this.#ordered().filter((row) => {
      const isIn = passes(row.tokens, on);
      row.element.hidden = !isIn;
      for (const pin of row.pins) pin.toggleAttribute('hidden', !isIn);
      return isIn;
    });
    shown.forEach((row, index) => renumber(row, index + 1));
    this.#count(on);
    this.#apply(checked);
    const { all = '', some = '' } = this.#heading?.dataset ?? {};
    const text = on.length === 0 ? all : some.replace('{shown}', String(shown.length));
    if (this.#heading) this.#heading.textContent = text;
    this.querySelector('.none')?.toggleAttribute('hidden', shown.length > 0);
  }

  /** Puts the rows into the chosen order and answers them in it. */
  #ordered(): Row[] {
    const order = this.#sort?.value ?? '';
    const rank = (row: Row): number => row.ranks.get(order) ?? 0;
    const sorted = [...this.#rows].sort((a, b) => rank(a) - rank(b));
    const isMoved = sorted.some((row, index) => row !== this.#rows[index]);
    if (isMoved) this.querySelector('.rows')?.append(...sorted.map(({ element }) => element));
    this.#rows = sorted;
    return sorted;
  }

  /** Each value's count is what it would leave, given the filters of the other facets. */
  #count(on: readonly Filter[]): void {
    const rows = this.#rows.map(({ tokens }) => tokens);
    for (const box of this.#boxes) {
      const label = box.closest('label')?.querySelector('.n');
      if (label) label.textContent = String(countFor(rows, on, filterOf(box)));
    }
  }

  #apply(on: readonly HTMLInputElement[]): void {
    const list = this.querySelector('.applied');
    const template = this.querySelector<HTMLTemplateElement>('template[data-chip]');
    if (!list || !template) return;
    for (const chip of list.querySelectorAll('[data-token]')) chip.remove();
    const chips = on.map((box) => {
      const chip = template.content.firstElementChild?.cloneNode(true);
      if (!(chip instanceof HTMLElement)) return '';
      chip.dataset.token = filterOf(box).token;
      const text = chip.querySelector('[data-text]');
      if (text) text.textContent = box.dataset.text ?? box.value;
      chip.querySelector('button')?.addEventListener('click', () => this.#takeOff(box));
      return chip;
    });
    list.prepend(...chips);
    list.toggleAttribute('hidden', on.length === 0);
    const count = this.querySelector<HTMLElement>('[data-on]');
    if (count) count.textContent = on.length === 0 ? '' : `(${String(on.length)})`;
  }

  /** The pressed chip goes away: the focus stays in its place, on the next one or the heading. */
  #takeOff(box: HTMLInputElement): void {
    const before = [...this.querySelectorAll<HTMLElement>('.applied [data-token]')];
    const place = before.findIndex((chip) => chip.dataset.token === filterOf(box).token);
    box.checked = false;
    this.#changed();
    const after = [...this.querySelectorAll<HTMLElement>('.applied [data-token] button')];
    (after[Math.min(place, after.length - 1)] ?? this.#heading)?.focus();
  }

  #say(): void {
    const said = this.querySelector('[data-said]');
    if (said) said.textContent = this.#heading?.textContent ?? '';
  }
}

customElements.define('list-filter', ListFilter);
