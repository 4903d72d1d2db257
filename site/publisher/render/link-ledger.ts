/**
 * Which pages link where. Fifty thousand pages link to the same places over and over: each address
 * is kept once, with the numbers of the pages that have it, and looked at once.
 */
export class LinkLedger {
  readonly #pages: string[] = [];
  readonly #pagesOf = new Map<string, number[]>();

  note(page: string, links: Iterable<string>): void {
    const number = this.#pages.push(page) - 1;
    for (const link of links) {
      const known = this.#pagesOf.get(link);
      if (known) known.push(number);
      else this.#pagesOf.set(copyOf(link), [number]);
    }
  }

  /** Every address with the pages that link to it. */
  *entries(): Generator<{ link: string; pages: readonly string[] }> {
    for (const [link, numbers] of this.#pagesOf) {
      yield { link, pages: numbers.map((number) => this.#pages[number] ?? '') };
    }
  }
}

/** A part of a page keeps the whole page in memory; a copy of the part does not. */
export function copyOf(text: string): string {
  return Buffer.from(text).toString();
}
