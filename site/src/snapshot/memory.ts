/** What a snapshot remembers between reads, and what each remembered value depends on. */
import type { Entry, EntryType } from '../collections/collection.ts';
import { type Derived, derivedNamed, type Projection, projectionsOf } from './derived.ts';
import { readKey } from './read-key.ts';
import type { Address } from './snapshot.ts';

/** Parsed entries kept of each type: enough for the pages of one edit, little for a small machine. */
const keptOfType = 500;

type Outcome = { value: unknown; reads: readonly string[] };
type Parts<T> = Map<string, T>;

type Reader = {
  part: (projection: Projection<unknown>, id: string) => unknown;
  compute: (derived: Derived<unknown>, argument: string) => unknown;
};

export class Memory {
  readonly #entries = new Map<EntryType, Map<string, Entry>>();
  readonly #addresses = new Map<EntryType, readonly Address[]>();
  readonly #projected = new Map<string, Parts<unknown>>();
  readonly #derived = new Map<string, Outcome>();
  /** What was read → keys of the derived values that read it: there are tens of thousands. */
  readonly #readers = new Map<string, Set<string>>();
  /** Outcomes from before the change that is being taken in, not looked at yet. */
  readonly #stale = new Map<string, Outcome>();
  /** The innermost one notes what is read now. */
  readonly #logs: Set<string>[] = [];

  note(key: string): void {
    this.#logs.at(-1)?.add(key);
  }

  async recorded<T>(read: () => Promise<T>): Promise<{ value: T; reads: ReadonlySet<string> }> {
    if (this.#logs.length > 0) throw new Error('Only one page can be recorded at a time.');
    const reads = new Set<string>();
    this.#logs.push(reads);
    try {
      return { value: await read(), reads };
    } finally {
      this.#logs.pop();
    }
  }

  entry(type: EntryType, id: string, read: () => Entry | null): Entry | null {
    const ofType = this.#entriesOf(type);
    const known = ofType.get(id);
    if (known) return known;
    const entry = read();
    if (!entry) return null;
    ofType.set(id, entry);
    if (ofType.size > keptOfType) {
      const [oldest] = ofType.keys();
      if (oldest !== undefined) ofType.delete(oldest);
    }
    return entry;
  }

  addresses(type: EntryType, read: () => readonly Address[]): readonly Address[] {
    const known = this.#addresses.get(type);
    if (known) return known;
    const addresses = read();
    this.#addresses.set(type, addresses);
    return addresses;
  }

  projected<T>({ name }: Projection<T>, make: () => Map<string, T>): Parts<T> {
    const known = this.#projected.get(name);
    // A projection's name stands for one projection, so what is kept under it are its parts.
    if (known) return known as Parts<T>;
    const parts = make();
    this.#projected.set(name, parts);
    return parts;
  }

  derived<T>({ name }: Derived<T>, argument: string, compute: () => T): T {
    const key = readKey.derived(name, argument);
    const known = this.#derived.get(key) ?? this.#recompute(key, compute);
    // A derived value's name stands for one computation, so what is kept under it is its outcome.
    return known.value as T;
  }

  takeIn(given: ReadonlySet<string>, reader: Reader): Set<string> {
    const changed = new Set(given);
    for (const key of given) {
      const [kind, type = '', id = ''] = key.split(' ');
      if (kind === 'addresses') this.#addresses.delete(type as EntryType);
      if (kind !== 'entry') continue;
      this.#entriesOf(type as EntryType).delete(id);
      for (const projection of projectionsOf(type as EntryType)) {
        if (this.#isPartChanged(projection, id, reader)) {
          changed.add(readKey.projection(projection.name));
        }
      }
    }
    this.#renewDerived(changed, reader);
    return changed;
  }

  #entriesOf(type: EntryType): Map<string, Entry> {
    const known = this.#entries.get(type);
    if (known) return known;
    const made = new Map<string, Entry>();
    this.#entries.set(type, made);
    return made;
  }

  /** True when the projection's part of this entry is another one now. */
  #isPartChanged(projection: Projection<unknown>, id: string, reader: Reader): boolean {
    const parts = this.#projected.get(projection.name);
    if (!parts) return true;
    const before = parts.get(id);
    const value = reader.part(projection, id);
    if (value === undefined) parts.delete(id);
    else parts.set(id, value);
    return !isSame(before, value);
  }

  /**
   * All that may be stale is set aside first, so that a value which asks for another one gets it
   * worked out anew, and then compared.
   */
  #renewDerived(changed: Set<string>, reader: Reader): void {
    const suspects = this.#suspects(changed);
    for (const key of suspects) {
      const outcome = this.#derived.get(key);
      if (!outcome) continue;
      this.#stale.set(key, outcome);
      this.#derived.delete(key);
      for (const read of outcome.reads) this.#readers.get(read)?.delete(key);
    }
    for (const key of suspects) this.#renew(key, changed, reader);
  }

  /** What read nothing that is different now stays as it is. */
  #renew(key: string, changed: Set<string>, reader: Reader): void {
    const before = this.#stale.get(key);
    if (!before) return;
    this.#stale.delete(key);
    const isStale = before.reads.some((read) => {
      this.#renew(read, changed, reader);
      return changed.has(read);
    });
    if (!isStale && !this.#derived.has(key)) {
      this.#keep(key, before);
      return;
    }
    const [, name = '', argument = ''] = key.split(' ');
    const derived = derivedNamed(name);
    const after = derived && this.#attempt(key, () => reader.compute(derived, argument));
    if (!isSame(after?.value, before.value)) changed.add(key);
  }

  /** Keys of derived values that read one of the changed keys, or read such a value, and so on. */
  #suspects(changed: ReadonlySet<string>): Set<string> {
    const suspects = new Set<string>();
    const queue = [...changed];
    for (const key of queue) {
      for (const reader of this.#readers.get(key) ?? []) {
        if (suspects.has(reader)) continue;
        suspects.add(reader);
        queue.push(reader);
      }
    }
    return suspects;
  }

  /** The new outcome, or none when it cannot be worked out any more: its entry is gone. */
  #attempt(key: string, compute: () => unknown): Outcome | undefined {
    try {
      return this.#derived.get(key) ?? this.#recompute(key, compute);
    } catch {
      return undefined;
    }
  }

  #recompute(key: string, compute: () => unknown): Outcome {
    const reads = new Set<string>();
    this.#logs.push(reads);
    try {
      const value = compute();
      const outcome = { value, reads: [...reads] };
      this.#keep(key, outcome);
      return outcome;
    } finally {
      this.#logs.pop();
    }
  }

  #keep(key: string, outcome: Outcome): void {
    this.#derived.set(key, outcome);
    for (const read of outcome.reads) {
      const readers = this.#readers.get(read);
      if (readers) readers.add(key);
      else this.#readers.set(read, new Set([key]));
    }
  }
}

/** Both are plain data. A copy as text beside each value would cost more memory than the values. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
