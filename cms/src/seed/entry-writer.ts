import type { Core, Struct, UID } from '@strapi/strapi';
import { z } from 'zod';
import type { Row } from './plan';
import { resolveFields, type Resolved } from './resolve';
import type { SeedRecord } from './seed-record';
import type { StoredRow } from './stored-rows';
import type { Fields } from './target';

const saved = z.object({ documentId: z.string() });

interface Known {
  documentId: string;
  isLocalized: boolean;
}

/**
 * Writes rows through the document service, so that the rules of the content model hold for them.
 * Plain values come first, in all languages; relations follow when everything exists that they
 * point at, and lists of components with them: Strapi copies those to every language that is
 * there, so writing them last, once, takes a third of the time.
 */
export class EntryWriter {
  readonly #documents = new Map<string, Known>();
  readonly #written = new Map<string, Row[]>();

  constructor(
    private readonly strapi: Core.Strapi,
    private readonly publishes: boolean,
  ) {}

  /** Tells which documents exist already. */
  know(uid: UID.ContentType, stored: ReadonlyMap<string, StoredRow>): void {
    for (const [key, { documentId }] of stored) {
      const [ref = key] = key.split(' ');
      this.#documents.set(ref, { documentId, isLocalized: this.#isLocalized(uid) });
    }
  }

  knows(ref: string): boolean {
    return this.#documents.has(ref);
  }

  async writePlainValues(row: Row): Promise<void> {
    const { ref } = row.record;
    const data = this.#resolve(row, (value) => !isStructured(value));
    const known = this.#documents.get(ref);
    if (known) await this.#update(row, known.documentId, data);
    else await this.#create(row, data);
    this.#written.set(ref, [...(this.#written.get(ref) ?? []), row]);
  }

  async writeRelationsAndParts(row: Row): Promise<void> {
    const data = this.#resolve(row, isStructured);
    const known = this.#documents.get(row.record.ref);
    if (known && Object.keys(data).length > 0) await this.#update(row, known.documentId, data);
  }

  /** Publishes a record, all languages that were written at once. */
  async publish({ ref, kind }: SeedRecord): Promise<void> {
    const known = this.#documents.get(ref);
    const rows = this.#written.get(ref) ?? [];
    if (!known || rows.length === 0 || !this.hasDrafts(kind.uid)) return;
    const documents = this.strapi.documents(kind.uid);
    if (!canPublish(documents)) throw new Error(`${kind.uid} cannot be published.`);
    await documents.publish({
      documentId: known.documentId,
      ...(known.isLocalized ? { locale: rows.map(({ locale }) => locale) } : {}),
    });
  }

  hasDrafts(uid: UID.ContentType): boolean {
    const type: Struct.ContentTypeSchema = this.strapi.contentType(uid);
    return type.options?.draftAndPublish === true;
  }

  #resolve(row: Row, isWanted: (value: Fields[string]) => boolean): Record<string, Resolved> {
    // A draft has not been accepted yet: whoever publishes it accepts it.
    const isSaid = (name: string) => this.publishes || name !== 'reviewState';
    const wanted = Object.entries(row.fields).filter(
      ([name, value]) => isSaid(name) && isWanted(value),
    );
    const sourceIsLocalized = this.#isLocalized(row.record.kind.uid);
    return resolveFields(Object.fromEntries(wanted), (ref) => {
      const known = this.#documents.get(ref);
      if (!known) return null;
      const { documentId, isLocalized } = known;
      // A type without languages does not say by itself which row of a city it means.
      return isLocalized && !sourceIsLocalized ? { documentId, locale: 'en' } : { documentId };
    });
  }

  async #create(row: Row, data: Record<string, Resolved>): Promise<void> {
    const { ref, kind } = row.record;
    const entry = await this.strapi.documents(kind.uid).create({ data, ...this.#place(row) });
    const { documentId } = saved.parse(entry);
    this.#documents.set(ref, { documentId, isLocalized: this.#isLocalized(kind.uid) });
  }

  async #update(row: Row, documentId: string, data: Record<string, Resolved>): Promise<void> {
    const { uid } = row.record.kind;
    await this.strapi.documents(uid).update({ documentId, data, ...this.#place(row) });
  }

  #place(row: Row): { locale?: string } {
    return this.#isLocalized(row.record.kind.uid) ? { locale: row.locale } : {};
  }

  #isLocalized(uid: UID.ContentType): boolean {
    const plugin = z
      .object({ i18n: z.object({ localized: z.boolean() }).optional() })
      .safeParse(this.strapi.contentType(uid).pluginOptions);
    return plugin.data?.i18n?.localized === true;
  }
}

interface Publishes {
  publish(params: { documentId: string; locale?: string[] }): Promise<unknown>;
}

const canPublish = (documents: object): documents is Publishes => 'publish' in documents;

const isStructured = (value: Fields[string]): boolean =>
  typeof value === 'object' && value !== null;
