/** Pages that are not as the content would have them, because that must not go live, and why. */
import { z } from 'zod';
import type { SnapshotWriter } from '../src/snapshot/writer.ts';
import { CheckFailedError } from './checks/check-failed-error.ts';
import { entryOfPath } from './entry-of-path.ts';
import type { StayingPage } from './render/earlier-release.ts';

const heldPages = z.array(
  z.object({
    page: z.string(),
    entry: z.string().nullable(),
    message: z.string(),
    /** It is new, so it does not stay as it was: it is not on the site, and nothing leads to it. */
    isLeftOut: z.boolean().default(false),
  }),
);
type HeldPage = z.infer<typeof heldPages>[number];

export class HeldBack {
  readonly #snapshotFile: string;
  readonly #pages = new Map<string, HeldPage>();

  constructor(snapshotFile: string) {
    this.#snapshotFile = snapshotFile;
  }

  hold(page: string, message: string): void {
    const entry = entryOfPath(this.#snapshotFile, page)?.ref ?? null;
    this.#pages.set(page, { page, message, entry, isLeftOut: false });
  }

  /** Withholds the entries of pages that are held and new; answers whether there are any. */
  leaveOut(pages: readonly StayingPage[], writer: SnapshotWriter): boolean {
    const entries = pages.flatMap(({ path }) => {
      const entry = entryOfPath(this.#snapshotFile, path);
      const held = this.#pages.get(path);
      if (!entry || !held) return [];
      this.#pages.set(path, { ...held, isLeftOut: true });
      return [entry];
    });
    writer.transaction(() => {
      for (const { type, id } of entries) writer.withhold(type, id);
    });
    return entries.length > 0;
  }

  release(pages: Iterable<{ readonly path: string }>): void {
    for (const { path } of pages) this.#pages.delete(path);
  }

  /** Forgets the pages that stay as they were, or those that are left out. */
  clear(what: 'staying' | 'left out'): void {
    for (const { page, isLeftOut } of this.list()) {
      if (isLeftOut === (what === 'left out')) this.#pages.delete(page);
    }
  }

  list(): HeldPage[] {
    return [...this.#pages.values()];
  }

  /** Of the pages that stay as they were. */
  paths(): Set<string> {
    return new Set(this.list().flatMap(({ page, isLeftOut }) => (isLeftOut ? [] : [page])));
  }

  /** What `restore` needs to know them again after a restart. */
  toText(): string {
    return JSON.stringify(this.list());
  }

  restore(text: string): void {
    for (const held of heldPages.parse(JSON.parse(text))) this.#pages.set(held.page, held);
  }

  /** Throws for pages of which there is no earlier one to show. */
  refuse(pages: readonly { readonly path: string }[]): void {
    const lost = new Set(pages.map(({ path }) => path));
    const held = this.list().filter(({ page }) => lost.has(page));
    if (held.length === 0) return;
    throw new CheckFailedError(
      held,
      held.flatMap(({ page, entry }) => (entry === null ? [] : [{ path: page, entry }])),
    );
  }
}
