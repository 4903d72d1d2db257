/** The facets beside the results: checkboxes of the page, with a count that follows the search. */
import { unknownValue } from '../urls.ts';
import type { Hit, SearchEngine } from './engine.ts';
import type { Chip } from './search-view.ts';
import type { SearchState } from './state.ts';

export class FacetPanel {
  readonly #boxes: readonly HTMLInputElement[];
  readonly keys: readonly string[];

  constructor(root: ParentNode) {
    this.#boxes = [...root.querySelectorAll<HTMLInputElement>('.filters input[name]')];
    this.keys = [...new Set(this.#boxes.map(({ name }) => name))];
  }

  get chosen(): SearchState['filters'] {
    const on = this.#boxes.filter(({ checked }) => checked);
    return new Map(
      this.keys.flatMap((key) => {
        const values = on.filter(({ name }) => name === key).map(({ value }) => value);
        return values.length === 0 ? [] : [[key, values]];
      }),
    );
  }

  choose(filters: SearchState['filters']): void {
    for (const box of this.#boxes) {
      box.checked = filters.get(box.name)?.includes(box.value) ?? false;
    }
  }

  /** Takes one filter off, or all when none is named. */
  takeOff({ key, value }: { readonly key?: string; readonly value?: string }): void {
    for (const box of this.#boxes) {
      if (key === undefined || (box.name === key && box.value === value)) box.checked = false;
    }
  }

  chipsOf(filters: SearchState['filters']): Chip[] {
    return [...filters].flatMap(([key, values]) =>
      values.map((value) => ({ key, value, text: this.#chipText(key, value) })),
    );
  }

  /** "Not known" alone would not say what. */
  #chipText(key: string, value: string): string {
    const text = this.labelOf(key, value) ?? value;
    if (value !== unknownValue) return text;
    const box = this.#boxes.find(({ name }) => name === key);
    const title = box?.closest('.facet')?.querySelector('h3')?.textContent ?? key;
    return `${title}: ${text}`;
  }

  labelOf(key: string, value: string): string | null {
    const box = this.#boxes.find((each) => each.name === key && each.value === value);
    return box?.dataset.text ?? null;
  }

  /** Says beside each value of the open facets how many of the hits it would leave. */
  async count(
    engine: SearchEngine,
    hits: readonly Hit[],
    isStillWanted: () => boolean,
  ): Promise<void> {
    const open = this.#boxes.filter((box) => box.closest('details')?.open);
    for (const key of new Set(open.map(({ name }) => name))) {
      const left = await passing(engine, hits, this.chosen, key);
      for (const box of open.filter(({ name }) => name === key)) {
        const ids = await engine.having(key, box.value);
        if (!isStillWanted()) return;
        const count = box.closest('label')?.querySelector('.n');
        if (count) count.textContent = String(left.filter(({ id }) => ids.has(id)).length);
      }
    }
  }
}

/** The hits that pass the filters: any value of a facet, all facets; one facet can be left aside. */
export async function passing(
  engine: SearchEngine,
  hits: readonly Hit[],
  filters: SearchState['filters'],
  aside?: string,
): Promise<readonly Hit[]> {
  let left = hits;
  for (const [key, values] of filters) {
    if (key === aside) continue;
    const sets = await Promise.all(values.map((value) => engine.having(key, value)));
    left = left.filter(({ id }) => sets.some((ids) => ids.has(id)));
  }
  return left;
}
