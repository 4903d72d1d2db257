/** Random numbers that are the same in every run: mulberry32. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** From 0 up to, not including, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(list: readonly T[]): T {
    const value = list[Math.floor(this.next() * list.length)];
    if (value === undefined) throw new Error('Nothing can be picked from an empty list.');
    return value;
  }

  /** Like `pick`, with the first of the list much more often than the last, as towns differ. */
  pickUneven<T>(list: readonly T[]): T {
    const value = list[Math.floor(this.next() ** 1.6 * list.length)];
    if (value === undefined) throw new Error('Nothing can be picked from an empty list.');
    return value;
  }

  /** Different ones, from `least` to `most` of them. */
  several<T>(list: readonly T[], least: number, most: number): T[] {
    const wanted = Math.min(this.whole(least, most), list.length);
    const chosen = new Set<T>();
    while (chosen.size < wanted) chosen.add(this.pick(list));
    return [...chosen];
  }

  /** As Strapi makes them: 24 small letters and digits. */
  documentId(): string {
    return Array.from({ length: 24 }, () => this.whole(0, 35).toString(36)).join('');
  }
}
