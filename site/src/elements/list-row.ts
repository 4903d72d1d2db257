import type { Tokens } from './filter-rows.ts';

/** A row of a list with what the filter reads off it, and its signs on the map. */
export type Row = {
  readonly element: HTMLElement;
  readonly tokens: Tokens;
  readonly ranks: ReadonlyMap<string, number>;
  readonly pins: readonly Element[];
};

/** Numbers a row, and its pins on the map alike. */
export function renumber(row: Row, number: number): void {
  const text = String(number);
  const own = row.element.querySelector('.row-n');
  if (own) own.textContent = text;
  for (const pin of row.pins) {
    const sign = pin.querySelector('.pin-n');
    if (!sign) continue;
    sign.textContent = text;
    pin.setAttribute('aria-label', (pin.getAttribute('aria-label') ?? '').replace(/^\d+/, text));
  }
}
