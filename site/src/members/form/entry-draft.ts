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
  /** One key for the making of one entry, however often it is tried. */
  readonly key: string;
}

export class EntryDraft {
  readonly #parts: DraftParts;
  #entry: Entry | null = null;
  #base: Fields = {};
  /** What the server refused, by field: not sent again before it is changed. */
  #refused = new Map<string, unknown>();

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

  /** The server holds these fields of it now, files say, and the others as before. */
  takeInPart(entry: Entry, names: readonly string[]): void {
    this.#entry = entry;
    const part = names.map((name): [string, unknown] => [name, entry.fields[name]]);
    this.#base = { ...this.#base, ...Object.fromEntries(part) };
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
    try {
      await this.#send(data, isLast);
    } catch (error) {
      if (error instanceof RequestFailed && error.status === 400) this.#remember(error, data);
      throw error;
    }
    this.#base = { ...this.#base, ...data };
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

  async #send(data: Fields, isLast: boolean): Promise<void> {
    if (this.#entry !== null) {
      this.#entry = await this.#parts.api.update(this.#entry, data, isLast);
      return;
    }
    // What the interface set counts as written once the first word is.
    const all = { ...this.#base, ...data };
    const said = Object.entries(all).filter(([, value]) => value !== null);
    const { copies } = this;
    this.#entry = await this.#parts.api.create(Object.fromEntries(said), this.#parts.key);
    copies.drop();
  }

  #remember({ faults }: RequestFailed, data: Fields): void {
    for (const { path } of faults) {
      const name = path.split('.').find((part) => Object.hasOwn(data, part));
      if (name !== undefined) this.#refused.set(name, data[name]);
    }
  }
}
