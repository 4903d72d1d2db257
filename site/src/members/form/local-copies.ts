/**
 * Copies of what is being written, on this device: one for each account, entry and tab, written at
 * every input and gone when the server has the same. What a crash leaves behind is offered again.
 */
import { type Fields, fieldsOf, numberOf, parseJson } from '../unknown.ts';

export interface LocalCopy {
  readonly tab: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The version on the server that it was written from. */
  readonly version: number;
  /** What the server held then, and what is written now. */
  readonly base: Fields;
  readonly fields: Fields;
}

export type CopyStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** What the names of all copies of an account begin with. */
export const copiesOf = (account: string) => `see-copy/${account}/`;

export class LocalCopies {
  readonly #store: CopyStore;
  readonly #prefix: string;
  readonly #tab: string;

  /** `entry` is its type and id, or its type and `new`. */
  constructor(store: CopyStore, account: string, entry: string, tab: string) {
    this.#store = store;
    this.#prefix = `${copiesOf(account)}${entry}/`;
    this.#tab = tab;
  }

  /** False where the device takes no more. */
  keep(copy: Omit<LocalCopy, 'tab'>): boolean {
    try {
      this.#store.setItem(this.#prefix + this.#tab, JSON.stringify(copy));
      return true;
    } catch {
      return false;
    }
  }

  drop(tab = this.#tab): void {
    this.#store.removeItem(this.#prefix + tab);
  }

  /** After a reload: what this tab left is put where its new writing does not cover it. */
  setAside(): void {
    const left = this.#store.getItem(this.#prefix + this.#tab);
    if (left === null) return;
    this.#store.removeItem(this.#prefix + this.#tab);
    this.#store.setItem(`${this.#prefix}left-${crypto.randomUUID()}`, left);
  }

  /** Copies of this entry that no open tab is writing, newest first. */
  leftBehind(openTabs: ReadonlySet<string>): LocalCopy[] {
    const names = Array.from({ length: this.#store.length }, (_, index) => this.#store.key(index));
    return names
      .flatMap((name) => {
        if (!name?.startsWith(this.#prefix)) return [];
        const tab = name.slice(this.#prefix.length);
        if (tab === this.#tab || openTabs.has(tab)) return [];
        const copy = fieldsOf(parseJson(this.#store.getItem(name) ?? ''));
        const at = numberOf(copy.at);
        if (at === null) return [];
        const { base, fields } = copy;
        const version = numberOf(copy.version) ?? 0;
        return [{ tab, at, version, base: fieldsOf(base), fields: fieldsOf(fields) }];
      })
      .sort((one, other) => other.at - one.at);
  }
}
