import { ask } from '../ask.ts';
import { type Entry, type EntryType, entryPlurals, readAnswer } from '../entry.ts';
import { type Fields, fieldsOf, textOf } from '../unknown.ts';

/** What a form asks of the CMS for entries of one type. Everything throws RequestFailed. */
export class EntryApi {
  readonly #path: string;

  constructor(type: EntryType) {
    this.#path = `/api/me/${entryPlurals[type]}`;
  }

  pathOf(id: string): string {
    return `${this.#path}/${encodeURIComponent(id)}`;
  }

  async get(id: string): Promise<Entry> {
    return readAnswer(await ask('GET', this.pathOf(id)));
  }

  async create(data: Fields, key: string): Promise<Entry> {
    return readAnswer(await ask('POST', this.#path, { body: { data }, key }));
  }

  async update(entry: Entry, data: Fields, isLast: boolean): Promise<Entry> {
    const body = { version: entry.version, data };
    const answer = await ask('PUT', this.pathOf(entry.documentId), { body, isLast });
    return readAnswer(answer);
  }

  /** Where the entry is shown as its page will be, for ten minutes; null where it cannot be. */
  async preview(id: string): Promise<string | null> {
    const locale = document.documentElement.lang;
    const answer = await ask('GET', `${this.pathOf(id)}/preview?locale=${locale}`);
    return textOf(fieldsOf(fieldsOf(answer).data).url) || null;
  }

  async submit({ documentId, version }: Entry): Promise<Entry> {
    const key = `${documentId}-${version}-submit`;
    const asking = { body: { version }, key };
    return readAnswer(await ask('POST', `${this.pathOf(documentId)}/submit`, asking));
  }
}
