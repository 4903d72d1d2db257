/**
 * The search page. The address keeps what is asked, so a reload, the way back and a shared link show
 * the same. Nothing of the index is loaded before the reader turns to the field or asks something.
 */
import { type Answer, answerTo } from '../search/answer.ts';
import { type Hit, SearchEngine } from '../search/engine.ts';
import { FacetPanel } from '../search/facet-panel.ts';
import { openIndex } from '../search/pagefind.ts';
import { loadPlanningTerms, makeHints } from '../search/planning-hint.ts';
import { makeRow } from '../search/result-row.ts';
import { SearchView } from '../search/search-view.ts';
import { readState, type SearchState, writeState } from '../search/state.ts';
import type { PlanningTerm } from '../search/terms.ts';
import { readWords } from '../search/words.ts';

const folder = '/pagefind/';
/** A pause in typing after which is searched, in milliseconds. */
const pause = 180;

class SiteSearch extends HTMLElement {
  #view = new SearchView(this, {});
  #panel = new FacetPanel(this);
  #engine: Promise<SearchEngine> | null = null;
  #terms: Promise<readonly PlanningTerm[]> | null = null;
  #timer = 0;
  /** Counts the questions: an answer that comes after a newer question is dropped. */
  #asked = 0;
  #hits: readonly Hit[] = [];

  connectedCallback(): void {
    this.#view = new SearchView(this, readWords(this.dataset.words));
    this.#panel = new FacetPanel(this);
    const field = this.#view.field;
    field.addEventListener('focus', () => void this.#load().catch(() => null), { once: true });
    field.addEventListener('input', () => {
      window.clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => this.#ask(false), pause);
    });
    this.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#ask(true);
    });
    this.addEventListener('change', ({ target }) => target !== field && this.#ask(true));
    this.addEventListener('click', (event) => this.#clicked(event));
    this.addEventListener('toggle', () => void this.#count(this.#asked), { capture: true });
    window.addEventListener('popstate', () => this.#restore());
    document.addEventListener('keydown', (event) => this.#pressed(event));
    this.#restore();
  }

  #load(): Promise<SearchEngine> {
    this.#engine ??= openIndex(folder).then((index) => new SearchEngine(index));
    return this.#engine;
  }

  #restore(): void {
    const state = readState(location.search, this.#panel.keys);
    this.#view.field.value = state.query;
    this.#panel.choose(state.filters);
    void this.#show(state);
  }

  /** Asks what stands in the field and the facets; a step is something to come back to. */
  #ask(isStep: boolean): void {
    window.clearTimeout(this.#timer);
    const query = this.#view.field.value.trim();
    const state = { query, filters: this.#panel.chosen, page: 1 };
    const address = addressOf(state);
    if (address !== location.pathname + location.search) {
      if (isStep) history.pushState(null, '', address);
      else history.replaceState(history.state, '', address);
    }
    void this.#show(state);
  }

  async #show(state: SearchState): Promise<void> {
    const asked = ++this.#asked;
    this.#view.chips(this.#panel.chipsOf(state.filters));
    if (state.query === '' && state.filters.size === 0) {
      this.#view.rest();
      return;
    }
    this.#view.busy();
    let isAnswered: boolean;
    do isAnswered = await this.#answer(state, asked);
    while (asked === this.#asked && (await this.#isOutdated()));
    if (!isAnswered) this.#engine = null;
  }

  /** True when the answer, or that there was none, could be shown as it is. */
  async #answer(state: SearchState, asked: number): Promise<boolean> {
    try {
      const answer = await answerTo(await this.#load(), state);
      if (asked !== this.#asked) return true;
      this.#hits = answer.hits;
      this.#present(state, answer);
      await this.#count(asked);
      await this.#hint(state.query, asked);
      return true;
    } catch {
      if (asked === this.#asked) this.#view.failed();
      return false;
    }
  }

  /** A publish takes files of the index away, also while the page asks it: then the new one is asked. */
  async #isOutdated(): Promise<boolean> {
    try {
      const engine = await this.#engine;
      if (engine === null || (await engine.isCurrent())) return false;
      this.#engine = null;
      return true;
    } catch {
      // Without a line Pagefind finds nothing and does not say why.
      if (this.#hits.length === 0) this.#view.failed();
      return false;
    }
  }

  #present(state: SearchState, { entries, isMatch, count, missing, page, pages }: Answer): void {
    if (count === 0) {
      this.#view.nothing(state.query, state.filters.size > 0);
      return;
    }
    const kinds = readWords(this.dataset.kinds);
    const settings = {
      template: this.#view.template('row'),
      ...this.#reader,
      labelOf: (key: string, value: string) => this.#panel.labelOf(key, value),
      kindOf: (type: string) => kinds[type] ?? type,
    };
    const rows = entries.flatMap((entry) => makeRow(settings, entry, isMatch) ?? []);
    this.#view.results(rows, count, missing);
    this.#view.pager(page, pages, (to) => addressOf({ ...state, page: to }));
  }

  get #reader() {
    return { language: document.documentElement.lang, prefix: this.dataset.prefix ?? '' };
  }

  async #count(asked: number): Promise<void> {
    if (this.#engine === null || asked === 0) return;
    await this.#panel.count(await this.#engine, this.#hits, () => asked === this.#asked);
  }

  async #hint(query: string, asked: number): Promise<void> {
    this.#terms ??= loadPlanningTerms(folder);
    const terms = await this.#terms;
    if (asked !== this.#asked) return;
    const template = this.#view.template('hint');
    const searchFor = (text: string) => addressOf({ query: text, filters: new Map(), page: 1 });
    this.#view.hints(makeHints({ template, ...this.#reader, searchFor }, query, terms));
  }

  /** Chips, and links to another state of this page, work in place. */
  #clicked(event: MouseEvent): void {
    const target = event.target instanceof Element ? event.target : this;
    const chip = target.closest<HTMLElement>('[data-chip], [data-clear]');
    if (chip) {
      this.#panel.takeOff(chip.dataset);
      this.#ask(true);
      this.#view.turnTo();
      return;
    }
    const link = target.closest('a');
    const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!link || !isPlain || link.pathname !== location.pathname || link.search === '') return;
    event.preventDefault();
    history.pushState(null, '', link.href);
    this.#restore();
    this.#view.turnTo();
  }

  #pressed(event: KeyboardEvent): void {
    const isTyping = document.activeElement?.matches('input, textarea, select');
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
    event.preventDefault();
    this.#view.field.select();
  }
}

function addressOf(state: SearchState): string {
  return location.pathname + writeState(state);
}

customElements.define('site-search', SiteSearch);
