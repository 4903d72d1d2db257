/**
 * The search page. The address keeps what is asked, so a reload, the way back and a shared link show
 * the same. Nothing of the index is loaded before the reader turns to the field or asks something.
 */
import { type Found, type Hit, SearchEngine } from '../search/engine.ts';
import { FacetPanel, passing } from '../search/facet-panel.ts';
import { loadPagefind } from '../search/pagefind.ts';
import { loadPlanningTerms, makeHints } from '../search/planning-hint.ts';
import { makeRow } from '../search/result-row.ts';
import { SearchView } from '../search/search-view.ts';
import { readState, type SearchState, writeState } from '../search/state.ts';
import type { PlanningTerm } from '../search/terms.ts';
import { readWords } from '../search/words.ts';

const folder = '/pagefind/';
const perPage = 10;
/** A pause in typing after which is searched, in milliseconds. */
const pause = 180;

class SiteSearch extends HTMLElement {
  #view = new SearchView(this, {});
  #panel = new FacetPanel(this);
  #kinds: Readonly<Record<string, string>> = {};
  #engine: Promise<SearchEngine> | null = null;
  #terms: Promise<readonly PlanningTerm[]> | null = null;
  #timer = 0;
  /** Counts the questions: an answer that comes after a newer question is dropped. */
  #asked = 0;
  #hits: readonly Hit[] = [];

  connectedCallback(): void {
    this.#view = new SearchView(this, readWords(this.dataset.words));
    this.#panel = new FacetPanel(this);
    this.#kinds = readWords(this.dataset.kinds);
    const field = this.#field;
    field.addEventListener('focus', () => void this.#load().catch(() => null), { once: true });
    field.addEventListener('input', () => {
      window.clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => this.#go(false), pause);
    });
    this.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#go(true);
    });
    this.addEventListener('change', ({ target }) => target !== field && this.#go(true));
    this.addEventListener('click', (event) => this.#clicked(event));
    this.addEventListener('toggle', () => void this.#count(this.#asked), { capture: true });
    window.addEventListener('popstate', () => this.#restore());
    document.addEventListener('keydown', (event) => this.#pressed(event));
    this.#restore();
  }

  get #field(): HTMLInputElement {
    const field = this.querySelector<HTMLInputElement>('input[type="search"]');
    if (!field) throw new Error('The search page has no field.');
    return field;
  }

  get #prefix(): string {
    return this.dataset.prefix ?? '';
  }

  get #language(): string {
    return document.documentElement.lang;
  }

  #load(): Promise<SearchEngine> {
    this.#engine ??= loadPagefind(folder).then((pagefind) => new SearchEngine(pagefind));
    return this.#engine;
  }

  #restore(): void {
    const state = readState(location.search, this.#panel.keys);
    this.#field.value = state.query;
    this.#panel.choose(state.filters);
    void this.#show(state);
  }

  /** Asks what stands in the field and the facets; `isStep` makes it one to go back from. */
  #go(isStep: boolean): void {
    window.clearTimeout(this.#timer);
    const query = this.#field.value.trim();
    const state = { query, filters: this.#panel.chosen, page: 1 };
    const address = location.pathname + writeState(state);
    if (address !== location.pathname + location.search) {
      if (isStep) history.pushState(null, '', address);
      else history.replaceState(history.state, '', address);
    }
    void this.#show(state);
  }

  async #show(state: SearchState): Promise<void> {
    const asked = ++this.#asked;
    this.#view.chips(this.#chipsOf(state));
    if (state.query === '' && state.filters.size === 0) return this.#view.rest();
    this.#view.busy();
    try {
      const engine = await this.#load();
      const found = await this.#find(engine, state.query);
      const left = await passing(engine, found.hits, state.filters);
      const pages = Math.max(1, Math.ceil(left.length / perPage));
      const page = Math.min(state.page, pages);
      const shown = left.slice((page - 1) * perPage, page * perPage);
      const entries = await Promise.all(shown.map(({ load }) => load()));
      if (asked !== this.#asked) return;
      this.#hits = found.hits;
      if (left.length === 0) this.#nothing(state);
      else {
        const rows = entries.flatMap(
          (each) => makeRow(this.#rowSettings, each, found.isMatch) ?? [],
        );
        this.#view.results(
          rows,
          this.#view.word('count', { count: left.length }),
          this.#note(found),
        );
        this.#view.pager(
          page,
          pages,
          (to) => location.pathname + writeState({ ...state, page: to }),
        );
      }
      await this.#count(asked);
      await this.#hint(state.query, asked);
    } catch {
      this.#engine = null;
      if (asked === this.#asked) this.#view.failed();
    }
  }

  async #find(engine: SearchEngine, query: string): Promise<Found> {
    if (query !== '') return engine.find(query);
    return { hits: await engine.all(), missing: [], isMatch: () => false };
  }

  #nothing({ query, filters }: SearchState): void {
    const head = this.#view.word(query === '' ? 'emptyFilters' : 'empty', { query });
    this.#view.nothing(head, filters.size > 0);
  }

  #note({ missing }: Found): string {
    return missing.length === 0 ? '' : this.#view.word('partial', { words: missing.join(' ') });
  }

  get #rowSettings() {
    return {
      template: this.#view.template('row'),
      language: this.#language,
      prefix: this.#prefix,
      labelOf: (key: string, value: string) => this.#panel.labelOf(key, value),
      kindOf: (type: string) => this.#kinds[type] ?? type,
    };
  }

  #chipsOf({ filters }: SearchState) {
    return [...filters].flatMap(([key, values]) =>
      values.map((value) => ({ key, value, text: this.#panel.labelOf(key, value) ?? value })),
    );
  }

  async #count(asked: number): Promise<void> {
    if (this.#engine === null || asked === 0) return;
    await this.#panel.count(await this.#engine, this.#hits, () => asked === this.#asked);
  }

  async #hint(query: string, asked: number): Promise<void> {
    this.#terms ??= loadPlanningTerms(folder);
    const terms = await this.#terms;
    if (asked !== this.#asked) return;
    const searchFor = (text: string): string =>
      location.pathname + writeState({ query: text, filters: new Map(), page: 1 });
    const template = this.#view.template('hint');
    const settings = { template, language: this.#language, prefix: this.#prefix, searchFor };
    this.#view.hints(makeHints(settings, query, terms));
  }

  /** Chips, and links to another state of this page, work in place. */
  #clicked(event: MouseEvent): void {
    const { target } = event;
    if (!(target instanceof Element)) return;
    const chip = target.closest<HTMLElement>('[data-chip]');
    const isClear = target.closest('[data-clear]') !== null;
    if (chip || isClear) {
      this.#panel.takeOff(isClear ? null : (chip?.dataset ?? null));
      this.#go(true);
      return this.#view.heading.focus();
    }
    const link = target.closest('a');
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (!link || !isPlain || link.pathname !== location.pathname || link.search === '') return;
    event.preventDefault();
    history.pushState(null, '', link.href);
    this.#restore();
    this.#view.heading.hidden = false;
    this.#view.heading.focus();
  }

  #pressed(event: KeyboardEvent): void {
    const isField = document.activeElement?.matches('input, textarea, select, [contenteditable]');
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isField) return;
    event.preventDefault();
    this.#field.focus();
    this.#field.select();
  }
}

customElements.define('site-search', SiteSearch);
