/**
 * What is being written: the entry as the server has it, the fields as they stand in the form, and
 * the copy on this device. Only fields that changed are sent; one that cannot be saved as it stands
 * waits on the device, and the others are saved without it.
 */
import type { Entry } from '../entry.ts';
import type { Fields } from '../unknown.ts';
import { RequestFailed } from '../request-failed.ts';
import { changedNames, isSame, meet, type Meeting } from './entry-changes.ts';
import type { LocalCopies } from './local-copies.ts';

export interface DraftParts {
  readonly api: {
    create: (data: Fields, key: string) => Promise<Entry>;
    update: (entry: Entry, data: Fields, isLast: boolean) => Promise<Entry>;
  };
  /** The fields as they stand in the form. */
  readonly read: () => Fields;
  /** Names of fields that cannot be saved as they stand: too long, no number. */
  readonly unsavable: () => ReadonlySet<string>;
  /** Names of fields that are saved in another way: files. */
  readonly apart: ReadonlySet<string>;
  readonly copiesOf: (id: string | null) => LocalCopies;
  readonly now: () => number;
  /** A new key: what is sent again under one key is done once. */
  readonly newKey: () => string;
}

export class EntryDraft {
  readonly #parts: DraftParts;
  #entry: Entry | null = null;
  #base: Fields = {};
  /** What the server refused, by field: not sent again before it is changed. */
  #refused = new Map<string, unknown>();
  /** What the entry is made of, sent again unchanged until an answer comes. */
  #making: { readonly key: string; readonly data: Fields } | null = null;

  constructor(parts: DraftParts) {
    this.#parts = parts;
  }

  get entry(): Entry | null {
    return this.#entry;
  }

  get copies(): LocalCopies {
    return this.#parts.copiesOf(this.#entry?.documentId ?? null);
  }

  /** What the server holds becomes what changes are told from. */
  takeIn(entry: Entry): void {
    this.#entry = entry;
    this.#base = entry.fields;
  }

  /** The server holds this field of it now, files say, and the others as before. */
  takeInPart(entry: Entry, name: string): void {
    this.#entry = entry;
    this.#base = { ...this.#base, [name]: entry.fields[name] };
  }

  /** A form that is filled before anything was written: what stands in it is no change. */
  startWith(fields: Fields): void {
    this.#base = fields;
  }

  /** False where this device keeps no copy. */
  keepCopy(): boolean {
    const fields = this.#parts.read();
    const version = this.#entry?.version ?? 0;
    return this.copies.keep({ at: this.#parts.now(), version, base: this.#base, fields });
  }

  /** Names of fields that the server does not hold as they stand. */
  get unsaved(): string[] {
    const { apart } = this.#parts;
    return changedNames(this.#base, this.#parts.read()).filter((name) => !apart.has(name));
  }

  /** Those among them that cannot be saved before they are changed. */
  get stuck(): string[] {
    const unsavable = this.#parts.unsavable();
    const fields = this.#parts.read();
    const isRefused = (name: string) =>
      this.#refused.has(name) && isSame(this.#refused.get(name), fields[name]);
    return this.unsaved.filter((name) => unsavable.has(name) || isRefused(name));
  }

  /** Saves what can be saved; false where there is nothing. Throws RequestFailed. */
  async save(isLast: boolean): Promise<boolean> {
    const fields = this.#parts.read();
    const stuck = this.stuck;
    const names = this.unsaved.filter((name) => !stuck.includes(name));
    if (names.length === 0) return false;
    const data = Object.fromEntries(names.map((name) => [name, fields[name]]));
    let sent: Fields;
    try {
      sent = await this.#send(data, isLast);
    } catch (error) {
      if (error instanceof RequestFailed && error.status === 400) this.#remember(error, data);
      throw error;
    }
    this.#base = { ...this.#base, ...sent };
    if (this.unsaved.length === 0) this.copies.drop();
    else this.keepCopy();
    return true;
  }

  /** Brings what stands here together with what the server holds now. */
  meetWith(theirs: Entry): Meeting {
    const mine = this.#parts.read();
    const meeting = meet(this.#base, mine, theirs.fields);
    this.takeIn(theirs);
    return meeting;
  }

  /** Answers what the server has taken. */
  async #send(data: Fields, isLast: boolean): Promise<Fields> {
    const { api, newKey } = this.#parts;
    if (this.#entry !== null) {
      this.#entry = await api.update(this.#entry, data, isLast);
      return data;
    }
    // What the interface set counts as written once the first word is.
    const said = Object.entries({ ...this.#base, ...data }).filter(([, value]) => value !== null);
    const making = (this.#making ??= { key: newKey(), data: Object.fromEntries(said) });
    const { copies } = this;
    try {
      this.#entry = await api.create(making.data, making.key);
    } catch (error) {
      if (error instanceof RequestFailed && !error.isPassing) this.#making = null;
      throw error;
    }
    copies.drop();
    return making.data;
  }

  #remember({ faults }: RequestFailed, data: Fields): void {
    for (const { path } of faults) {
      const name = path.split('.').find((part) => Object.hasOwn(data, part));
      if (name !== undefined) this.#refused.set(name, data[name]);
    }
  }
}
