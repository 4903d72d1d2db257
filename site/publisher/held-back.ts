/** Pages that stay as they were because what they would show now must not go live, and why. */
import { z } from 'zod';
import { CheckFailedError } from './checks/check-failed-error.ts';
import { entryOfPath } from './entry-of-path.ts';

const heldPages = z.array(
  z.object({ page: z.string(), entry: z.string().nullable(), message: z.string() }),
);
type HeldPage = z.infer<typeof heldPages>[number];

export class HeldBack {
  readonly #snapshotFile: string;
  readonly #pages = new Map<string, HeldPage>();

  constructor(snapshotFile: string) {
    this.#snapshotFile = snapshotFile;
  }

  hold(page: string, message: string): void {
    this.#pages.set(page, { page, message, entry: entryOfPath(this.#snapshotFile, page) });
  }

  release(pages: Iterable<{ readonly path: string }>): void {
    for (const { path } of pages) this.#pages.delete(path);
  }

  clear(): void {
    this.#pages.clear();
  }

  list(): HeldPage[] {
    return [...this.#pages.values()];
  }

  paths(): Set<string> {
    return new Set(this.#pages.keys());
  }

  /** What `restore` needs to know them again after a restart. */
  toText(): string {
    return JSON.stringify(this.list());
  }

  restore(text: string): void {
    for (const held of heldPages.parse(JSON.parse(text))) this.#pages.set(held.page, held);
  }

  /** Where nothing was rendered before, a page that is held back has no earlier one to show. */
  refuseAny(): void {
    const held = this.list();
    if (held.length === 0) return;
    throw new CheckFailedError(
      held,
      held.flatMap(({ page, entry }) => (entry === null ? [] : [{ path: page, entry }])),
    );
  }
}
