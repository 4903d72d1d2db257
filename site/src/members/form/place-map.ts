/**
 * The map under the list of towns. What is pressed on it is the picker's affair; here it opens
 * where something is chosen, and the very spot of a practice is marked and shown.
 */
import { type Cone, fromSheet, toSheet } from '../../drawing/cone.ts';
import { piece } from '../pieces.ts';
import { numberOf } from '../unknown.ts';
import { readField, writeField } from './field-values.ts';

class PlaceMap extends HTMLElement {
  /** The next press on the map marks the spot. */
  #isMarking = false;

  connectedCallback(): void {
    for (const town of this.querySelectorAll<HTMLElement>('[data-at]')) {
      // Pages carry no style attributes: their policy allows none.
      town.style.cssText = town.dataset.at ?? '';
    }
    piece(this, 'details', HTMLElement).addEventListener('toggle', () => this.#open());
    this.closest('form')?.addEventListener('input', () => this.#showSpot());
    piece(this, '[data-mark]', HTMLElement).addEventListener('click', () => {
      this.#mark(!this.#isMarking);
    });
    this.#map.addEventListener('click', (event) => this.#pressed(event));
  }

  get #map(): HTMLElement {
    return piece(this, '.pick-map', HTMLElement);
  }

  get #cone(): Cone {
    const numbers = (this.dataset.cone ?? '').split(' ').map(Number);
    const [opening = 0, reach = 0, x = 0, y = 0, meridian = 0] = numbers;
    return [opening, reach, x, y, meridian];
  }

  get #fields(): HTMLElement[] {
    return ['longitude', 'latitude'].map((name) =>
      piece(document, `[data-name="${name}"]`, HTMLElement),
    );
  }

  /** Where the map is wider than the page, it shows what is chosen, or its middle. */
  #open(): void {
    const frame = piece(this, '.pick-scroll', HTMLElement);
    const chosen = frame.querySelector<HTMLElement>('[aria-pressed="true"]');
    frame.scrollLeft = (chosen?.offsetLeft ?? frame.scrollWidth / 2) - frame.clientWidth / 2;
    this.#showSpot();
  }

  #mark(isMarking: boolean): void {
    this.#isMarking = isMarking;
    this.toggleAttribute('data-marking', isMarking);
    piece(this, '[data-mark]', HTMLElement).ariaPressed = String(isMarking);
  }

  #pressed({ target, clientX, clientY }: MouseEvent): void {
    const isOfTown = target instanceof Element && target.closest('[data-ref]');
    if (!this.#isMarking || isOfTown) return;
    const { left, top, width } = this.#map.getBoundingClientRect();
    const share = 100 / width;
    const spot = fromSheet(this.#cone, (clientX - left) * share, (clientY - top) * share);
    for (const [index, field] of this.#fields.entries()) {
      // A hundredth of a degree is about what a finger can tell here.
      writeField(field, Math.round((spot[index] ?? 0) * 100) / 100);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    this.#mark(false);
  }

  #showSpot(): void {
    const [longitude, latitude] = this.#fields.map((field) => numberOf(readField(field)));
    const [x, y] = toSheet(this.#cone, longitude ?? 0, latitude ?? 0);
    const spot = piece(this, '.pick-spot', HTMLElement);
    // Far away, or half known: nothing to show here.
    spot.hidden = !longitude || !latitude || !(x > 0 && x < 100 && y > 0 && y < 84);
    spot.style.cssText = `--x:${x};--y:${y}`;
  }
}

customElements.define('place-map', PlaceMap);
