import { z } from 'zod';
import { cityData } from '../documents/support.js';
import type { StoredCity } from './stored-cities.js';

const CITIES = 'content-manager/collection-types/api::city.city';
const none: StoredCity = { draft: null, live: null, changes: 0 };
const savedSchema = z.object({ data: z.object({ documentId: z.string() }) });

type Ask = (method: string, place: string, body?: object) => Promise<unknown>;

/** Writes cities of her own without a pause, one request after the other, until none is answered. */
export class BusyEditor {
  /** What she was told was done, by document. */
  readonly known = new Map<string, StoredCity>();
  /** What a request that was not answered yet makes of a city. */
  pending: { id: string; becomes: StoredCity } | null = null;
  readonly #ask: Ask;
  readonly #random: () => number;
  readonly #name: string;
  #count = 0;

  constructor(name: string, options: { url: string; token: string; random: () => number }) {
    this.#name = name;
    this.#random = options.random;
    this.#ask = async (method, place, body) => {
      const response = await fetch(`${options.url}/${CITIES}${place}`, {
        method,
        headers: {
          authorization: `Bearer ${options.token}`,
          'content-type': 'application/json',
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      if (!response.ok) throw new RefusedError(`${method} ${place}: ${response.status} ${text}`);
      const answer: unknown = JSON.parse(text);
      return answer;
    };
  }

  /** Resolves when the CMS is gone; throws a RefusedError when it refuses something. */
  async work(): Promise<void> {
    try {
      for (;;) await this.#act();
    } catch (error) {
      if (error instanceof RefusedError) throw error;
    }
  }

  /** Goes on from what is stored, when it is known what became of the request without an answer. */
  takeUp(cities: ReadonlyMap<string, StoredCity>): void {
    for (const id of this.known.keys()) this.known.set(id, cities.get(id) ?? none);
    this.pending = null;
  }

  async #act(): Promise<void> {
    this.#count += 1;
    const mark = `${this.#name} ${this.#count}`;
    const texts = { name: mark, summary: mark, sources: [{ label: mark }] };
    const kept = [...this.known].filter(([, { draft }]) => draft !== null);
    const [id, city] = kept[this.#random() % 4] ?? [];
    if (id === undefined || city === undefined) {
      const answer = await this.#ask('POST', '?locale=en', cityData(texts));
      this.known.set(savedSchema.parse(answer).data.documentId, { ...none, draft: mark });
      return;
    }
    const { live, changes } = city;
    const told = { ...city, changes: changes + 1 };
    const publish = () =>
      this.#does(id, { ...told, draft: mark, live: mark }, 'POST', '/actions/publish', texts);
    const choice = this.#random() % 10;
    if (choice < 2) await this.#does(id, { ...city, draft: mark }, 'PUT', '', texts);
    else if (choice < 4 && live !== null)
      await this.#does(id, { ...told, live: null }, 'POST', '/actions/unpublish', {});
    else if (choice < 5)
      await this.#does(id, { ...none, changes: changes + (live ? 1 : 0) }, 'DELETE', '');
    else await publish();
  }

  async #does(
    id: string,
    becomes: StoredCity,
    method: string,
    action: string,
    body?: object,
  ): Promise<void> {
    this.pending = { id, becomes };
    try {
      await this.#ask(method, `/${id}${action}?locale=en`, body);
    } catch (error) {
      // What was refused was not done.
      if (error instanceof RefusedError) this.pending = null;
      throw error;
    }
    this.known.set(id, becomes);
    this.pending = null;
  }
}

/** An answer that says no: the CMS is there, and something is wrong. */
export class RefusedError extends Error {
  override name = 'RefusedError';
}
